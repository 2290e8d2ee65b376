"""What is configured of an integration's webhook, and the rule that tells which endpoint a delivery feeds."""

import re
from collections.abc import Mapping
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING, Annotated, Any, Self

from pydantic import Field, ValidationError, model_validator

from hub_desktop.core.configured import Configured
from hub_desktop.core.datatypes import DATA_TYPES
from hub_desktop.core.errors import ConfigurationError
from hub_desktop.core.paths import check_expression, compile_path
from hub_desktop.core.redaction import is_secret_name, one_line
from hub_desktop.core.signature import Headers, Scheme
from hub_desktop.core.words import did_you_mean, listed

if TYPE_CHECKING:
    from hub_desktop.core.integration import Integration

PATH_LABEL = "path"
"""Under which the last part of the address stands among the labels of a delivery; no header is called so there."""
HEADER_LABEL = "header:"

_NAMING_KEYS = ("endpoint", "dataType", "data_type", "type", "event")
_HEADER_NAME = re.compile(r"[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}")
_SHOWN = 80
_MOST_LABELS = 12
_LONGEST_LABEL = 200
_TELLING = re.compile(rb"(?:^x-(?!forwarded|real-ip|request-id)|(?:^|-)(?:event|topic|type|resource|action)$)")
_NOT_TELLING = frozenset({b"content-type"})


class RuleKind(StrEnum):
    """Where a delivery says which endpoint it feeds."""

    GUESS = "guess"
    PATH = "path"
    HEADER = "header"
    FIELD = "field"


class DeliveryRule(Configured):
    """Which endpoint a delivery feeds."""

    by: RuleKind = RuleKind.GUESS
    """Where it says so: guess (in the body, under endpoint, dataType, type or event), path, header or field."""
    name: Annotated[str, Field(max_length=200)] = ""
    """For header: its name. For field: a name, a dotted path or a JMESPath expression."""
    values: dict[Annotated[str, Field(min_length=1, max_length=200)], str] = Field(default_factory=dict, max_length=200)
    """What it may say, with the endpoint each value stands for; a value that names an endpoint needs no entry."""

    @model_validator(mode="after")
    def _name_fits(self) -> Self:
        match self.by:
            case RuleKind.HEADER:
                if not _HEADER_NAME.fullmatch(self.name):
                    raise ValueError('a rule by header needs its name, such as "name": "X-Event"')
                if is_secret_name(self.name):
                    raise ValueError(f"the header “{self.name}” promises a secret, and is never kept with a delivery")
            case RuleKind.FIELD:
                if not self.name:
                    raise ValueError('a rule by field needs its place in the body, such as "name": "event"')
                check_expression(self.name)
            case _ if self.name:
                raise ValueError(f"a rule by {self.by} takes no name")
        return self


class WebhookSettings(Configured):
    """How deliveries to an integration are verified, routed and kept."""

    scheme: Scheme = Scheme.SEED
    """How they are signed: seed, standard, github or stripe. Any other signature is refused."""
    rule: DeliveryRule = Field(default_factory=DeliveryRule)
    """Which endpoint a delivery feeds."""
    requests_per_minute: Annotated[int, Field(ge=1, le=10_000_000)] = 1_000_000
    """How many rightly signed deliveries are taken a minute; more are told to come later."""
    keep_days: Annotated[int, Field(ge=1, le=3_650)] = 30
    """How many days the body of a delivery is kept once its records are stored."""


def read_settings(written: Mapping[str, Any]) -> WebhookSettings:
    """Check the JSON of the settings, as a form writes it; raise ConfigurationError naming the field.

    A field of the rule is `rule.name` or `rule.values`; what is wrong with the rule as a whole belongs to its name.
    """
    try:
        return WebhookSettings.model_validate(written)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
    place = [str(part) for part in first["loc"]][:2]
    message = str(first["msg"]).removeprefix("Value error, ").rstrip(".")
    raise ConfigurationError(
        f"{message[:1].upper()}{message[1:]}.", field="rule.name" if place == ["rule"] else ".".join(place)
    )


