"""The configuration of an integration: the seed's JSON shape, checked by pydantic, without its secrets."""

import ipaddress
import json
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Annotated, Any, Literal, Self
from urllib.parse import parse_qsl, urlsplit

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator, model_validator
from pydantic.alias_generators import to_camel

from hub_desktop.core.datatypes import DATA_TYPES
from hub_desktop.core.errors import ConfigurationError
from hub_desktop.core.redaction import MASK, is_secret_name
from hub_desktop.core.schedule import MINIMUM_INTERVAL
from hub_desktop.core.signature import MINIMUM_SECRET_LENGTH
from hub_desktop.core.transformations import parse_step
from hub_desktop.core.words import did_you_mean

MAX_CONFIGURATION_BYTES = 1_000_000
MAX_INTERVAL = 60 * 24 * 31
"""Minutes: a month."""

INTEGRATION_TYPES: dict[str, str] = {
    "student-management": "Student management (ERP)",
    "attendance": "Attendance",
    "marks": "Marks and exams",
    "lms": "Learning management (LMS)",
    "timetable": "Timetable",
    "custom": "Other",
}
"""The types the form offers, with their labels; any other short word is accepted from a file."""

_LONGEST_ENDPOINT_NAME = 80
_HEADER_NAME = re.compile(r"^[!#$%&'*+.^_`|~0-9A-Za-z-]+$")
_SECRET_PARAMETER = re.compile(
    r"(?i)^(ws|access|auth|api|user|session|security)?[-_]?token$|^(api|access|auth|secret)[-_]?key$|secret|passw|^pwd$"
)
_FORBIDDEN_HEADERS = frozenset({"host", "content-length", "transfer-encoding", "connection"})


class AuthType(StrEnum):
    """How an upstream is signed in to."""

    API_KEY = "api-key"
    BEARER = "bearer"
    BASIC = "basic"
    OAUTH = "oauth"


AUTH_LABELS: dict[AuthType, str] = {
    AuthType.API_KEY: "API key",
    AuthType.BEARER: "Bearer token",
    AuthType.BASIC: "User name and password",
    AuthType.OAUTH: "OAuth 2.0 (client credentials)",
}

SECRET_LABELS: dict[str, str] = {
    "apiKey": "API key or token",
    "password": "Password",
    "clientSecret": "Client secret",
    "webhookSecret": "Webhook secret",
}
"""The secret fields, by their JSON names."""

SECRET_OF: dict[AuthType, str] = {
    AuthType.API_KEY: "apiKey",
    AuthType.BEARER: "apiKey",
    AuthType.BASIC: "password",
    AuthType.OAUTH: "clientSecret",
}
"""Which secret each way of signing in needs."""

HEADER_SECRET_PREFIX = "header:"  # noqa: S105 - the name of a place, not a secret
"""A custom header whose name promises a secret is kept in the vault under this prefix and its name."""


class _Model(BaseModel):
    model_config = ConfigDict(
        alias_generator=to_camel,
        validate_by_name=True,
        validate_by_alias=True,
        extra="forbid",
        frozen=True,
        str_strip_whitespace=True,
        hide_input_in_errors=True,
    )


class ApiKeyPlacement(_Model):
    """Where an API key travels: header or query parameter, its name, and a prefix before the key."""

    place: Literal["header", "query"] = "header"
    name: Annotated[str, Field(min_length=1, max_length=100)] = "X-API-Key"
    prefix: Annotated[str, Field(max_length=40)] = ""

    @model_validator(mode="after")
    def _name_fits_place(self) -> Self:
        if self.place == "header":
            check_header(self.name, self.prefix)
        return self


class OAuthSettings(_Model):
    """OAuth 2.0 client credentials (RFC 6749, section 4.4): where tokens come from and for what."""

    token_url: str
    client_id: Annotated[str, Field(max_length=500)] = ""
    scope: Annotated[str, Field(max_length=1000)] = ""
    client_auth: Literal["basic", "body"] = "basic"
    """Whether client id and secret travel as HTTP Basic or in the form body."""

    @field_validator("token_url")
    @classmethod
    def _address(cls, value: str) -> str:
        return check_address(value)


