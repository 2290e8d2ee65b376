"""What a configuration says of its own fields: the docstrings that stand below them."""

import ast
import inspect
import sys
from collections.abc import Mapping
from functools import cache
from itertools import pairwise


def explanations(model: type) -> Mapping[str, str]:
    """Return the docstrings of the fields that a class at the top of its module declares, by the field's name.

    They are read when somebody asks: reading source is slow, and most commands ask for none. Empty where the source
    was not installed.
    """
    return _of_module(model.__module__).get(model.__name__, {})


@cache
def _of_module(name: str) -> Mapping[str, Mapping[str, str]]:
    try:
        source = inspect.getsource(sys.modules[name])
    except (OSError, TypeError):
        return {}
    return {found.name: _below_fields(found) for found in ast.parse(source).body if isinstance(found, ast.ClassDef)}


def _below_fields(declared: ast.ClassDef) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for field, below in pairwise(declared.body):
        if not (isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name)):
            continue
        if isinstance(below, ast.Expr) and isinstance(below.value, ast.Constant) and isinstance(below.value.value, str):
            found[field.target.id] = inspect.cleandoc(below.value.value)
    return found
