"""The endpoint language: how one path of an upstream is asked, paged, followed over time and turned into records."""

from collections.abc import Mapping
from typing import Annotated, Any, Literal, Self

from pydantic import Field, field_validator, model_validator

from hub_desktop.core.attendance_rules import PunchRule
from hub_desktop.core.configured import Configured
from hub_desktop.core.paths import check_expression
from hub_desktop.core.schedule_rules import MINIMUM_INTERVAL, Schedule
from hub_desktop.core.templates import check_template, names_in
from hub_desktop.core.time_formats import check_format, is_counter, read_first
from hub_desktop.core.times import utc_now
from hub_desktop.core.transformations import parse_step
from hub_desktop.core.wire_rules import check_header, check_parameter, check_parameters, check_path

MAX_INTERVAL = 60 * 24 * 31
"""Minutes: a month."""

PagingStyle = Literal["auto", "none", "page", "offset", "cursor", "next", "link"]
"""How pages follow each other; `auto` finds out from the first answer."""

PUNCHES_PATH = "/punches"
"""The path of an endpoint that devices feed."""

_SHORT = Annotated[str, Field(max_length=300)]
_NAME = Annotated[str, Field(min_length=1, max_length=100)]


class Pagination(Configured):
    """How the pages of an endpoint follow each other; `auto` finds out from the first answer."""

    style: PagingStyle = "auto"
    """page: by number. offset: by how many were read. cursor: by a token the answer holds. next: by an address the
    answer holds. link: by the Link header (RFC 8288)."""
    page_param: _NAME = "page"
    """For page: the parameter that carries the number."""
    offset_param: _NAME = "offset"
    """For offset: the parameter that carries how many were read."""
    size_param: _NAME = "limit"
    """The parameter that carries the page size, where one is chosen."""
    cursor_param: _NAME = "cursor"
    """For cursor: the parameter that carries it."""
    page_size: Annotated[int, Field(ge=1, le=10_000)] | None = None
    """Records asked for on a page; None: the upstream's own."""
    first_page: Annotated[int, Field(ge=0, le=1)] = 1
    """For page: the number of the first one."""
    cursor_path: _SHORT = ""
    """Where the next cursor lies in the answer; empty: at the usual places, such as nextPageToken."""
    cursor_header: Annotated[str, Field(max_length=100)] = ""
    """The header of the answer that holds the next cursor, instead of the body."""
    next_path: _SHORT = ""
    """Where the next address lies in the answer; empty: at the usual places, such as next or @odata.nextLink."""
    total_path: _SHORT = ""
    """Where the answer says how many records there are in all; empty: at the usual places."""
    more_path: _SHORT = ""
    """Where the answer says, with true or false, whether there is more; empty: at the usual places."""
    max_pages: Annotated[int, Field(ge=1, le=100_000)] = 1_000
    """Reading stops there, and says so."""

    @field_validator("cursor_path", "next_path", "total_path", "more_path")
    @classmethod
    def _expression(cls, value: str) -> str:
        return check_expression(value)


class FieldMapping(Configured):
    """One upstream field (a name or a dotted path) that becomes one of our fields."""

    source: Annotated[str, Field(alias="from", min_length=1, max_length=300)]
    """The upstream field: a name, a dotted path or a JMESPath expression."""
    target: Annotated[str, Field(alias="to", min_length=1, max_length=100)]
    """Our field."""
    transformations: list[str | dict[str, Any]] = Field(default_factory=list, max_length=20)
    """What happens to the value on the way, in order."""

    @field_validator("transformations")
    @classmethod
    def _known(cls, steps: list[str | dict[str, Any]]) -> list[str | dict[str, Any]]:
        for written in steps:
            found, parameter = parse_step(written)
            found.make(parameter)
        return steps


