"""What was typed into the ways of adding an integration, from and to a draft that can be kept; no widget in it."""

from collections.abc import Mapping
from dataclasses import asdict, fields
from typing import Any

from hub_desktop.core.catalog import Template
from hub_desktop.core.sign_in import AuthType
from hub_desktop.core.unfinished import Draft, pairs_without_secrets
from hub_desktop.ui.form_values import EndpointValues, FormValues

TEMPLATE_WAY = "template"
"""A draft of the blanks of a template; every other way is the form."""


def of_template(template: Template, name: str, values: Mapping[str, str]) -> Draft:
    """Return the draft of a template's blanks, without those that are secret."""
    secret = {blank.name for blank in template.secret_blanks}
    kept = {blank: value for blank, value in values.items() if blank not in secret and value}
    return Draft(name or template.name, TEMPLATE_WAY, {"template": template.id, "name": name, "blanks": kept})


def of_form(way: str, values: FormValues) -> Draft:
    """Return the draft of a form that was begun in some way, without its secrets."""
    written = asdict(values) | {
        "secrets": {},
        "other_secrets": {},
        "headers": pairs_without_secrets(values.headers),
        "params": pairs_without_secrets(values.params),
        "auth_type": str(values.auth_type),
    }
    return Draft(values.name or values.base_url, way, written)


def typed_secrets(values: FormValues) -> list[str]:
    """Return the secrets of a form, so that what holds one of them can be left out."""
    return [secret for secret in (*values.secrets.values(), *values.other_secrets.values()) if secret]


def form_values_of(draft: Draft) -> FormValues:
    """Return what a draft of the form holds; what another version of the program wrote and this knows not is left out.

    Raises ValueError where it holds something else altogether.
    """
    given = draft.values
    try:
        endpoints = tuple(_endpoint(one) for one in given.get("endpoints", ()))
        known = {one.name: given[one.name] for one in fields(FormValues) if one.name in given}
        return FormValues(**known | {"endpoints": endpoints, "auth_type": AuthType(given.get("auth_type", "bearer"))})
    except (TypeError, ValueError, AttributeError) as error:
        raise ValueError("the draft cannot be read") from error


def _endpoint(written: Mapping[str, Any]) -> EndpointValues:
    known = {one.name: written[one.name] for one in fields(EndpointValues) if one.name in written}
    for name in ("written_key", "mappings"):
        if name in known:
            known[name] = tuple(known[name])
    return EndpointValues(**known)
