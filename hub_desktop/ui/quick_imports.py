"""Importing Python modules once Qt is loaded, without the price that PySide6 puts on it."""

import sys


def read_no_sources() -> None:
    """Spare PySide6 the reading of the source of every module that is imported from now on.

    It looks there for its own name, to tell whether a module may want `from __feature__ import snake_case`, and keeps
    what it has read. None of ours wants that; all of them count as modules without a feature. Where another release
    does otherwise, nothing is done.
    """
    import PySide6.QtCore  # noqa: F401 - what is changed comes with it

    feature = sys.modules.get("shibokensupport.feature")
    if feature is not None and hasattr(feature, "_mod_uses_pyside"):
        vars(feature)["_mod_uses_pyside"] = _may_use_qt


def _may_use_qt(module: object) -> bool:
    del module
    return True
