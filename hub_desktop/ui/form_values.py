"""What the form of an integration holds, as typed, and its way from and to the seed's JSON; no widget in it."""

import json
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from pydantic import ValidationError

from hub_desktop.core.datatypes import DATA_TYPES
from hub_desktop.core.device_address import is_devices
from hub_desktop.core.endpoint import Endpoint
from hub_desktop.core.folders import folder_path, is_folder
from hub_desktop.core.integration import HEADER_SECRET_PREFIX, Integration, Submitted, why_not_complete
from hub_desktop.core.sign_in import AuthType
from hub_desktop.core.wire_rules import check_base, check_header, check_parameter, is_private_address
from hub_desktop.ui.intervals import interval_text, parse_interval
from hub_desktop.ui.setting_values import as_sentence, problems_of, read_json, written_json
from hub_desktop.ui.sign_in_values import SIGN_IN_BLOCKS, missing_secrets, sign_in_problems

FORM_TYPES: tuple[str, ...] = tuple(name for name in DATA_TYPES if name != "custom")
"""The data types that have a row of their own in the form."""

PAGING_LABELS: dict[str, str] = {
    "auto": "Find out by itself",
    "none": "All on one page",
    "page": "Page numbers",
    "offset": "Offset (how many were read)",
    "cursor": "Cursor in the answer",
    "next": "Next address",
    "link": "Link header",
}

_USUAL_INTERVAL = 60
_ROW_SETTINGS = frozenset({"path", "dataType", "syncInterval", "enabled", "mappings", "key"})
"""Settings of an endpoint that its row shows itself; all others are behind Details."""

_SHOWN = SIGN_IN_BLOCKS | {
    "name",
    "type",
    "baseUrl",
    "authType",
    "headers",
    "params",
    "endpoints",
    "syncInterval",
    "enabled",
}


@dataclass(frozen=True, slots=True)
class EndpointValues:
    """One endpoint as typed."""

    name: str
    data_type: str
    ticked: bool = False
    path: str = ""
    interval: str = ""
    own_interval: bool = False
    """It was written at the endpoint itself, so it stays there even when it equals the integration's."""
    own_type: bool = False
    """Its data type was written although its name says the same."""
    paging: str = "auto"
    key: str = ""
    """Names of upstream fields, with commas between; for custom data."""
    written_key: tuple[str, ...] = ()
    """Those names as they came, which may hold commas."""
    mappings: tuple[Mapping[str, Any], ...] = ()
    """Explicit ones, as in the JSON: from, to, transformations."""
    rest: Mapping[str, Any] = field(default_factory=dict)
    """The settings behind Details, as the JSON writes them."""


@dataclass(frozen=True, slots=True)
class FormValues:
    """The whole form as typed; equal values mean that nothing was changed."""

    name: str = ""
    type: str = "student-management"
    base_url: str = ""
    auth_type: AuthType = AuthType.BEARER
    sign_in: Mapping[str, Any] = field(default_factory=dict)
    """The settings of the sign-in as the JSON writes them: apiKeyIn, bearerPrefix, username, oauth, oauth1, session."""
    secrets: Mapping[str, str] = field(default_factory=dict, repr=False)
    """What was typed into the secret fields of the chosen sign-in; one left empty means: as it was."""
    other_secrets: Mapping[str, str] = field(default_factory=dict, repr=False)
    """Secrets that came with pasted JSON and have no field in the form."""
    headers: str = field(default="", repr=False)
    params: str = ""
    endpoints: tuple[EndpointValues, ...] = ()
    sync_interval: int | None = None
    """Minutes of the integration itself, where it has them already."""
    enabled: bool = True
    rest: Mapping[str, Any] = field(default_factory=dict)
    """Settings of the integration that have no field of their own."""


def blank() -> FormValues:
    """Return an empty form with the recommended interval of each data type chosen."""
    return FormValues(endpoints=tuple(_blank_endpoint(name) for name in FORM_TYPES))


