"""Templates of well-known systems: an integration with blanks, what people must know of it, and how to recognise it."""

import json
import re
from collections.abc import Mapping
from typing import Annotated, Any, Literal, Self

from pydantic import Field, ValidationError, field_validator, model_validator

from hub_desktop.core.configured import Configured
from hub_desktop.core.errors import ConfigurationError
from hub_desktop.core.integration import Submitted, read_integration
from hub_desktop.core.intervals import with_recommended
from hub_desktop.core.sign_in import SECRET_LABELS
from hub_desktop.core.wire_rules import check_address
from hub_desktop.core.words import did_you_mean

_BLANK = re.compile(r"\[\[(\w+)\]\]")
_QUOTED_OR_BARE = re.compile(r"'\[\[(\w+)\]\]'|\[\[(\w+)\]\]")


class Blank(Configured):
    """One thing a person fills in, such as the address; it stands as [[name]] in the integration."""

    name: Annotated[str, Field(pattern=r"^[a-z][A-Za-z0-9]*$", max_length=40)]
    label: Annotated[str, Field(min_length=1, max_length=80)]
    help: Annotated[str, Field(max_length=400)] = ""
    example: Annotated[str, Field(max_length=200)] = ""
    default: Annotated[str, Field(max_length=200)] = ""
    """What is taken where a person leaves it empty; empty: it must be filled in."""
    kind: Literal["text", "address", "secret"] = "text"
    """A secret goes to the vault: its name must be that of a secret field, such as apiKey."""

    @model_validator(mode="after")
    def _secret_is_known(self) -> Self:
        if self.kind == "secret" and self.name not in SECRET_LABELS:
            raise ValueError(f"a blank of the kind secret has the name of a secret: {', '.join(SECRET_LABELS)}")
        return self


class Advice(Configured):
    """What is wrong with an endpoint of a recognised system that was written otherwise, and what takes its place."""

    text: Annotated[str, Field(min_length=1, max_length=200)]
    """Words in the path or parameters of an endpoint that this is about, such as core_grades_get_grades."""
    say: Annotated[str, Field(min_length=1, max_length=400)]
    """The sentence for people."""
    instead: Annotated[str, Field(max_length=80)] = ""
    """The endpoint of this template that takes its place."""


class Recognition(Configured):
    """How this system shows itself in a configuration that was not made from the template."""

    path: Annotated[str, Field(max_length=200)] = ""
    """Words in the base URL or the path of an endpoint, such as webservice/rest."""
    advice: list[Advice] = Field(default_factory=list, max_length=30)


class Template(Configured):
    """A system of the catalog."""

    id: Annotated[str, Field(pattern=r"^[a-z0-9-]+$", max_length=40)]
    version: Annotated[int, Field(ge=1)]
    name: Annotated[str, Field(min_length=1, max_length=80)]
    summary: Annotated[str, Field(min_length=1, max_length=300)]
    systems: list[str] = Field(default_factory=list, max_length=20)
    """Products and versions it is meant for."""
    source: Annotated[str, Field(max_length=300)] = ""
    """The vendor's document, for IT staff."""
    steps: list[str] = Field(default_factory=list, max_length=20)
    """What a person does in the other system beforehand, a sentence each."""
    verified: list[str] = Field(default_factory=list, max_length=30)
    """What was seen to work, and against what."""
    unverified: list[str] = Field(default_factory=list, max_length=30)
    """What was only read in a document, or is taken from memory."""
    notes: list[str] = Field(default_factory=list, max_length=20)
    """What the template decides, and what it leaves out, each with its reason."""
    blanks: list[Blank] = Field(min_length=1, max_length=20)
    integration: dict[str, Any]
    """The seed's JSON shape, with [[name]] where a blank is filled in."""
    recognise: Recognition = Field(default_factory=Recognition)

    @field_validator("blanks")
    @classmethod
    def _names_differ(cls, value: list[Blank]) -> list[Blank]:
        if len({blank.name for blank in value}) < len(value):
            raise ValueError("two blanks have one name")
        return value

    @model_validator(mode="after")
    def _blanks_are_used(self) -> Self:
        used = set(_BLANK.findall(json.dumps(self.integration)))
        plain = {blank.name for blank in self.blanks if blank.kind != "secret"}
        if used != plain:
            raise ValueError(f"blanks and their places differ: {', '.join(sorted(used ^ plain))}")
        return self

    def blank_named(self, name: str) -> Blank | None:
        """Return the blank of this name, None where there is none."""
        return next((blank for blank in self.blanks if blank.name == name), None)

    @property
    def secret_blanks(self) -> tuple[Blank, ...]:
        """The blanks whose values go to the vault."""
        return tuple(blank for blank in self.blanks if blank.kind == "secret")

    @property
    def label(self) -> str:
        """What an integration made from this template remembers of it, such as moodle@1."""
        return f"{self.id}@{self.version}"


def read_template(text: str | bytes) -> Template:
    """Return the template of a catalog file; raise ConfigurationError saying what is wrong with it."""
    try:
        return Template.model_validate_json(text)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        where = ".".join(str(part) for part in first["loc"])
        raise ConfigurationError(f"This template cannot be used: {where}: {first['msg']}") from None


def filled(template: Template, values: Mapping[str, str], *, name: str = "") -> Submitted:
    """Return the integration of a template with its blanks filled, and apart from it the secrets among them.

    Each endpoint for which the template names no interval has the one that its kind of data is worth.

    Raises ConfigurationError naming a blank that is missing or unknown, or whose value the integration cannot take.
    """
    known = {blank.name: blank for blank in template.blanks}
    for given in values:
        if given not in known:
            raise ConfigurationError(f"{template.name} asks for no “{given}”.{did_you_mean(given, known)}", field=given)
    complete: dict[str, str] = {}
    for blank in template.blanks:
        value = values.get(blank.name, "").strip() or blank.default
        if not value and blank.kind != "secret":
            raise ConfigurationError(f"{template.name} needs: {blank.label}.", field=blank.name)
        complete[blank.name] = _address(blank, value) if blank.kind == "address" else value
    secrets = {blank.name: complete[blank.name] for blank in template.blanks if blank.kind == "secret"}
    plain = _put(template.integration, complete)
    written = {"name": template.name, **plain, "template": template.label}
    if name:
        written["name"] = name
    submitted = read_integration(written | {key: value for key, value in secrets.items() if value})
    return Submitted(with_recommended(submitted.integration), submitted.secrets)


def _address(blank: Blank, value: str) -> str:
    try:
        return check_address(value).rstrip("/")
    except ValueError as error:
        raise ConfigurationError(f"{blank.label}: {error}.", field=blank.name) from None


def _value(found: re.Match[str], values: Mapping[str, str]) -> str:
    if found[1] is None:
        return values[found[2]]
    # Between quotes it stands in a JMESPath expression, where a quote of its own would end it.
    return "'" + values[found[1]].replace("'", "\\'") + "'"


def _put(written: Any, values: Mapping[str, str]) -> Any:
    if isinstance(written, str):
        return _QUOTED_OR_BARE.sub(lambda found: _value(found, values), written)
    if isinstance(written, Mapping):
        return {_put(key, values): _put(value, values) for key, value in written.items()}
    if isinstance(written, list):
        return [_put(value, values) for value in written]
    return written
