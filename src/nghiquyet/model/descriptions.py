"""What the fields of a model mean: the docstrings under them, read from the source when a schema is asked for.

pydantic can read them itself while it builds a class, which takes longer than everything else in importing the model.
"""

import ast
import inspect
import sys
from functools import cache


@cache
def _described(module: str) -> dict[str, dict[str, str]]:
    """Class → field → docstring, for every class of a module."""
    found: dict[str, dict[str, str]] = {}
    for node in ast.walk(ast.parse(inspect.getsource(sys.modules[module]))):
        if isinstance(node, ast.ClassDef):
            fields = found.setdefault(node.name, {})
            for field, below in zip(node.body, node.body[1:], strict=False):
                if (
                    isinstance(field, ast.AnnAssign)
                    and isinstance(field.target, ast.Name)
                    and isinstance(below, ast.Expr)
                    and isinstance(below.value, ast.Constant)
                    and isinstance(below.value.value, str)
                ):
                    fields[field.target.id] = inspect.cleandoc(below.value.value)
    return found


def descriptions(model: type) -> dict[str, str]:
    """Field → docstring, the fields of the classes it is made of included."""
    found: dict[str, str] = {}
    for base in reversed(model.__mro__):
        if base.__module__ in sys.modules and base.__module__.startswith("nghiquyet."):
            found |= _described(base.__module__).get(base.__name__, {})
    return found