def values_of(config: Integration, secrets: Mapping[str, str] | None = None) -> FormValues:
    """Return the form that shows this configuration; `secrets` only where a person has just pasted them."""
    written = config.written()
    given = dict(secrets or {})
    typed = {name: given.pop(name) for name in config.sign_in_secrets() if name in given}
    headers = dict(config.headers)
    for name in [name for name in given if name.startswith(HEADER_SECRET_PREFIX)]:
        headers[name.removeprefix(HEADER_SECRET_PREFIX)] = given.pop(name)
    own = {name for name in FORM_TYPES if name in config.endpoints and config.data_type_of(name) == name}
    rows = [_endpoint_values(config, name) if name in own else _blank_endpoint(name) for name in FORM_TYPES]
    rows += [_endpoint_values(config, name) for name in config.endpoints if name not in own]
    return FormValues(
        name=config.name,
        type=config.type,
        base_url=folder_path(config.base_url) if config.reads_files else config.base_url,
        auth_type=config.auth_type,
        sign_in={name: written[name] for name in SIGN_IN_BLOCKS if name in written},
        secrets=typed,
        other_secrets=given,
        headers=written_json(headers) if headers else "",
        params=written_json(config.params) if config.params else "",
        endpoints=tuple(rows),
        sync_interval=config.sync_interval,
        enabled=config.enabled,
        rest={name: value for name, value in written.items() if name not in _SHOWN},
    )


def pasted(submitted: Submitted) -> FormValues:
    """Return the form filled from JSON that a person pasted, with the secrets in it."""
    return values_of(submitted.integration, submitted.secrets)


def to_json(values: FormValues) -> dict[str, Any]:
    """Return the seed's JSON shape with the secrets typed; only for values without `problems`."""
    written: dict[str, Any] = {
        "name": values.name,
        "type": values.type,
        "baseUrl": values.base_url,
        **_sign_in_json(values),
        **values.rest,
        **values.other_secrets,
    }
    for name, text in (("headers", values.headers), ("params", values.params)):
        # Devices are sent nothing, and the form does not show these for them.
        if text.strip() and not is_devices(values.base_url.strip()):
            written[name] = json.loads(text)
    kept = kept_endpoints(values)
    usual = values.sync_interval or min(
        (parse_interval(one.interval) for one in kept if one.ticked), default=_USUAL_INTERVAL
    )
    written["endpoints"] = {one.name.strip(): _endpoint_json(one, usual) for one in kept}
    return written | {"syncInterval": usual, "enabled": values.enabled}


def has_server(base_url: str) -> bool:
    """Tell whether an address as typed is that of a server, and not a folder or devices that push."""
    return not is_folder(base_url.strip()) and not is_devices(base_url.strip())


def _sign_in_json(values: FormValues) -> dict[str, Any]:
    # A folder is read without one, and devices push, whatever was chosen before that was typed.
    if not has_server(values.base_url):
        return {"authType": str(AuthType.NONE)}
    secrets = {name: secret for name, secret in values.secrets.items() if secret}
    return {"authType": str(values.auth_type), **values.sign_in, **secrets}


def detail_settings(one: EndpointValues) -> dict[str, Any]:
    """Return what the details of an endpoint show: all its settings but those that only its row has."""
    return {name: value for name, value in _settings_json(one).items() if name not in {"dataType", "enabled"}}


def with_details(one: EndpointValues, written: Mapping[str, Any]) -> EndpointValues:
    """Return an endpoint with the settings of its details, which must be valid."""
    endpoint = Endpoint.model_validate(written)
    return replace(
        one,
        path=endpoint.path,
        paging=endpoint.pagination.style,
        key=", ".join(endpoint.key),
        written_key=tuple(endpoint.key),
        mappings=tuple(endpoint.written().get("mappings", ())),
        rest={name: value for name, value in endpoint.written().items() if name not in _ROW_SETTINGS},
    )


