"""Makes what is made from the data, `notebooks/course.yml` and the code: `kopjaqty course`.

It works on the project's folder, so it needs a checkout; an installed package has none.
"""