class Incremental(Configured):
    """Reading only what is new: the cursor remembers how far the endpoint has come.

    With `field`, the cursor is the greatest value of that field among the records read; without it, the time at which
    the last whole pass began. It is sent as `param`, or wherever the request says {cursor}.
    """

    field: _SHORT = ""
    """The upstream field that grows with every change, such as modified."""
    param: Annotated[str, Field(max_length=100)] = ""
    """The parameter that carries the start."""
    end_param: Annotated[str, Field(max_length=100)] = ""
    """The parameter that carries the end of the window."""
    format: Annotated[str, Field(min_length=1, max_length=60)] = "iso"
    """iso, date, epoch, epoch-ms, number, text, or a layout such as %d/%m/%Y; of the field and of what is sent."""
    look_back: Annotated[int, Field(ge=0, le=MAX_INTERVAL)] = 0
    """Minutes before the cursor at which reading starts again, for changes that arrive late."""
    first: Annotated[str, Field(max_length=40)] = ""
    """Where the first sync starts: a date, or how far back (“90 days”); empty: with everything."""
    order: Literal["ascending", "any"] = "any"
    """ascending: records come oldest first, so that a run that breaks off goes on from its last stored page."""
    slice_days: Annotated[int, Field(ge=1, le=366)] | None = None
    """Days of one window; the time since the cursor is then read window by window."""

    @field_validator("format")
    @classmethod
    def _format(cls, value: str) -> str:
        return check_format(value)

    @field_validator("param", "end_param")
    @classmethod
    def _parameter(cls, value: str) -> str:
        if value:
            check_parameter(value)
        return value

    @model_validator(mode="after")
    def _fits(self) -> Self:
        if is_counter(self.format):
            if not self.field:
                raise ValueError('a cursor that is no time needs "field", the upstream field it is taken from')
            if self.look_back or self.slice_days or self.end_param:
                raise ValueError("lookBack, sliceDays and endParam are for times; this cursor is a number or a text")
            return self
        if self.first:
            read_first(self.first, utc_now())
        if self.slice_days and not self.first:
            raise ValueError('windows need "first", the day on which the oldest one begins')
        return self


class ForEach(Configured):
    """Asks an endpoint once for each record of another one; the request names its fields as {parent.…}."""

    endpoint: Annotated[str, Field(max_length=80)] = ""
    """The endpoint whose records are gone through."""
    values: list[str] = Field(default_factory=list, max_length=1_000)
    """Fixed values instead, each at hand as {parent.value}."""
    filter: _SHORT = ""
    """A JMESPath expression; only parents for which it holds are asked for."""
    include: list[str] = Field(default_factory=list, max_length=20)
    """Fields of the parent that each record keeps under `parent`, besides those that a mapping names."""
    parallel: Annotated[int, Field(ge=1, le=8)] = 4
    """Requests at the same time."""

    @field_validator("filter")
    @classmethod
    def _expression(cls, value: str) -> str:
        return check_expression(value)

    @model_validator(mode="after")
    def _one_origin(self) -> Self:
        if bool(self.endpoint) == bool(self.values):
            raise ValueError('forEach names either "endpoint", another endpoint of this integration, or "values"')
        return self


class ErrorRule(Configured):
    """What an answer means that this upstream uses in its own way; the first rule that fits is followed."""

    status: list[Annotated[int, Field(ge=100, le=599)]] = Field(default_factory=list, max_length=20)
    """HTTP status codes; empty: any."""
    path: _SHORT = ""
    """A JMESPath expression over the answer that holds."""
    text: Annotated[str, Field(max_length=200)] = ""
    """Words that the answer contains, in any case."""
    then: Literal["fail", "retry", "ignore", "sign-in", "rate-limited"]
    """ignore: there is nothing to read here. sign-in: our sign-in was refused."""
    say: Annotated[str, Field(max_length=300)] = ""
    """A sentence for people, instead of what the upstream says."""

    @field_validator("status", mode="before")
    @classmethod
    def _one_status(cls, value: Any) -> Any:
        return [value] if isinstance(value, int) else value

    @field_validator("path")
    @classmethod
    def _expression(cls, value: str) -> str:
        return check_expression(value)

    @model_validator(mode="after")
    def _has_condition(self) -> Self:
        if not (self.status or self.path or self.text):
            raise ValueError('an error rule needs a condition: "status", "path" or "text"')
        return self


