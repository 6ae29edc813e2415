"""An IPython extension: widgets are numbered in the order they are made.

A widget's model id is random, so a notebook with widgets would never be saved twice as
the same file. notebooks.py loads this extension into the kernels it starts;
nobody else's kernel knows of it.
"""

from itertools import count
from typing import Any

import comm


def load_ipython_extension(_shell: Any) -> None:
    """Give each new comm, thus each widget model, the next number as its id."""
    numbers = count(1)
    create_comm = comm.create_comm

    def create_numbered(*args: Any, **kwargs: Any) -> Any:
        kwargs.setdefault("comm_id", f"{next(numbers):032x}")
        return create_comm(*args, **kwargs)

    # ipywidgets and anywidget both look the function up in the module at each call;
    # replacing it there is what the comm package provides for.
    comm.create_comm = create_numbered