class Pagination(_Model):
    """How the pages of an endpoint follow each other; `auto` finds out from the first answer."""

    style: Literal["auto", "none", "page", "link"] = "auto"
    page_param: str = "page"
    size_param: str = "limit"
    page_size: Annotated[int, Field(ge=1, le=10_000)] | None = None
    """Records asked for on a page; None: the upstream's own."""
    first_page: Annotated[int, Field(ge=0, le=1)] = 1
    max_pages: Annotated[int, Field(ge=1, le=100_000)] = 1_000


class FieldMapping(_Model):
    """One upstream field (a name or a dotted path) that becomes one of our fields."""

    source: Annotated[str, Field(alias="from", min_length=1, max_length=300)]
    target: Annotated[str, Field(alias="to", min_length=1, max_length=100)]
    transformations: list[str | dict[str, Any]] = Field(default_factory=list, max_length=20)

    @field_validator("transformations")
    @classmethod
    def _known(cls, steps: list[str | dict[str, Any]]) -> list[str | dict[str, Any]]:
        for written in steps:
            found, parameter = parse_step(written)
            found.make(parameter)
        return steps


class Endpoint(_Model):
    """One path of the upstream, bound to one data type."""

    path: Annotated[str, Field(min_length=1, max_length=2000)]
    data_type: str = ""
    """Empty: the name of the endpoint is the data type."""
    params: dict[str, str] = Field(default_factory=dict)
    records_path: str = ""
    """Dotted path of the list of records in the answer; empty: found by itself."""
    pagination: Pagination = Field(default_factory=Pagination)
    mappings: list[FieldMapping] = Field(default_factory=list, max_length=500)
    key: list[str] = Field(default_factory=list, max_length=8)
    """For custom data: the upstream fields that name one record."""
    sync_interval: Annotated[int, Field(ge=MINIMUM_INTERVAL, le=MAX_INTERVAL)] | None = None
    """Minutes; None: the integration's."""
    enabled: bool = True

    @model_validator(mode="before")
    @classmethod
    def _bare_path(cls, value: Any) -> Any:
        return {"path": value} if isinstance(value, str) else value

    @field_validator("params")
    @classmethod
    def _no_secrets(cls, value: dict[str, str]) -> dict[str, str]:
        for name in value:
            _check_parameter(name)
        return value

    @field_validator("mappings", mode="before")
    @classmethod
    def _short_mappings(cls, value: Any) -> Any:
        if isinstance(value, Mapping):
            return [{"from": source, "to": target} for source, target in value.items()]
        return value

    @field_validator("path")
    @classmethod
    def _relative(cls, value: str) -> str:
        if "://" in value or value.startswith("//"):
            raise ValueError("an endpoint is a path below the base URL, such as /students, not a whole address")
        if any(ord(c) < 33 for c in value):
            raise ValueError("a path holds no blanks or line breaks")
        for name, text in parse_qsl(value.partition("?")[2].partition("#")[0]):
            if text:
                _check_parameter(name)
        return value if value.startswith(("/", "?")) else "/" + value


