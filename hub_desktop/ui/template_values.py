"""The blanks of a catalog template as typed: what is missing, and which blank an error is about."""

import re
from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication

from hub_desktop.core.catalog import Blank, Template
from hub_desktop.core.datatypes import DATA_TYPES
from hub_desktop.core.sign_in import AuthType
from hub_desktop.ui.form_values import address_problem
from hub_desktop.ui.sign_in_values import is_interactive
from hub_desktop.ui.spoken import listed, spoken

_BLANK = re.compile(r"\[\[(\w+)\]\]")


def blank_problems(template: Template, values: Mapping[str, str], *, with_secrets: bool) -> dict[str, str]:
    """Return a sentence for each blank that is missing or unusable, by its name; `with_secrets`: those as well."""
    found: dict[str, str] = {}
    for blank in template.blanks:
        value = values.get(blank.name, "").strip() or blank.default
        if not value and (with_secrets or blank.kind != "secret"):
            found[blank.name] = f"Fill this in: {blank.label}." if blank.kind != "address" else _address_wanted(blank)
        elif blank.kind == "address" and (wrong := address_problem(value)):
            found[blank.name] = wrong
    return found


def blank_behind(template: Template, path: str) -> str:
    """Return the name of the blank that stands at a JSON path of the integration, the empty string where none does."""
    if any(blank.name == path for blank in template.blanks):
        return path
    written: Any = template.integration
    for part in path.split("."):
        written = written.get(part) if isinstance(written, Mapping) else None
    named = _BLANK.search(written) if isinstance(written, str) else None
    return named[1] if named else ""


def what_it_brings(template: Template) -> str:
    """Return which kinds of data the template reads, as a sentence."""
    endpoints = template.integration.get("endpoints")
    written: Mapping[str, Any] = endpoints if isinstance(endpoints, Mapping) else {}
    kinds = {
        endpoint.get("dataType", name) if isinstance(endpoint, Mapping) else name for name, endpoint in written.items()
    }
    labels = [spoken(one.label).lower() for name, one in DATA_TYPES.items() if name in kinds and name != "custom"]
    return _tr("Brings {kinds}.").format(kinds=listed(labels)) if labels else ""


def asks_person(template: Template) -> bool:
    """Tell whether a person signs in once after the integration was saved."""
    written = template.integration
    return written.get("authType") == AuthType.OAUTH and is_interactive(AuthType.OAUTH, written)


def _address_wanted(blank: Blank) -> str:
    return f"Type the address, such as {blank.example or 'https://erp.college.edu'}."


def _tr(text: str) -> str:
    return QCoreApplication.translate("templates", text)
