"""The configuration of an integration: the seed's JSON shape, checked by pydantic, without its secrets."""

import hashlib
import json
import re
import typing
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import zip_longest
from typing import Annotated, Any, Self

from pydantic import BaseModel, Field, ValidationError, field_validator, model_validator

from hub_desktop.core.brakes import Brakes
from hub_desktop.core.college_calendar import CollegeTime
from hub_desktop.core.configured import Configured
from hub_desktop.core.datatypes import DATA_TYPES
from hub_desktop.core.delivery_rules import WebhookSettings, check_endpoints
from hub_desktop.core.device_address import is_devices
from hub_desktop.core.device_rules import check_devices, refuse_punches
from hub_desktop.core.endpoint import MAX_INTERVAL, Endpoint
from hub_desktop.core.errors import ConfigurationError
from hub_desktop.core.file_rules import check_files
from hub_desktop.core.folders import is_folder
from hub_desktop.core.opening_times import OpeningTimes
from hub_desktop.core.redaction import MASK, is_secret_name
from hub_desktop.core.schedule_rules import MINIMUM_INTERVAL, RESTING_TYPES, Schedule, check_room
from hub_desktop.core.sign_in import (
    AUTH_LABELS,
    OAUTH_TOKENS,
    SECRET_LABELS,
    ApiKeyPlacement,
    AuthType,
    Grant,
    OAuth1Settings,
    OAuthSettings,
    SessionSettings,
)
from hub_desktop.core.signature import signing_key
from hub_desktop.core.wire_rules import check_base, check_header, check_parameters, is_same_place
from hub_desktop.core.words import did_you_mean

MAX_CONFIGURATION_BYTES = 1_000_000
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
_MOST_GENERATIONS = 3
_WITHOUT_EFFECT = ("syncInterval", "schedule", "maxMinutes", "enabled", "completeList")
"""Settings of an endpoint that change when it is read, but not what it brings.

Paging and error rules are not among them: with wrong ones a pass looks whole though records were left behind.
"""

_READING = 2
"""To be raised when the program itself reads or checks records otherwise, so that they are read anew."""

HEADER_SECRET_PREFIX = "header:"  # noqa: S105 - the name of a place, not a secret
"""A custom header whose name promises a secret is kept in the vault under this prefix and its name."""