class Integration(_Model):
    """One configured connection, as a person wrote it; secrets are kept apart in the vault."""

    name: Annotated[str, Field(min_length=1, max_length=80)]
    type: Annotated[str, Field(min_length=1, max_length=40)] = "custom"
    base_url: str
    auth_type: AuthType = AuthType.BEARER
    api_key_in: ApiKeyPlacement = Field(default_factory=ApiKeyPlacement)
    bearer_prefix: Annotated[str, Field(max_length=40)] = "Bearer"
    username: Annotated[str, Field(max_length=200)] = ""
    oauth: OAuthSettings | None = None
    headers: dict[str, str] = Field(default_factory=dict, max_length=50)
    endpoints: dict[str, Endpoint] = Field(default_factory=dict, max_length=100)
    sync_interval: Annotated[int, Field(ge=MINIMUM_INTERVAL, le=MAX_INTERVAL)] = 60
    enabled: bool = True

    @field_validator("name")
    @classmethod
    def _plain_name(cls, value: str) -> str:
        if any(ord(c) < 32 for c in value):
            raise ValueError("a name is one line of text")
        # One name, however its accents are typed.
        return unicodedata.normalize("NFC", value)

    @field_validator("type")
    @classmethod
    def _slug(cls, value: str) -> str:
        if not re.fullmatch(r"[a-z0-9][a-z0-9-]*", value.lower()):
            raise ValueError("a type is a short word such as attendance or lms")
        return value.lower()

    @field_validator("base_url")
    @classmethod
    def _address(cls, value: str) -> str:
        return check_address(value).rstrip("/")

    @field_validator("headers")
    @classmethod
    def _headers(cls, value: dict[str, str]) -> dict[str, str]:
        for name, text in value.items():
            check_header(name, text)
        return value

    @model_validator(mode="after")
    def _endpoints_fit(self) -> Self:
        for name, endpoint in self.endpoints.items():
            if not 1 <= len(name) <= _LONGEST_ENDPOINT_NAME or any(ord(c) < 32 for c in name):
                raise ValueError(f"the name of an endpoint is one line of 1 to {_LONGEST_ENDPOINT_NAME} characters")
            _check_endpoint(name, endpoint)
        if self.auth_type is AuthType.OAUTH and self.oauth is None:
            raise ValueError('oauth needs the address where tokens are issued: add "oauth": {"tokenUrl": …}')
        return self

    def data_type_of(self, endpoint: str) -> str:
        """Return the data type that the named endpoint feeds."""
        return self.endpoints[endpoint].data_type or endpoint

    def interval_of(self, endpoint: str) -> int:
        """Return the minutes between two syncs of the named endpoint."""
        return self.endpoints[endpoint].sync_interval or self.sync_interval

    def needed_secrets(self) -> tuple[str, ...]:
        """Return the names of the secrets without which the upstream cannot be signed in to."""
        marked = tuple(HEADER_SECRET_PREFIX + name for name, value in self.headers.items() if value == MASK)
        return (SECRET_OF[self.auth_type], *marked)

    def secret_names(self) -> tuple[str, ...]:
        """Return the names of all secrets the integration can hold."""
        return (*self.needed_secrets(), "webhookSecret")

    def to_json(self) -> dict[str, Any]:
        """Return the seed's JSON shape; an endpoint that is only a path is written as one."""
        written = self.model_dump(mode="json", by_alias=True, exclude_defaults=True)
        first = {"name": self.name, "type": self.type, "baseUrl": self.base_url, "authType": str(self.auth_type)}
        written = first | {key: value for key, value in written.items() if key not in first}
        written["endpoints"] = {
            name: endpoint["path"] if set(endpoint) == {"path"} else endpoint
            for name, endpoint in written.get("endpoints", {}).items()
        }
        for key in ("syncInterval", "enabled"):
            written.pop(key, None)
        return written | {"syncInterval": self.sync_interval, "enabled": self.enabled}


@dataclass(frozen=True, slots=True)
class Submitted:
    """An integration as it came in: its configuration, and apart from it the secrets that came with it."""

    integration: Integration
    secrets: dict[str, str] = field(default_factory=dict, repr=False)


def read_integration(written: Mapping[str, Any]) -> Submitted:
    """Check the seed's JSON shape and take the secrets out of it; raise ConfigurationError naming the field.

    Secret values may stand under `apiKey`, `password`, `clientSecret` (also inside `oauth`), `webhookSecret`, and in
    headers whose names promise one. A masked value (••••) means: as it was.
    """
    plain = dict(written)
    secrets: dict[str, str] = {}
    for name in SECRET_LABELS:
        _take_secret(plain, name, secrets)
    if isinstance(plain.get("oauth"), Mapping):
        oauth = dict(plain["oauth"])
        _take_secret(oauth, "clientSecret", secrets)
        plain["oauth"] = oauth
    if isinstance(plain.get("headers"), Mapping):
        plain["headers"] = _take_header_secrets(plain["headers"], secrets)
    _split_basic(plain, secrets)
    try:
        integration = Integration.model_validate(plain)
    except ValidationError as error:
        raise _as_configuration_error(error) from None
    _check_secrets(integration, secrets)
    return Submitted(integration, secrets)


