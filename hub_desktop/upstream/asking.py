"""From an endpoint's configuration to the requests of its pages: templates filled, parameters merged, body built."""

import json
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from hub_desktop.core.endpoint import Endpoint
from hub_desktop.core.errors import ConfigurationError
from hub_desktop.core.integration import Integration
from hub_desktop.core.templates import MissingValueError, Moment, fill, fill_json
from hub_desktop.upstream.addresses import Params, joined, merged
from hub_desktop.upstream.paging import Ask
from hub_desktop.upstream.windows import Window, placeholders
from hub_desktop.upstream.wire import Request

_PAGE = "page."
_PARENT = "parent."
_DOTS = frozenset({".", ".."})


class Asking:
    """Makes the requests of one pass: one endpoint, one window, and one parent where it has some."""

    def __init__(
        self,
        integration: Integration,
        name: str,
        headers: Mapping[str, str],
        window: Window,
        *,
        run: Mapping[str, Moment],
        parent: Mapping[str, Any] | None,
    ) -> None:
        self._integration = integration
        self._name = name
        self._endpoint = integration.endpoints[name]
        self._headers = headers
        self._values: dict[str, Any] = {
            **{f"run.{key}": value for key, value in run.items()},
            **placeholders(self._endpoint.incremental, window),
            "parent": parent or {},
        }
        self._bounds = _bounds(self._endpoint, self._values)
        # Where the request itself says where the page goes, no parameters are added for it.
        self._places_page = any(used.startswith(_PAGE) for used in self._endpoint.placeholders())

    def request(self, ask: Ask) -> Request:
        """Return the request for a page; raise ConfigurationError where a placeholder has no value."""
        endpoint = self._endpoint
        values = {**self._values, "page": dict(ask.page)}
        try:
            asks_by = _filled(endpoint.headers, values)
            own = {name.lower() for name, _ in asks_by}
            headers = {name: text for name, text in self._headers.items() if name.lower() not in own} | dict(asks_by)
            form = None if endpoint.form is None else _filled(endpoint.form, values)
            body = None if endpoint.json_body is None else _encoded(fill_json(endpoint.json_body, values))
            if ask.url:
                return Request(endpoint.method, ask.url, headers, form=form, json=body, asks_by=asks_by)
            url, written = joined(self._integration.base_url, _path(endpoint.path, values))
            asked = _filled(endpoint.params, values)
        except MissingValueError as error:
            problem = self._missing(error.name)
        except ValueError as error:
            problem = self._unfit(str(error))
        else:
            paging = () if self._places_page else ask.params
            params = merged(tuple(self._integration.params.items()), written, asked, self._bounds, paging)
            return Request(endpoint.method, url, headers, params, form=form, json=body, asks_by=asks_by)
        raise problem

    def _missing(self, placeholder: str) -> ConfigurationError:
        hint = (
            "Choose a page size for this endpoint."
            if placeholder == "page.size"
            else "Check the name, and whether it is always there."
        )
        return ConfigurationError(
            f"The request for {self._name} needs a value for {{{placeholder}}}, but there is none. {hint}",
            f"endpoint {self._name}: {{{placeholder}}} is empty or missing",
            field=f"endpoints.{self._name}",
        )

    def _unfit(self, reason: str) -> ConfigurationError:
        return ConfigurationError(
            f"The request for {self._name} cannot be made: {reason}. Correct this endpoint.",
            f"endpoint {self._name}: {reason}",
            field=f"endpoints.{self._name}",
        )


def _bounds(endpoint: Endpoint, values: Mapping[str, Any]) -> Params:
    """Return the parameters that carry the start and the end of the window."""
    incremental = endpoint.incremental
    if incremental is None:
        return ()
    found: list[tuple[str, str]] = []
    for param, name in ((incremental.param, "cursor"), (incremental.end_param, "run.window_end")):
        if param and values.get(name) is not None:
            found.append((param, fill(f"{{{name}}}", values)))
    return tuple(found)


def _filled(written: Mapping[str, str], values: Mapping[str, Any]) -> Params:
    """Return parameters or headers with their placeholders filled; one without a value is left out.

    Raises MissingValueError where a field of the parent is missing: without it the request would be for all parents,
    and what comes would be stored as this one's.
    """
    found: list[tuple[str, str]] = []
    for name, text in written.items():
        try:
            found.append((fill(name, values), fill(text, values)))
        except MissingValueError as error:
            if error.name.startswith(_PARENT):
                raise
    return tuple(found)


def _encoded(value: Any) -> bytes:
    # By the standard library, for parents may have numbers past 64 bits.
    return json.dumps(value, allow_nan=False, separators=(",", ":")).encode("ascii")


def _path(written: str, values: Mapping[str, Any]) -> str:
    """Return a path with its placeholders filled; raise ValueError where a value would lead to another place."""
    filled = fill(written, values, quote=_path_part)
    if filled != written and not _DOTS.isdisjoint(filled.partition("?")[0].split("/")):
        raise ValueError("a part of its path would be “.” or “..”, which leads to another place")
    return filled


def _path_part(value: str) -> str:
    return quote(value, safe="")