class Integration(Configured):
    """One configured connection, as a person wrote it; secrets are kept apart in the vault."""

    name: Annotated[str, Field(min_length=1, max_length=80)]
    """By which people know it; no two of a college are called the same."""
    type: Annotated[str, Field(min_length=1, max_length=40)] = "custom"
    """What kind of system it is, a short word such as attendance or lms."""
    base_url: str
    """The address of the upstream, before the path of each endpoint; or a folder of files, as file:///srv/exports; or
    devices://iclock for attendance devices that push."""
    auth_type: AuthType = AuthType.BEARER
    """How the upstream is signed in to."""
    api_key_in: ApiKeyPlacement = Field(default_factory=ApiKeyPlacement)
    """For api-key: where the key travels."""
    bearer_prefix: Annotated[str, Field(max_length=40)] = "Bearer"
    """For bearer: the word before the token."""
    username: Annotated[str, Field(max_length=200)] = ""
    """Of a sign-in with user name and password."""
    oauth: OAuthSettings | None = None
    """For oauth: how a token is come by."""
    oauth1: OAuth1Settings | None = Field(default=None, alias="oauth1")
    """For oauth1: what requests are signed with."""
    session: SessionSettings | None = None
    """For session: the sign-in request."""
    headers: dict[str, str] = Field(default_factory=dict, max_length=50)
    """Sent with every request."""
    params: dict[str, str] = Field(default_factory=dict, max_length=50)
    """Query parameters sent with every request; those of an endpoint win."""
    max_parallel: Annotated[int, Field(ge=1, le=16)] = 4
    """Requests to the upstream at the same time."""
    requests_per_minute: Annotated[int, Field(ge=1, le=6_000)] | None = None
    """Where the upstream allows only so many; None: as it answers."""
    brakes: Brakes = Field(default_factory=Brakes)
    """How much a run may remove or change before a person is asked."""
    webhook: WebhookSettings = Field(default_factory=WebhookSettings)
    """How deliveries are verified, which endpoint each feeds, and how long they are kept."""
    template: Annotated[str, Field(max_length=80, pattern=r"^$|^[a-z0-9-]+@\d+$")] = ""
    """The catalog template it was made from, with its version, such as moodle@1."""
    endpoints: dict[str, Endpoint] = Field(default_factory=dict, max_length=100)
    """What is read, by name; the name is the data type unless the endpoint says another."""
    sync_interval: Annotated[int, Field(ge=MINIMUM_INTERVAL, le=MAX_INTERVAL)] = 60
    """Minutes between two syncs."""
    schedule: Schedule = Field(default_factory=Schedule)
    """Times of the day, weekdays, quiet hours and holidays, by the clock of the college."""
    enabled: bool = True
    """Whether it is synced by the clock."""

    @model_validator(mode="before")
    @classmethod
    def _no_sign_in_needed(cls, value: Any) -> Any:
        if isinstance(value, Mapping) and not {"authType", "auth_type"} & set(value):
            base = value.get("baseUrl", value.get("base_url"))
            if isinstance(base, str) and (is_folder(base.strip()) or is_devices(base.strip())):
                return {**value, "authType": "none"}
        return value

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
        return check_base(value)

    @field_validator("headers")
    @classmethod
    def _headers(cls, value: dict[str, str]) -> dict[str, str]:
        for name, text in value.items():
            check_header(name, text)
        return value

    @field_validator("params")
    @classmethod
    def _no_secrets(cls, value: dict[str, str]) -> dict[str, str]:
        check_parameters(value)
        return value

    @model_validator(mode="after")
    def _endpoints_fit(self) -> Self:
        for name, endpoint in self.endpoints.items():
            if not 1 <= len(name) <= _LONGEST_ENDPOINT_NAME or any(ord(c) < 32 for c in name):
                raise ValueError(f"the name of an endpoint is one line of 1 to {_LONGEST_ENDPOINT_NAME} characters")
            _check_endpoint(name, endpoint)
            self._check_parents(name)
            self._check_complete(name, endpoint)
            self._check_schedule(name)
        check_endpoints(self.webhook, self.endpoints)
        return self

    @model_validator(mode="after")
    def _source_fits(self) -> Self:
        if not (self.reads_files or self.fed_by_devices):
            refuse_punches(self.endpoints)
            return self
        what = "a folder is read" if self.reads_files else "devices push"
        if self.auth_type is not AuthType.NONE:
            raise ValueError(f'{what} without a sign-in: "authType": "none"')
        if self.headers or self.params:
            raise ValueError(f"{what} with no headers and no parameters; those of a file stand at its endpoint")
        (check_files if self.reads_files else check_devices)(self.endpoints)
        return self

    @model_validator(mode="after")
    def _sign_in_fits(self) -> Self:
        match self.auth_type:
            case AuthType.OAUTH if self.oauth is None:
                raise ValueError('OAuth 2.0 needs the address where tokens are issued: add "oauth": {"tokenUrl": …}')
            case AuthType.OAUTH1 if self.oauth1 is None:
                raise ValueError('OAuth 1.0a needs the consumer key: add "oauth1": {"consumerKey": …}')
            case AuthType.SESSION if self.session is None:
                raise ValueError('A sign-in page needs its path: add "session": {"path": …}')
        return self

    def _check_complete(self, name: str, endpoint: Endpoint) -> None:
        """Raise ValueError where two endpoints bring one kind of data, so that neither list is complete."""
        kind = self.data_type_of(name)
        others = [other for other in self.endpoints if other != name and self.data_type_of(other) == kind]
        if endpoint.complete_list and others:
            raise ValueError(why_not_complete(name, others[0], kind))

    def _check_schedule(self, name: str) -> None:
        """Raise ValueError where quiet hours of the one and days of the other leave an endpoint no time."""
        try:
            check_room(self.schedule_of(name))
        except ValueError as error:
            raise ValueError(f"endpoint “{name}”: {error}") from None

    def _check_parents(self, name: str) -> None:
        """Raise ValueError when the line of parents of an endpoint leads nowhere, in a circle or too far."""
        line = [name]
        while (parent := self.parent_of(line[-1])) is not None:
            if parent not in self.endpoints:
                raise ValueError(
                    f"endpoint “{line[-1]}”: forEach names “{parent}”, which is no endpoint of this integration."
                    f"{did_you_mean(parent, self.endpoints)}"
                )
            if parent in line:
                raise ValueError(f"endpoint “{name}”: its line of parents comes back to “{parent}”")
            line.append(parent)
            if len(line) > _MOST_GENERATIONS:
                raise ValueError(f"endpoint “{name}” has more than {_MOST_GENERATIONS - 1} parents one above the other")

    @property
    def reads_files(self) -> bool:
        """Whether records come from the files of a folder rather than from a server."""
        return is_folder(self.base_url)

    @property
    def fed_by_devices(self) -> bool:
        """Whether records come from devices that push rather than from a server that is asked."""
        return is_devices(self.base_url)

    def parent_of(self, endpoint: str) -> str | None:
        """Return the endpoint for each record of which the named one is asked, None where it is asked once."""
        for_each = self.endpoints[endpoint].for_each
        return for_each.endpoint or None if for_each is not None else None

    def data_type_of(self, endpoint: str) -> str:
        """Return the data type that the named endpoint feeds."""
        return self.endpoints[endpoint].data_type or endpoint

    def parents_first(self, endpoints: Iterable[str]) -> list[str]:
        """Return the named endpoints in their order, but none before the one for whose records it is asked."""
        wanted = list(endpoints)
        ordered: list[str] = []

        def put(name: str) -> None:
            parent = self.parent_of(name)
            if parent in wanted and parent not in ordered:
                put(parent)
            if name not in ordered:
                ordered.append(name)

        for name in wanted:
            put(name)
        return ordered

    def fingerprint(self, endpoint: str) -> str:
        """Return a digest of all that decides which records an endpoint brings and how they are stored."""
        names = [endpoint]
        while (parent := self.parent_of(names[-1])) is not None:
            names.append(parent)
        written = [self.endpoints[name].written() for name in names]
        for one in written:
            for key in _WITHOUT_EFFECT:
                one.pop(key, None)
        # A header may name the college, and a user may see what another does not.
        whom = [self.base_url, self.params, self.headers, str(self.auth_type), self.username]
        whole = [_READING, whom, self.data_type_of(endpoint), written]
        return hashlib.sha256(json.dumps(whole, sort_keys=True).encode()).hexdigest()[:32]

    def interval_of(self, endpoint: str) -> int:
        """Return the minutes between two syncs of the named endpoint."""
        return self.endpoints[endpoint].sync_interval or self.sync_interval

    def schedule_of(self, endpoint: str) -> Schedule:
        """Return when the named endpoint is synced: its own schedule, and the integration's where it says nothing."""
        return self.endpoints[endpoint].schedule.over(self.schedule)

    def rests_on_holidays(self, endpoint: str) -> bool:
        """Tell whether the named endpoint is left alone on the holidays of the college."""
        said = self.schedule_of(endpoint).not_on_holidays
        return self.data_type_of(endpoint) in RESTING_TYPES if said is None else said

    def opening_of(self, endpoint: str, time: CollegeTime) -> OpeningTimes:
        """Return when the clock may start the named endpoint at a college."""
        return OpeningTimes(time, self.schedule_of(endpoint), self.rests_on_holidays(endpoint))

    def needed_secrets(self) -> tuple[str, ...]:
        """Return the names of the secrets without which the upstream cannot be signed in to."""
        marked = tuple(HEADER_SECRET_PREFIX + name for name, value in self.headers.items() if value == MASK)
        return (*self.sign_in_secrets(), *marked)

    def typed_secrets(self) -> tuple[str, ...]:
        """Return the names of the needed secrets that a person types, as they do not the tokens of a sign-in."""
        return tuple(name for name in self.needed_secrets() if name != OAUTH_TOKENS)

    def sign_in_secrets(self) -> tuple[str, ...]:
        """Return the names of the secrets that the way of signing in needs, the tokens of a person's sign-in last."""
        match self.auth_type:
            case AuthType.API_KEY | AuthType.BEARER:
                return ("apiKey",)
            case AuthType.BASIC | AuthType.SESSION:
                return ("password",)
            case AuthType.OAUTH1:
                return ("consumerSecret", "tokenSecret") if self.oauth1 and self.oauth1.token else ("consumerSecret",)
            case AuthType.OAUTH if self.oauth is not None:
                password = ("password",) if self.oauth.grant is Grant.PASSWORD else ()
                client = () if self.oauth.client_auth == "none" else ("clientSecret",)
                return (*password, *client, *((OAUTH_TOKENS,) if self.oauth.interactive else ()))
            case _:
                return ()

    def signed_in_by_person(self) -> bool:
        """Tell whether a person signs in to the upstream, and the tokens are kept."""
        return self.auth_type is AuthType.OAUTH and self.oauth is not None and self.oauth.interactive

    def destinations(self) -> tuple[str, ...]:
        """Return the addresses to which typed secrets are sent; a session signs in below the base URL."""
        return (self.base_url, *((self.oauth.token_url, self.oauth.device_url) if self.oauth else ()))

    def secret_names(self) -> tuple[str, ...]:
        """Return the names of all secrets the integration can hold."""
        return (*self.needed_secrets(), "webhookSecret")

    def to_json(self) -> dict[str, Any]:
        """Return the seed's JSON shape; an endpoint that is only a path is written as one."""
        written = self.written()
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


