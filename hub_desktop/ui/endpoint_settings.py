"""The settings of an endpoint behind its row, by section, and which of them belong to the paging that is chosen."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QObject

from hub_desktop.core.endpoint import Endpoint
from hub_desktop.core.time_formats import NAMED_FORMATS
from hub_desktop.ui.form_values import PAGING_LABELS
from hub_desktop.ui.setting_fields import (
    SettingField,
    choice_setting,
    code_setting,
    json_setting,
    lines_setting,
    number_setting,
    text_setting,
    tick_setting,
)
from hub_desktop.ui.setting_values import ABSENT, default_of, help_of, value_at
from hub_desktop.ui.spoken import spoken_choices

_OF_STYLE: dict[str, tuple[str, ...]] = {
    "auto": ("sizeParam", "pageSize"),
    "none": (),
    "page": ("pageParam", "firstPage", "sizeParam", "pageSize", "totalPath", "morePath"),
    "offset": ("offsetParam", "sizeParam", "pageSize", "totalPath", "morePath"),
    "cursor": ("cursorParam", "cursorPath", "cursorHeader", "sizeParam", "pageSize", "morePath"),
    "next": ("nextPath", "sizeParam", "pageSize"),
    "link": ("sizeParam", "pageSize"),
}

_PAGING_HELP: dict[str, str] = {
    "auto": "The first answer shows how its pages follow each other.",
    "none": "One answer holds all records.",
    "page": "Each request names the number of its page.",
    "offset": "Each request names how many records were read before it.",
    "cursor": "The answer holds a token that asks for the next page.",
    "next": "The answer holds the whole address of the next page.",
    "link": "The Link header of the answer names the next page (RFC 8288).",
}


def help_of_paging(style: str) -> str:
    """Return the line that explains a style of paging."""
    return _PAGING_HELP.get(style, "")


def fields_of_paging(style: str) -> set[str]:
    """Return the JSON paths of the settings that this style of paging knows."""
    limit = () if style == "none" else ("maxPages",)
    return {f"pagination.{name}" for name in ("style", *_OF_STYLE.get(style, ()), *limit)}


def fields_of_for_each(written: Mapping[str, Any]) -> set[str]:
    """Return the JSON paths of the settings that apply: another endpoint, or values in its place."""
    origin = "values" if value_at(written, "forEach.endpoint") is ABSENT else "filter"
    return {f"forEach.{name}" for name in ("endpoint", origin, "include", "parallel")}


class EndpointSettings(QObject):
    """Makes the fields of each section."""

    def request(self) -> list[SettingField]:
        """Return what is asked."""
        return [
            choice_setting(self.tr("Method"), "method", {"GET": "GET", "POST": "POST"}, "GET", note=_help("method")),
            text_setting(self.tr("Path"), "path", default="", note=_help("path")),
            json_setting(
                self.tr("Parameters (JSON)"), "params", placeholder='{"active": "true"}', note=_help("params")
            ),
            json_setting(self.tr("Headers (JSON)"), "headers", placeholder='{"X-School": "7"}', note=_help("headers")),
            json_setting(self.tr("Body as a form (JSON)"), "form", placeholder='{"class": "5A"}', note=_help("form")),
            json_setting(self.tr("Body as JSON"), "json", placeholder='{"class": "5A"}', note=_help("json")),
        ]

    def records(self) -> list[SettingField]:
        """Return where the records lie in the answer, and which are wanted."""
        return [
            text_setting(self.tr("Records are at"), "recordsPath", placeholder="data.items", note=_help("recordsPath")),
            text_setting(self.tr("Records are in a list inside each"), "unfold", note=_help("unfold")),
            text_setting(
                self.tr("Only records for which this holds"),
                "filter",
                placeholder="status == 'active'",
                note=_help("filter"),
            ),
            code_setting(
                self.tr("JavaScript over each record"),
                "javascript",
                placeholder="(record) => record",
                note=_help("javascript"),
            ),
        ]

    def of_punches(self) -> list[SettingField]:
        """Return which records drawn from punches are wanted, and what is made of them."""
        return [field for field in self.records() if field.path in {"filter", "javascript"}]

    def complete(self) -> SettingField:
        """Return whether what the list does not bring any more is removed."""
        return tick_setting(
            self.tr("This &list is complete: what it does not bring any more is removed"),
            "completeList",
            note=self.tr(
                "Only after a whole pass without errors. Where many would go at once, nothing is removed until "
                "somebody decides."
            ),
        )

    def pages(self) -> list[SettingField]:
        """Return how pages follow each other, all styles together."""
        return [
            choice_setting(self.tr("Pages follow by"), "pagination.style", spoken_choices(PAGING_LABELS), "auto"),
            _text(self.tr("Parameter of the page number"), "pagination.pageParam"),
            choice_setting(
                self.tr("The first page is"),
                "pagination.firstPage",
                {1: "1", 0: "0"},
                1,
                note=_help("pagination.firstPage"),
            ),
            _text(self.tr("Parameter of how many were read"), "pagination.offsetParam"),
            _text(self.tr("Parameter of the cursor"), "pagination.cursorParam"),
            _text(self.tr("The next cursor is at"), "pagination.cursorPath", "paging.nextCursor"),
            _text(self.tr("The next cursor is in the header"), "pagination.cursorHeader", "X-Next-Cursor"),
            _text(self.tr("The next address is at"), "pagination.nextPath", "links.next"),
            _number(self.tr("Records on a page"), "pagination.pageSize"),
            _text(self.tr("Parameter of the page size"), "pagination.sizeParam"),
            _text(self.tr("The number of all records is at"), "pagination.totalPath", "meta.total"),
            _text(self.tr("Whether there is more is at"), "pagination.morePath", "meta.hasMore"),
            _number(self.tr("Most pages"), "pagination.maxPages"),
        ]

    def only_new(self) -> list[SettingField]:
        """Return how only what is new is read."""
        formats = {name: name for name in NAMED_FORMATS}
        orders = {"any": self.tr("In any order"), "ascending": self.tr("Oldest first")}
        return [
            _text(self.tr("Field that grows with every change"), "incremental.field", "modified"),
            choice_setting(
                self.tr("Written as"),
                "incremental.format",
                formats,
                "iso",
                note=_help("incremental.format"),
                open_list=True,
            ),
            _text(self.tr("Parameter of the start"), "incremental.param", "modified_since"),
            _text(self.tr("Parameter of the end"), "incremental.endParam", "modified_until"),
            _text(self.tr("The first sync starts at"), "incremental.first", "90 days"),
            _number(self.tr("Look back (minutes)"), "incremental.lookBack"),
            choice_setting(
                self.tr("Records come"),
                "incremental.order",
                orders,
                "any",
                note=self.tr("Oldest first: a run that breaks off goes on from its last stored page."),
            ),
            _number(self.tr("Window (days)"), "incremental.sliceDays"),
        ]

    def for_each(self, others: Sequence[str]) -> list[SettingField]:
        """Return for which records of which other endpoint this one is asked once each."""
        choices = {"": self.tr("Fixed values"), **{name: name for name in others}}
        return [
            choice_setting(
                self.tr("For each record of"), "forEach.endpoint", choices, "", note=_help("forEach.endpoint")
            ),
            lines_setting(self.tr("Values, one a line"), "forEach.values", note=_help("forEach.values")),
            _text(self.tr("Only those for which this holds"), "forEach.filter", "visible == `1`"),
            lines_setting(self.tr("Fields to keep, one a line"), "forEach.include", note=_help("forEach.include")),
            _number(self.tr("Requests at the same time"), "forEach.parallel"),
        ]

    def limits(self) -> list[SettingField]:
        """Return when reading stops."""
        return [_number(self.tr("Most minutes"), "maxMinutes")]


def _help(path: str, label: str = "") -> str:
    said = help_of(Endpoint, path)
    return said if said.rstrip(".") != label else ""


def _text(label: str, path: str, example: str = "") -> SettingField:
    usual = default_of(Endpoint, path)
    shown = str(usual) if usual not in {ABSENT, "", None} else example
    return text_setting(label, path, placeholder=shown, note=_help(path, label))


def _number(label: str, path: str) -> SettingField:
    usual = default_of(Endpoint, path)
    shown = f"{usual:,}" if isinstance(usual, int) else ""
    return number_setting(label, path, placeholder=shown, note=_help(path, label))
