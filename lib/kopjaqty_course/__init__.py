"""What only the course needs; the library, `kopjaqty`, knows nothing of it.

exercises     the engine of the sheets: questions, checks, forms, progress
exercises/sheets    the questions themselves, a folder a sheet, a file a question
making        what makes notebooks, sheets, glossary, guide and parts of the README
commands      `kopjaqty progress`, `kopjaqty course …`
"""
