"""What the form of an integration holds, as typed, and its way from and to the seed's JSON; no widget in it."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from pydantic import ValidationError

from hub_desktop.core.datatypes import DATA_TYPES
from hub_desktop.core.endpoint import MAX_INTERVAL, Endpoint
from hub_desktop.core.integration import HEADER_SECRET_PREFIX, Integration, Submitted
from hub_desktop.core.schedule import MINIMUM_INTERVAL
from hub_desktop.core.sign_in import SECRET_OF, AuthType
from hub_desktop.core.transformations import LIBRARY, parse_step
from hub_desktop.core.wire_rules import check_address, check_header, is_private_address

FORM_TYPES: tuple[str, ...] = tuple(name for name in DATA_TYPES if name != "custom")
"""The data types that have a row of their own in the form."""

INTERVAL_CHOICES: tuple[int, ...] = (5, 15, 30, 60, 120, 360, 720, 1440, 10080)
"""Minutes offered in the list; any other is typed."""

PAGING_LABELS: dict[str, str] = {
    "auto": "Find out by itself",
    "none": "All on one page",
    "page": "Page numbers",
    "link": "Link header",
}

_USUAL_INTERVAL = 60
_UNITS = {"m": 1, "h": 60, "d": 1440, "w": 10080}
_AMOUNT = re.compile(r"(\d+(?:[.,]\d+)?)\s*(minutes?|mins?|m|hours?|hrs?|hr|h|days?|d|weeks?|w)?(?![a-z])")
_SHOWN = frozenset({"path", "dataType", "syncInterval", "enabled", "mappings", "key"})


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
    paging: str = "auto"
    key: str = ""
    """Names of upstream fields, with commas between; for custom data."""
    mappings: tuple[Mapping[str, Any], ...] = ()
    """Explicit ones, as in the JSON: from, to, transformations."""
    rest: Mapping[str, Any] = field(default_factory=dict)
    """Settings the form does not show, kept as they were."""


@dataclass(frozen=True, slots=True)
class FormValues:
    """The whole form as typed; equal values mean that nothing was changed."""

    name: str = ""
    type: str = "student-management"
    base_url: str = ""
    auth_type: AuthType = AuthType.BEARER
    secret: str = field(default="", repr=False)
    """The secret of the chosen sign-in; empty means: as it was."""
    other_secrets: Mapping[str, str] = field(default_factory=dict, repr=False)
    """Secrets that came with pasted JSON and have no field in the form."""
    key_place: str = "header"
    key_name: str = "X-API-Key"
    key_prefix: str = ""
    bearer_prefix: str = "Bearer"
    username: str = ""
    token_url: str = ""
    client_id: str = ""
    scope: str = ""
    client_auth: str = "basic"
    headers: str = field(default="", repr=False)
    endpoints: tuple[EndpointValues, ...] = ()
    sync_interval: int | None = None
    """Minutes of the integration itself, where it has them already."""
    enabled: bool = True


def blank() -> FormValues:
    """Return an empty form with the recommended interval of each data type chosen."""
    return FormValues(endpoints=tuple(_blank_endpoint(name) for name in FORM_TYPES))


def values_of(config: Integration, secrets: Mapping[str, str] | None = None) -> FormValues:
    """Return the form that shows this configuration; `secrets` only where a person has just pasted them."""
    given = dict(secrets or {})
    secret = given.pop(SECRET_OF[config.auth_type], "")
    headers = dict(config.headers)
    for name in [name for name in given if name.startswith(HEADER_SECRET_PREFIX)]:
        headers[name.removeprefix(HEADER_SECRET_PREFIX)] = given.pop(name)
    own = {name for name in FORM_TYPES if name in config.endpoints and config.data_type_of(name) == name}
    rows = [_endpoint_values(config, name) if name in own else _blank_endpoint(name) for name in FORM_TYPES]
    rows += [_endpoint_values(config, name) for name in config.endpoints if name not in own]
    values = FormValues(
        name=config.name,
        type=config.type,
        base_url=config.base_url,
        auth_type=config.auth_type,
        secret=secret,
        other_secrets=given,
        key_place=config.api_key_in.place,
        key_name=config.api_key_in.name,
        key_prefix=config.api_key_in.prefix,
        bearer_prefix=config.bearer_prefix,
        username=config.username,
        headers=json.dumps(headers, ensure_ascii=False, indent=2) if headers else "",
        endpoints=tuple(rows),
        sync_interval=config.sync_interval,
        enabled=config.enabled,
    )
    if config.oauth is None:
        return values
    return replace(
        values,
        token_url=config.oauth.token_url,
        client_id=config.oauth.client_id,
        scope=config.oauth.scope,
        client_auth=config.oauth.client_auth,
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
        "authType": str(values.auth_type),
        **values.other_secrets,
    }
    if values.secret:
        written[SECRET_OF[values.auth_type]] = values.secret
    match values.auth_type:
        case AuthType.API_KEY:
            written["apiKeyIn"] = {"place": values.key_place, "name": values.key_name, "prefix": values.key_prefix}
        case AuthType.BEARER:
            written["bearerPrefix"] = values.bearer_prefix
        case AuthType.BASIC:
            written["username"] = values.username
        case AuthType.OAUTH:
            written["oauth"] = {
                "tokenUrl": values.token_url,
                "clientId": values.client_id,
                "scope": values.scope,
                "clientAuth": values.client_auth,
            }
    if values.headers.strip():
        written["headers"] = json.loads(values.headers)
    kept = kept_endpoints(values)
    usual = values.sync_interval or min(
        (parse_interval(one.interval) for one in kept if one.ticked), default=_USUAL_INTERVAL
    )
    written["endpoints"] = {one.name.strip(): _endpoint_json(one, usual) for one in kept}
    return written | {"syncInterval": usual, "enabled": values.enabled}


def kept_endpoints(values: FormValues) -> list[EndpointValues]:
    """Return the endpoints that are saved: those ticked, and those with a path, which are kept switched off."""
    return [one for one in values.endpoints if one.ticked or one.path.strip()]


def problems(values: FormValues, secret_kept: bool = False) -> dict[str, str]:
    """Return what must be mended, a sentence for each field by its JSON path, in the order of the form."""
    found: dict[str, str] = {}
    if not values.name.strip():
        found["name"] = "Give the integration a name, such as College ERP."
    if not values.base_url.strip():
        found["baseUrl"] = "Type the address of the system, such as https://erp.college.edu/api."
    elif wrong := _address_problem(values.base_url):
        found["baseUrl"] = wrong
    found |= _sign_in_problems(values, secret_kept)
    kept = kept_endpoints(values)
    if not kept:
        found["endpoints"] = "Tick at least one kind of data, so that there is something to sync."
    for one in kept:
        found |= _endpoint_problems(one, [other.name.strip() for other in kept])
    if wrong := headers_problem(values.headers):
        found["headers"] = wrong
    return found


def headers_problem(text: str) -> str:
    """Return what is wrong with the custom headers as typed, or the empty string."""
    if not text.strip():
        return ""
    try:
        read = json.loads(text)
    except (ValueError, RecursionError) as error:
        where = f" (line {error.lineno}, column {error.colno})" if isinstance(error, json.JSONDecodeError) else ""
        return f'This is not JSON yet{where}. Write it as {{"X-College-ID": "12345"}}.'
    if not isinstance(read, dict) or not all(isinstance(value, str) for value in read.values()):
        return 'Write names and values as text, such as {"X-College-ID": "12345"}.'
    for name, value in read.items():
        try:
            check_header(name, value)
        except ValueError as error:
            return _sentence(error)
    return ""


def address_note(base_url: str) -> str:
    """Return what a person should know of an address that is well written, or the empty string."""
    if not base_url.strip() or _address_problem(base_url):
        return ""
    if is_private_address(base_url):
        return "This address is on this computer or the college's own network."
    if base_url.strip().lower().startswith("http:"):
        return "This address does not begin with https://, so keys and records can be read on their way."
    return ""


def parse_interval(text: str) -> int:
    """Return the minutes of “30 minutes”, “1 hour 30 min”, “2 days” or “45”; raise ValueError with a sentence."""
    folded = text.strip().lower().replace("and", " ")
    found = list(_AMOUNT.finditer(folded))
    if not found or re.sub(r"[\s,]", "", _AMOUNT.sub("", folded)):
        raise ValueError("Write how often to sync as 30 minutes, 1 hour or 24 hours.")
    total = sum(float(m.group(1).replace(",", ".")) * _UNITS[(m.group(2) or "m")[0]] for m in found)
    minutes = round(total)
    if minutes < MINIMUM_INTERVAL:
        raise ValueError(f"The shortest interval is {MINIMUM_INTERVAL} minutes.")
    if minutes > MAX_INTERVAL:
        raise ValueError("The longest interval is 31 days.")
    return minutes


def interval_text(minutes: int) -> str:
    """Return minutes as people say them: “30 minutes”, “1 hour”, “24 hours”, “1 hour 30 minutes”, “7 days”."""
    if minutes >= 2 * 1440 and minutes % 1440 == 0:
        return f"{minutes // 1440} days"
    hours, rest = divmod(minutes, 60)
    parts = [f"{hours} hour{'' if hours == 1 else 's'}"] if hours else []
    if rest or not hours:
        parts.append(f"{rest} minute{'' if rest == 1 else 's'}")
    return " ".join(parts)


def written_step(name: str, parameter: str) -> str | dict[str, Any]:
    """Return a transformation as the JSON writes it; raise ValueError with a sentence for an unusable parameter."""
    if not LIBRARY[name].takes:
        return name
    value: Any = parameter
    if name == "table":
        try:
            value = json.loads(parameter)
        except ValueError:
            raise ValueError('Write the table as JSON, such as {"P": "present", "A": "absent"}.') from None
    step = {name: value}
    try:
        found, given = parse_step(step)
        found.make(given)
    except ValueError as error:
        raise ValueError(_sentence(error)) from None
    return step


def step_label(step: str | Mapping[str, Any]) -> str:
    """Return a written transformation in words, such as “Prefix: CS”."""
    found, parameter = parse_step(step)
    if parameter is None:
        return found.label
    shown = parameter if isinstance(parameter, str) else json.dumps(parameter, ensure_ascii=False)
    return f"{found.label}: {shown}"


def _blank_endpoint(name: str) -> EndpointValues:
    return EndpointValues(name, name, interval=interval_text(DATA_TYPES[name].recommended_interval))


def _endpoint_values(config: Integration, name: str) -> EndpointValues:
    endpoint: Endpoint = config.endpoints[name]
    written = endpoint.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    return EndpointValues(
        name,
        config.data_type_of(name),
        ticked=endpoint.enabled,
        path=endpoint.path,
        interval=interval_text(config.interval_of(name)),
        own_interval=endpoint.sync_interval is not None,
        paging=endpoint.pagination.style,
        key=", ".join(endpoint.key),
        mappings=tuple(written.get("mappings", ())),
        rest={key: value for key, value in written.items() if key not in _SHOWN},
    )


def _endpoint_json(one: EndpointValues, usual: int) -> dict[str, Any]:
    written: dict[str, Any] = {"path": one.path.strip(), **one.rest}
    if one.data_type != one.name.strip():
        written["dataType"] = one.data_type
    pagination = {**one.rest.get("pagination", {}), "style": one.paging}
    if pagination != {"style": "auto"}:
        written["pagination"] = pagination
    if one.mappings and one.data_type != "custom":
        written["mappings"] = [dict(mapping) for mapping in one.mappings]
    if key := _key_fields(one.key):
        written["key"] = key
    if not one.ticked:
        written["enabled"] = False
    # The interval of an unticked endpoint cannot be mended in the form, so a wrong one is left out.
    if one.ticked or not _interval_problem(one):
        minutes = parse_interval(one.interval)
        if one.own_interval or minutes != usual:
            written["syncInterval"] = minutes
    return written


def _key_fields(text: str) -> list[str]:
    return [part.strip() for part in text.split(",") if part.strip()]


def _sign_in_problems(values: FormValues, secret_kept: bool) -> dict[str, str]:
    found: dict[str, str] = {}
    if values.auth_type is AuthType.API_KEY:
        try:
            if not values.key_name.strip():
                found["apiKeyIn"] = "Type the name under which the key is sent, such as X-API-Key."
            elif values.key_place == "header":
                check_header(values.key_name.strip(), values.key_prefix)
        except ValueError as error:
            found["apiKeyIn"] = _sentence(error)
    if values.auth_type is AuthType.OAUTH:
        if not values.token_url.strip():
            found["oauth.tokenUrl"] = "Type the address where tokens are issued, such as https://lms.college.edu/token."
        elif wrong := _address_problem(values.token_url):
            found["oauth.tokenUrl"] = wrong
    if values.enabled and not values.secret.strip() and not secret_kept:
        what = {
            AuthType.API_KEY: "API key",
            AuthType.BEARER: "token",
            AuthType.BASIC: "password",
            AuthType.OAUTH: "client secret",
        }[values.auth_type]
        found[SECRET_OF[values.auth_type]] = f"Type the {what}, or switch the integration off until you have it."
    return found


def _endpoint_problems(one: EndpointValues, names: list[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    name = one.name.strip()
    place = f"endpoints.{name}"
    if not name:
        found[f"{place}.name"] = "Give this endpoint a name."
    elif names.count(name) > 1:
        found[f"{place}.name"] = f"Two endpoints are called “{name}”. Give each its own name."
    elif one.data_type == "custom" and name in FORM_TYPES:
        found[f"{place}.name"] = f"“{name}” is the name of a kind of data above. Choose another one."
    if not one.path.strip():
        found[f"{place}.path"] = "Type the path below the address, such as /students."
    else:
        try:
            Endpoint.model_validate({"path": one.path.strip()})
        except ValidationError as error:
            found[f"{place}.path"] = _pydantic_sentence(error)
    if one.ticked and (wrong := _interval_problem(one)):
        found[f"{place}.syncInterval"] = wrong
    if one.data_type == "custom" and not _key_fields(one.key):
        found[f"{place}.key"] = "Name the field, or fields, by which one record is known, such as id."
    return found


def _interval_problem(one: EndpointValues) -> str:
    try:
        parse_interval(one.interval)
    except ValueError as error:
        return str(error)
    return ""


def _address_problem(address: str) -> str:
    try:
        check_address(address.strip())
    except ValueError as error:
        return _sentence(error)
    return ""


def _sentence(error: ValueError) -> str:
    text = str(error)
    return f"{text[:1].upper()}{text[1:]}{'' if text.endswith('.') else '.'}"


def _pydantic_sentence(error: ValidationError) -> str:
    message = str(error.errors()[0]["msg"])
    return _sentence(ValueError(message.removeprefix("Value error, ")))