def kept_endpoints(values: FormValues) -> list[EndpointValues]:
    """Return the endpoints that are saved: those ticked, and those with a path, which are kept switched off."""
    return [one for one in values.endpoints if one.ticked or one.path.strip()]


def problems(values: FormValues, kept_secrets: Collection[str] = ()) -> dict[str, str]:
    """Return what must be mended, a sentence for each field by its JSON path, in the order of the form.

    `kept_secrets` names those that lie in the vault already, so that they need not be typed.
    """
    found: dict[str, str] = {}
    if not values.name.strip():
        found["name"] = "Give the integration a name, such as College ERP."
    if not values.base_url.strip():
        found["baseUrl"] = (
            "Type the address of the system, such as https://erp.college.edu/api, or a folder with its files."
        )
    elif wrong := address_problem(values.base_url):
        found["baseUrl"] = wrong
    folder, server = is_folder(values.base_url.strip()), has_server(values.base_url)
    if server:
        found |= sign_in_problems(values.auth_type, values.sign_in)
    if values.enabled and server:
        typed = {name for name, secret in values.secrets.items() if secret}
        found |= missing_secrets(values.auth_type, values.sign_in, typed | set(kept_secrets))
    kept = kept_endpoints(values)
    if not kept:
        found["endpoints"] = "Tick at least one kind of data, so that there is something to sync."
    for one in kept:
        found |= _endpoint_problems(one, [other.name.strip() for other in kept], folder=folder)
        incomplete = incomplete_problem(one, [other for other in kept if other is not one])
        if incomplete and one.rest.get("completeList") is True:
            found.setdefault(f"endpoints.{one.name.strip()}.completeList", incomplete)
    if wrong := headers_problem(values.headers):
        found["headers"] = wrong
    if wrong := params_problem(values.params):
        found["params"] = wrong
    return found | _other_problems(values.rest)


def incomplete_problem(one: EndpointValues, others: Sequence[EndpointValues]) -> str:
    """Return why an endpoint cannot be a complete list beside those that are saved with it, or the empty string."""
    other = next((other for other in others if other.data_type == one.data_type), None)
    if other is None:
        return ""
    return as_sentence(why_not_complete(one.name.strip(), other.name.strip(), one.data_type))


def headers_problem(text: str) -> str:
    """Return what is wrong with the custom headers as typed, or the empty string."""
    return _pairs_problem(text, '{"X-College-ID": "12345"}', check_header)


def params_problem(text: str) -> str:
    """Return what is wrong with the parameters of every request as typed, or the empty string."""
    return _pairs_problem(text, '{"format": "json"}', lambda name, _: check_parameter(name))


def address_note(base_url: str) -> str:
    """Return what a person should know of an address that is well written, or the empty string."""
    if not base_url.strip() or address_problem(base_url):
        return ""
    if is_devices(base_url.strip()):
        return "Attendance devices push their punches. They are allowed in the settings, once this is saved."
    if is_folder(base_url.strip()):
        return "Files in this folder are read. Write at each kind of data which: students*.csv, marks.xlsx or a .json."
    if is_private_address(base_url):
        return "This address is on this computer or the college's own network."
    if base_url.strip().lower().startswith("http:"):
        return "This address does not begin with https://, so keys and records can be read on their way."
    return ""


def address_problem(address: str) -> str:
    """Return what is wrong with an address as typed, or the empty string."""
    try:
        check_base(address.strip())
    except ValueError as error:
        return as_sentence(str(error))
    return ""


def _blank_endpoint(name: str) -> EndpointValues:
    return EndpointValues(name, name, interval=interval_text(DATA_TYPES[name].recommended_interval))