def check_endpoints(settings: WebhookSettings, endpoints: Mapping[str, Any]) -> None:
    """Raise ValueError where the rule names an endpoint that the integration has not."""
    for value, endpoint in settings.rule.values.items():
        if endpoint not in endpoints:
            raise ValueError(
                f"webhook: the value “{one_line(value, _SHOWN)}” stands for “{one_line(endpoint, _SHOWN)}”, which is "
                f"no endpoint of this integration.{did_you_mean(endpoint, endpoints)}"
            )


def labels_of(headers: Headers, name: str) -> dict[str, str]:
    """Return what is kept beside the body of a delivery, so that a rule that is mended later can still be applied.

    It is the last part of the address, where there is one, and those headers that may tell what a delivery is about:
    those that begin with x- or end in event, topic, type, resource or action, but none that promises a secret.
    """
    labels = {PATH_LABEL: name[:_LONGEST_LABEL]} if name else {}
    for header, value in headers:
        if len(labels) >= _MOST_LABELS:
            break
        label = _label(header)
        if label:
            labels[label] = value.decode("utf-8", "replace")[:_LONGEST_LABEL]
    return labels


@lru_cache(maxsize=512)
def _label(header: bytes) -> str:
    """Return under which label a header is kept; empty for one that is not."""
    written = header.decode("latin-1")
    if not _TELLING.search(header) or header in _NOT_TELLING or len(header) > _SHOWN or is_secret_name(written):
        return ""
    return HEADER_LABEL + written


def endpoint_of(config: "Integration", labels: Mapping[str, str], content: Any) -> str:
    """Return the endpoint that a delivery feeds by the rule; raise ConfigurationError, with the way out, for none."""
    rule = config.webhook.rule
    match rule.by:
        case RuleKind.PATH:
            said: Any = labels.get(PATH_LABEL)
            where = "The address of the delivery"
        case RuleKind.HEADER:
            said = labels.get(HEADER_LABEL + rule.name.lower())
            where = f"The header {rule.name} of the delivery"
        case RuleKind.FIELD:
            said = _taken(rule.name, content)
            where = f"The field “{rule.name}” of the delivery"
        case RuleKind.GUESS:
            if PATH_LABEL not in labels:
                return _guessed(config, content)
            said, where = labels[PATH_LABEL], "The address of the delivery"
    if said is None or isinstance(said, list | dict) or said == "":
        raise ConfigurationError(
            f"{where} does not say which endpoint it feeds. Ask the sender for it, or change the rule of the webhook "
            f"of {config.name}; then replay the delivery."
        )
    text = str(said).strip() if not isinstance(said, bool) else str(said).lower()
    found = rule.values.get(text) or _named(config, text)
    if found is None:
        raise ConfigurationError(
            f"{where} says “{one_line(text, _SHOWN)}”, which stands for no endpoint of {config.name}."
            f"{did_you_mean(text, (*rule.values, *config.endpoints))} Add it to the rule of the webhook, then replay "
            "the delivery."
        )
    return found


def _taken(path: str, content: Any) -> Any:
    if isinstance(content, list) and content and isinstance(content[0], Mapping):
        # A list of records says it with each of them; the first speaks for all.
        content = content[0]
    if not isinstance(content, Mapping):
        return None
    try:
        return compile_path(path)(content)
    except ValueError:
        return None


def _named(config: "Integration", text: str) -> str | None:
    """Return the endpoint that a text names: itself or its data type, whole or before the first full stop."""
    for word in (text.lower(), text.partition(".")[0].strip().lower()):
        for name in config.endpoints:
            if word in {name.lower(), config.data_type_of(name)}:
                return name
    return None


def _guessed(config: "Integration", content: Any) -> str:
    if isinstance(content, Mapping):
        for key in _NAMING_KEYS:
            said = content.get(key)
            if isinstance(said, str):
                found = config.webhook.rule.values.get(said.strip()) or _named(config, said.strip())
                if found is not None:
                    return found
                word = said.partition(".")[0].strip().lower()
                if word in DATA_TYPES:
                    raise ConfigurationError(
                        f"The delivery holds {DATA_TYPES[word].label.lower()}, for which {config.name} has no endpoint."
                    )
    if len(config.endpoints) == 1:
        return next(iter(config.endpoints))
    named = [DATA_TYPES[config.data_type_of(name)].label for name in config.endpoints]
    raise ConfigurationError(
        f"The delivery does not say what it holds. {config.name} has {listed(named) or 'no endpoints'}; name one of "
        "them as “endpoint” in the delivery."
    )