class Endpoint(Configured):
    """One path of the upstream, bound to one data type."""

    path: Annotated[str, Field(min_length=1, max_length=2000)]
    """Below the base URL; may hold placeholders such as {parent.id}."""
    data_type: str = ""
    """Empty: the name of the endpoint is the data type."""
    method: Literal["GET", "POST"] = "GET"
    """POST where the upstream wants its question in a body."""
    params: dict[str, str] = Field(default_factory=dict, max_length=100)
    """Query parameters; one whose placeholder has no value, such as the cursor of a first sync, is left out."""
    headers: dict[str, str] = Field(default_factory=dict, max_length=50)
    """Sent with the requests of this endpoint, besides those of the integration."""
    form: dict[str, str] | None = None
    """For POST: fields of a form body."""
    json_body: Any = Field(default=None, alias="json")
    """For POST: a JSON body; a placeholder that stands alone keeps its type."""
    records_path: _SHORT = ""
    """Where the list of records lies in the answer, a dotted path or JMESPath; empty: found by itself."""
    unfold: _SHORT = ""
    """A list inside each record whose entries are the records; the rest of the record is at hand as `outer`."""
    filter: _SHORT = ""
    """A JMESPath expression; records for which it does not hold are passed over."""
    javascript: Annotated[str, Field(max_length=20_000)] = ""
    """A function from record to record, or to null for one to pass over; it runs before fields are mapped."""
    pagination: Pagination = Field(default_factory=Pagination)
    incremental: Incremental | None = None
    """Reading only what is new."""
    for_each: ForEach | None = None
    """Asking once for each record of another endpoint."""
    punches: PunchRule | None = None
    """For devices that push: how the punches of a day become attendance."""
    error_rules: list[ErrorRule] = Field(default_factory=list, max_length=30)
    """What answers mean that this upstream uses in its own way; the first rule that fits is followed."""
    mappings: list[FieldMapping] = Field(default_factory=list, max_length=500)
    """Which upstream field becomes which of ours; what is not mapped is found by its name."""
    key: list[str] = Field(default_factory=list, max_length=8)
    """For custom data: the upstream fields that name one record."""
    complete_list: bool = False
    """Each whole pass brings every record there is; what it does not bring is removed, unless the brake holds it."""
    sync_interval: Annotated[int, Field(ge=MINIMUM_INTERVAL, le=MAX_INTERVAL)] | None = None
    """Minutes; None: the integration's."""
    schedule: Schedule = Field(default_factory=Schedule)
    """Times, days and quiet hours of its own; what is not written is as the integration has it."""
    max_minutes: Annotated[int, Field(ge=1, le=60 * 24)] = 60
    """Reading stops after that, and says so."""
    enabled: bool = True
    """Whether it is read at all."""

    @model_validator(mode="before")
    @classmethod
    def _bare_path(cls, value: Any) -> Any:
        if isinstance(value, Mapping) and value.get("punches") is not None:
            # Devices have no paths.
            return {"path": PUNCHES_PATH, **value}
        return {"path": value} if isinstance(value, str) else value

    @field_validator("params")
    @classmethod
    def _no_secrets(cls, value: dict[str, str]) -> dict[str, str]:
        check_parameters(value)
        return value

    @field_validator("headers")
    @classmethod
    def _plain_headers(cls, value: dict[str, str]) -> dict[str, str]:
        for name, text in value.items():
            check_header(name, text)
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
        return check_path(value)

    @field_validator("records_path", "filter", "unfold")
    @classmethod
    def _expression(cls, value: str) -> str:
        return check_expression(value)

    @model_validator(mode="after")
    def _request_fits(self) -> Self:
        if self.form is not None and self.json_body is not None:
            raise ValueError("a request has a form or a JSON body, not both")
        if self.method == "GET" and (self.form is not None or self.json_body is not None):
            raise ValueError('a request with a body needs "method": "POST"')
        for written in (self.path, self.params, self.headers, self.form, self.json_body):
            check_template(written)
        used = self.placeholders()
        if any(name.startswith("parent.") for name in used) and self.for_each is None:
            raise ValueError('{parent.…} needs "forEach", which says whose fields they are')
        return self._times_fit(used)

    def _times_fit(self, used: frozenset[str]) -> Self:
        moving = used & {"cursor", "run.window_start", "run.window_end"}
        if moving and self.incremental is None:
            raise ValueError(f'{{{min(moving)}}} needs "incremental", which says where reading starts')
        fixed = names_in([self.path, self.form, self.json_body]) & {"cursor", "run.window_start"}
        if fixed and self.incremental is not None and not self.incremental.first:
            raise ValueError(f'{{{min(fixed)}}} in the path or the body needs "first", where the first sync starts')
        return self

    def placeholders(self) -> frozenset[str]:
        """Return the names of all placeholders in the request."""
        return names_in([self.path, self.params, self.headers, self.form, self.json_body])