def _endpoint_values(config: Integration, name: str) -> EndpointValues:
    endpoint: Endpoint = config.endpoints[name]
    written = endpoint.written()
    return EndpointValues(
        name,
        config.data_type_of(name),
        ticked=endpoint.enabled,
        path=endpoint.path,
        interval=interval_text(config.interval_of(name)),
        own_interval=endpoint.sync_interval is not None,
        own_type=endpoint.data_type == name,
        paging=endpoint.pagination.style,
        key=", ".join(endpoint.key),
        written_key=tuple(endpoint.key),
        mappings=tuple(written.get("mappings", ())),
        rest={key: value for key, value in written.items() if key not in _ROW_SETTINGS},
    )


def _endpoint_json(one: EndpointValues, usual: int) -> dict[str, Any]:
    written = _settings_json(one)
    # The interval of an unticked endpoint cannot be mended in the form, so a wrong one is left out.
    if one.ticked or not _interval_problem(one):
        minutes = parse_interval(one.interval)
        if one.own_interval or minutes != usual:
            written["syncInterval"] = minutes
    return written


def _settings_json(one: EndpointValues) -> dict[str, Any]:
    """Return an endpoint as the JSON writes it, without its interval."""
    written: dict[str, Any] = {"path": one.path.strip(), **one.rest}
    if "punches" in one.rest and not one.path.strip():
        del written["path"]
    if one.own_type or one.data_type != one.name.strip():
        written["dataType"] = one.data_type
    given = one.rest.get("pagination", {})
    pagination = {**given, "style": one.paging} if isinstance(given, Mapping) else given
    if pagination != {"style": "auto"}:
        written["pagination"] = pagination
    if one.mappings:
        written["mappings"] = [dict(mapping) for mapping in one.mappings]
    if key := _key_fields(one):
        written["key"] = key
    if not one.ticked:
        written["enabled"] = False
    return written


def _key_fields(one: EndpointValues) -> list[str]:
    if one.key == ", ".join(one.written_key):
        return list(one.written_key)
    return [part.strip() for part in one.key.split(",") if part.strip()]


def _other_problems(rest: Mapping[str, Any]) -> dict[str, str]:
    try:
        Integration.model_validate({"name": "-", "baseUrl": "https://an.address", "authType": "none", **rest})
    except ValidationError as error:
        return problems_of(error)
    return {}


def _endpoint_problems(one: EndpointValues, names: list[str], *, folder: bool) -> dict[str, str]:
    found: dict[str, str] = {}
    name = one.name.strip()
    place = f"endpoints.{name}"
    if not name:
        found[f"{place}.name"] = "Give this endpoint a name."
    elif names.count(name) > 1:
        found[f"{place}.name"] = f"Two endpoints are called “{name}”. Give each its own name."
    elif one.data_type == "custom" and name in FORM_TYPES and not one.written_key:
        found[f"{place}.name"] = f"“{name}” is the name of a kind of data above. Choose another one."
    if not one.path.strip() and "punches" not in one.rest:
        found[f"{place}.path"] = (
            "Type the name of the file, such as students*.csv."
            if folder
            else "Type the path below the address, such as /students."
        )
    else:
        try:
            Endpoint.model_validate(_settings_json(one))
        except ValidationError as error:
            found |= {f"{place}.{path or 'path'}": sentence for path, sentence in problems_of(error).items()}
    if one.ticked and (wrong := _interval_problem(one)):
        found[f"{place}.syncInterval"] = wrong
    if one.data_type == "custom" and not _key_fields(one):
        found[f"{place}.key"] = "Name the field, or fields, by which one record is known, such as id."
    return found


def _interval_problem(one: EndpointValues) -> str:
    try:
        parse_interval(one.interval)
    except ValueError as error:
        return str(error)
    return ""


def _pairs_problem(text: str, example: str, check: Callable[[str, str], object]) -> str:
    if not text.strip():
        return ""
    try:
        read = read_json(text)
    except ValueError as error:
        return f"{error} Write it as {example}."
    if not isinstance(read, dict) or not all(isinstance(value, str) for value in read.values()):
        return f"Write names and values as text, such as {example}."
    for name, value in read.items():
        try:
            check(name, value)
        except ValueError as error:
            return as_sentence(str(error))
    return ""