def read_integration_text(text: str | bytes) -> list[Submitted]:
    """Read one integration, or a list of them, from JSON text of at most 1 MB."""
    raw = text.encode("utf-8", "replace") if isinstance(text, str) else text
    if len(raw) > MAX_CONFIGURATION_BYTES:
        raise ConfigurationError("This file is larger than 1 MB, so it is not a configuration of an integration.")
    try:
        read = json.loads(raw.decode("utf-8-sig"), parse_constant=_no_constant)
    except UnicodeDecodeError:
        raise ConfigurationError("This file is not UTF-8 text. Save it as JSON in UTF-8 and try again.") from None
    except RecursionError:
        raise ConfigurationError("This file is nested too deeply to be a configuration of an integration.") from None
    except json.JSONDecodeError as error:
        raise ConfigurationError(
            f"This file is not valid JSON: line {error.lineno}, column {error.colno}: {error.msg}."
        ) from None
    except ValueError:
        # NaN, Infinity, or an integer of more than 4,300 digits.
        raise ConfigurationError("This file is not valid JSON: it holds a number that is none.") from None
    items = read if isinstance(read, list) else [read]
    if not items or not all(isinstance(item, dict) for item in items):
        raise ConfigurationError(
            "A configuration is a JSON object with name, baseUrl and endpoints, or a list of them."
        )
    return [read_integration(item) for item in items]


def check_address(value: str) -> str:
    """Return an http or https address without user name, fragment or query; raise ValueError saying what is wrong."""
    if any(ord(c) < 33 for c in value):
        raise ValueError("an address holds no blanks or line breaks")
    parts = urlsplit(value)
    if parts.scheme.lower() not in {"http", "https"}:
        raise ValueError("an address begins with https:// (or http:// on the college's own network)")
    if not parts.hostname:
        raise ValueError("the address lacks the name of the computer, as in https://erp.college.edu")
    if parts.username is not None or parts.password is not None:
        raise ValueError("put the user name and password in their own fields, not in the address")
    if parts.fragment or parts.query:
        raise ValueError("the address ends before any ? or #; put parameters at the endpoint")
    try:
        port = parts.port
    except ValueError:
        raise ValueError("the port in the address is not a number between 1 and 65535") from None
    if port == 0:
        raise ValueError("the port in the address is not a number between 1 and 65535")
    return value


def is_private_address(base_url: str) -> bool:
    """Tell whether the address names this computer or the college's own network."""
    host = (urlsplit(base_url).hostname or "").rstrip(".")
    try:
        return ipaddress.ip_address(host.partition("%")[0]).is_private
    except ValueError:
        return "." not in host or host.endswith((".localhost", ".local", ".lan", ".internal"))


def check_header(name: str, value: str) -> None:
    """Raise ValueError for a header that could break or forge a request."""
    if not _HEADER_NAME.fullmatch(name):
        raise ValueError(f"“{name}” is not the name of an HTTP header")
    if name.lower() in _FORBIDDEN_HEADERS:
        raise ValueError(f"the header {name} is set by the program itself")
    if any(c in value for c in "\r\n\0"):
        raise ValueError(f"the value of the header {name} holds a line break")


def _check_parameter(name: str) -> None:
    if _SECRET_PARAMETER.search(name):
        raise ValueError(
            f"“{name}” holds a secret, which is not kept in the address. Enter it as the API key and send it in the "
            f'query: "authType": "api-key", "apiKeyIn": {{"place": "query", "name": "{name}"}}'
        )


def _no_constant(word: str) -> None:
    raise ValueError(word)


def _check_endpoint(name: str, endpoint: Endpoint) -> None:
    data_type = endpoint.data_type or name
    if data_type not in DATA_TYPES:
        hint = did_you_mean(data_type, DATA_TYPES)
        raise ValueError(
            f"endpoint “{name}”: there is no data type “{data_type}”.{hint} "
            f'The data types are {", ".join(DATA_TYPES)}; for other data add "dataType": "custom"'
        )
    if data_type == "custom":
        if not endpoint.key:
            raise ValueError(f'endpoint “{name}”: custom data needs "key", the fields that name one record')
        return
    known = DATA_TYPES[data_type].field_names
    targets = [mapping.target for mapping in endpoint.mappings]
    for target in targets:
        if target not in known:
            raise ValueError(f"endpoint “{name}”: {data_type} has no field “{target}”.{did_you_mean(target, known)}")
        if targets.count(target) > 1:
            raise ValueError(f"endpoint “{name}”: two mappings fill the field “{target}”")


