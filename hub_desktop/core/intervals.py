"""How often the endpoints of an integration are synced, and how often each kind of data is worth it."""

from collections.abc import Mapping

from msgspec import Struct

from hub_desktop.core.datatypes import DATA_TYPES
from hub_desktop.core.integration import Integration
from hub_desktop.core.schedule_words import schedule_text


class EndpointInterval(Struct, frozen=True):
    """How often one endpoint is synced."""

    endpoint: str
    data_type: str
    minutes: int
    recommended: int
    """Minutes, for its kind of data."""
    times: str = ""
    """At which times of the day it is synced instead, in words; empty: by its interval."""


def intervals(config: Integration) -> tuple[EndpointInterval, ...]:
    """Return how often each endpoint that is read is synced; none where devices push what they have."""
    if config.fed_by_devices:
        return ()
    return tuple(
        EndpointInterval(
            name,
            config.data_type_of(name),
            config.interval_of(name),
            recommended_interval(config, name),
            schedule_text(config.schedule_of(name), config.interval_of(name)) if config.schedule_of(name).times else "",
        )
        for name, endpoint in config.endpoints.items()
        if endpoint.enabled
    )


def recommended_interval(config: Integration, endpoint: str) -> int:
    """Return the minutes between two syncs that the kind of data of an endpoint is worth."""
    return DATA_TYPES[config.data_type_of(endpoint)].recommended_interval


def with_intervals(config: Integration, minutes: Mapping[str, int]) -> Integration:
    """Return the configuration with these minutes between two syncs of each endpoint; others stay as they are.

    The integration's own interval becomes the shortest of those that are read, as the form writes it.
    """
    every = {name: minutes.get(name, config.interval_of(name)) for name in config.endpoints}
    usual = min((every[name] for name, one in config.endpoints.items() if one.enabled), default=config.sync_interval)
    endpoints = {
        name: one.model_copy(update={"sync_interval": None if every[name] == usual else every[name]})
        for name, one in config.endpoints.items()
    }
    return config.model_copy(update={"sync_interval": usual, "endpoints": endpoints})


def with_recommended(config: Integration) -> Integration:
    """Return a configuration that says nothing of its endpoints with the interval that each kind of data is worth.

    An endpoint with an interval or times of its own keeps them, and none becomes more frequent than the whole is: how
    often a system may be asked its template knows better.
    """
    if config.fed_by_devices:
        return config
    return with_intervals(
        config,
        {
            name: max(config.sync_interval, recommended_interval(config, name))
            for name, endpoint in config.endpoints.items()
            if endpoint.sync_interval is None and not config.schedule_of(name).times
        },
    )
