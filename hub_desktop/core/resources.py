"""Where the files bundled with the program lie."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent


def resource_path(*parts: str) -> Path:
    """Return the path of a bundled file or folder, in a wheel as in a checkout; it need not exist."""
    installed = _PACKAGE / "resources"
    # A wheel carries resources/ inside the package; a checkout keeps it beside the package.
    root = installed if installed.is_dir() else _PACKAGE.parent / "resources"
    return root.joinpath(*parts)