def why_not_complete(name: str, other: str, kind: str) -> str:
    """Return why an endpoint cannot be a complete list, where another one brings the same kind of data."""
    return f"endpoint “{name}” cannot be a complete list, because “{other}” brings {kind} too"


def sends_elsewhere(before: Integration, after: Integration) -> bool:
    """Tell whether the secrets kept for one configuration would go to another computer under the other.

    Another path of the same scheme, host and port is the same place, to which every endpoint sends them anyway; so is
    the same host by https instead of http, both at their usual ports.
    """
    places = zip_longest(before.destinations(), after.destinations(), fillvalue="")
    return any(not is_same_place(one, other) for one, other in places)


def read_integration(written: Mapping[str, Any], *, strict: bool = False) -> Submitted:
    """Check the seed's JSON shape and take the secrets out of it; raise ConfigurationError naming the field.

    `strict` takes nothing that the published schema does not, such as 0 for false or "30" for 30.

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
        if strict:
            # As JSON, in which a word of a choice is a string and a list may become a tuple.
            integration = Integration.model_validate_json(json.dumps(plain), strict=True, by_alias=True, by_name=False)
        else:
            integration = Integration.model_validate(plain)
    except ValidationError as error:
        raise _as_configuration_error(error) from None
    _check_secrets(integration, secrets)
    return Submitted(integration, secrets)


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
    if webhook is not None:
        try:
            signing_key(integration.webhook.scheme, webhook)
        except ValueError as error:
            raise ConfigurationError(
                f"The webhook secret cannot be used: {error}. Choose another, or have one made.", field="webhookSecret"
            ) from None
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
    """Return the keys that the model at a place of the configuration knows."""
    model: type[BaseModel] = Integration
    position = 0
    while position < len(path):
        found = _field_named(model, path[position])
        inner = next(_models_in(found), None) if found is not None else None
        if inner is None:
            break
        model, is_many = inner
        # The part after the name of a dictionary or list is a name or number in it.
        position += 2 if is_many else 1
    names = [info.alias or name for name, info in model.model_fields.items()]
    return names + (list(SECRET_LABELS) if model is Integration else [])


def _field_named(model: type[BaseModel], alias: str) -> Any:
    return next((i.annotation for name, i in model.model_fields.items() if alias in {i.alias, name}), None)


def _models_in(annotation: Any, *, many: bool = False) -> Iterator[tuple[type[BaseModel], bool]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation, many
    for inner in typing.get_args(annotation):
        yield from _models_in(inner, many=many or typing.get_origin(annotation) in {dict, list})