def check_secret(name: str, value: str) -> None:
    """Raise ConfigurationError for a secret that cannot have been meant, without showing it."""
    label = SECRET_LABELS.get(name) or name.removeprefix(HEADER_SECRET_PREFIX)
    if any(c in value for c in "\r\n\0"):
        raise ConfigurationError(f"{label} holds a line break. Paste it again as one line.", field=name)
    if any("\ud800" <= c <= "\udfff" for c in value):
        raise ConfigurationError(f"{label} holds a character that is no text. Paste it again.", field=name)
    if MASK[0] in value:
        raise ConfigurationError(f"{label} is hidden behind {MASK} in part. Enter the whole of it.", field=name)


def _take_secret(written: dict[str, Any], name: str, secrets: dict[str, str]) -> None:
    value = written.pop(name, None)
    if value is None or value == MASK:
        return
    if not isinstance(value, str):
        raise ConfigurationError(f"{SECRET_LABELS[name]} must be text.", field=name)
    value = value.strip()
    if value:
        check_secret(name, value)
        secrets[name] = value


def _take_header_secrets(headers: Mapping[str, Any], secrets: dict[str, str]) -> dict[str, Any]:
    kept: dict[str, Any] = {}
    for name, value in headers.items():
        if is_secret_name(name) and isinstance(value, str) and value:
            if value != MASK:
                try:
                    check_header(name, value)
                except ValueError as error:
                    raise ConfigurationError(f"Headers: {error}.", field="headers") from None
                check_secret(HEADER_SECRET_PREFIX + name, value)
                secrets[HEADER_SECRET_PREFIX + name] = value
            kept[name] = MASK
        else:
            kept[name] = value
    return kept


def _split_basic(plain: dict[str, Any], secrets: dict[str, str]) -> None:
    """Take `user:password` in apiKey, as the seed's form has one field for every kind of sign-in."""
    together = secrets.get("apiKey", "")
    if plain.get("authType", plain.get("auth_type")) == "basic" and ":" in together and not plain.get("username"):
        plain["username"], password = together.split(":", 1)
        del secrets["apiKey"]
        if password:
            secrets["password"] = password


def _check_secrets(integration: Integration, secrets: Mapping[str, str]) -> None:
    webhook = secrets.get("webhookSecret")
    if webhook is not None and len(webhook) < MINIMUM_SECRET_LENGTH:
        raise ConfigurationError(
            f"The webhook secret is shorter than {MINIMUM_SECRET_LENGTH} characters. Choose a longer one.",
            field="webhookSecret",
        )
    allowed = set(integration.secret_names())
    for name in secrets:
        if name not in allowed:
            raise ConfigurationError(
                f"{SECRET_LABELS.get(name, name)} does not belong to the sign-in "
                f"“{AUTH_LABELS[integration.auth_type]}”.",
                field=name,
            )


def _as_configuration_error(error: ValidationError) -> ConfigurationError:
    """Turn pydantic's findings into one sentence that says where, what and what to do."""
    sentences: list[str] = []
    first_field = ""
    for finding in error.errors(include_url=False, include_input=False):
        place = [str(part) for part in finding["loc"]]
        first_field = first_field or ".".join(place)
        where = ".".join(place)
        match finding["type"]:
            case "extra_forbidden":
                known = _known_keys(place[:-1])
                sentences.append(f"Unknown key “{where}”.{did_you_mean(place[-1], known)}")
            case "missing":
                sentences.append(f"“{where}” is missing.")
            case "value_error":
                message = str(finding["msg"]).removeprefix("Value error, ")
                sentences.append(f"{where}: {message}." if where else f"{message[:1].upper()}{message[1:]}.")
            case "greater_than_equal" if place[-1] == "syncInterval":
                sentences.append(f"{where}: the shortest interval is {MINIMUM_INTERVAL} minutes.")
            case _:
                sentences.append(f"{where}: {finding['msg'][:1].lower()}{finding['msg'][1:]}.")
    text = " ".join(sentence.replace("..", ".") for sentence in sentences)
    return ConfigurationError(text, field=first_field)


def _known_keys(path: list[str]) -> list[str]:
    model: type[BaseModel] = Integration
    if path[:1] == ["endpoints"]:
        below = path[2] if len(path) > 2 else ""
        model = Pagination if below == "pagination" else FieldMapping if below == "mappings" else Endpoint
    elif path[:1] == ["apiKeyIn"]:
        model = ApiKeyPlacement
    elif path[:1] == ["oauth"]:
        model = OAuthSettings
    names = [info.alias or name for name, info in model.model_fields.items()]
    return names + (list(SECRET_LABELS) if model is Integration else [])
