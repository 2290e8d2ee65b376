"""What was typed for a new integration and not saved, fit to be kept: nothing secret is in it."""

import json
import re
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from msgspec import Struct

from hub_desktop.core.redaction import Redactor, is_secret_name
from hub_desktop.core.sign_in import SECRET_LABELS

_USER_IN_ADDRESS = re.compile(r"://[^/?#\s]*@")
_SENT = frozenset({"headers", "params", "form", "json"})
"""Where an endpoint may send a secret under any name; a field that is mapped may be called “key” and be none."""
MAX_DRAFT = 200_000
"""Characters of a draft; what is longer was pasted, and can be pasted again."""


class Draft(Struct, frozen=True):
    """An integration that somebody began to add."""

    name: str
    """As it would be called; what a person is asked by whether to go on."""
    way: str
    """How it was begun, as the form that filled it in knows it."""
    values: Mapping[str, Any]
    kept_at: datetime | None = None


def without_secrets(value: Any, redactor: Redactor) -> Any:
    """Return a JSON value without what may be secret; a text that holds some of it is left out whole.

    `redactor` knows the secrets that were typed. Fields named like a secret field are left out, and so are texts with
    a user name and password in an address.
    """
    if isinstance(value, Mapping):
        return {
            str(name): without_secrets(_sent_without_secrets(inside) if name in _SENT else inside, redactor)
            for name, inside in value.items()
            if name not in SECRET_LABELS
        }
    if isinstance(value, list | tuple):
        return [without_secrets(inside, redactor) for inside in value]
    if isinstance(value, str) and (_USER_IN_ADDRESS.search(value) or redactor.text(value) != value):
        return ""
    return value


def _sent_without_secrets(value: Any) -> Any:
    """Return what an endpoint sends without the texts under names that secrets have, however deep they lie."""
    if isinstance(value, Mapping):
        return {
            str(name): _sent_without_secrets(inside)
            for name, inside in value.items()
            if not (isinstance(inside, str) and is_secret_name(str(name)))
        }
    if isinstance(value, list | tuple):
        return [_sent_without_secrets(inside) for inside in value]
    return value


def pairs_without_secrets(text: str) -> str:
    """Return names and values as a person typed them in JSON, without those named like a secret; empty if unreadable.

    What cannot be read cannot be looked through.
    """
    try:
        read = json.loads(text) if text.strip() else {}
    except ValueError:
        return ""
    if not isinstance(read, dict):
        return ""
    kept = {name: value for name, value in read.items() if not is_secret_name(name)}
    return json.dumps(kept, ensure_ascii=False, indent=2) if kept else ""
