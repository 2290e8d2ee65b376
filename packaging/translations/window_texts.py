"""The texts of the window itself: everything that goes through `tr()`, with the context Qt looks it up in."""

import ast
from collections.abc import Iterator
from pathlib import Path

QT_TEXTS: dict[str, tuple[str, ...]] = {
    "QPlatformTheme": (
        "OK",
        "Save",
        "Open",
        "&Yes",
        "&No",
        "Abort",
        "Retry",
        "Ignore",
        "Close",
        "Cancel",
        "Discard",
        "Help",
        "Apply",
        "Reset",
    ),
    "QLineEdit": ("&Undo", "&Redo", "Cu&t", "&Copy", "&Paste", "Delete", "Select All"),
    "QWidgetTextControl": ("&Undo", "&Redo", "Cu&t", "&Copy", "Copy &Link Location", "&Paste", "Delete", "Select All"),
    "QTabBar": ("Scroll Left", "Scroll Right"),
    "QAbstractSpinBox": ("&Select All", "&Step up", "Step &down"),
    "QMessageBox": ("Show Details...", "Hide Details..."),
    "QFileDialog": ("File &name:", "Files of type:", "Look in:", "&Open", "&Save", "Directory:", "All Files (*)"),
}
"""Texts of Qt's own that a person meets here. Qt has no Hindi of its own."""


class ContextError(Exception):
    """A text stands where nobody could say in which context Qt looks for it."""


def find_window_texts(package: Path) -> dict[tuple[str, str], str]:
    """Return context and text of every `tr()` of the window with the file it stands in; raise ContextError."""
    found: dict[tuple[str, str], str] = {}
    for file in sorted((package / "ui").rglob("*.py")):
        place = file.relative_to(package).as_posix()
        tree = ast.parse(file.read_text("utf-8"))
        own = _context_of_module(tree)
        for context, call in _calls(tree, own):
            if len(call.args) != 1 or not isinstance(call.args[0], ast.Constant):
                raise ContextError(f"{place}:{call.lineno}: tr() takes one text as it stands")
            if not context:
                raise ContextError(f"{place}:{call.lineno}: tr() outside a class has no context")
            found.setdefault((context, str(call.args[0].value)), place)
    for context, texts in QT_TEXTS.items():
        for text in texts:
            found.setdefault((context, text), "Qt")
    return found


def _context_of_module(tree: ast.Module) -> str:
    """Return the context that a module's own `_tr` translates in, empty where it has none."""
    for node in tree.body:
        if isinstance(node, ast.FunctionDef) and node.name == "_tr":
            for call in ast.walk(node):
                match call:
                    case ast.Call(args=[ast.Constant(value=str(context)), *_]):
                        return context
    return ""


def _calls(tree: ast.Module, own: str) -> Iterator[tuple[str, ast.Call]]:
    def walk(node: ast.AST, cls: str) -> Iterator[tuple[str, ast.Call]]:
        if isinstance(node, ast.ClassDef):
            cls = node.name
        if isinstance(node, ast.Call):
            if isinstance(node.func, ast.Attribute) and node.func.attr == "tr":
                yield cls, node
            elif isinstance(node.func, ast.Name) and node.func.id == "_tr":
                yield own, node
        for child in ast.iter_child_nodes(node):
            yield from walk(child, cls)

    yield from walk(tree, "")
