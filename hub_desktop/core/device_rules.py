"""What an endpoint may say whose records come from devices that push."""

from collections.abc import Mapping

from hub_desktop.core.endpoint import Endpoint

_ONLY_FOR_SERVERS = (
    "method",
    "params",
    "headers",
    "form",
    "json",
    "recordsPath",
    "unfold",
    "pagination",
    "incremental",
    "forEach",
    "errorRules",
)


def check_devices(endpoints: Mapping[str, Endpoint]) -> None:
    """Raise ValueError for an endpoint that punches cannot feed."""
    for name, endpoint in endpoints.items():
        if (endpoint.data_type or name) != "attendance":
            raise ValueError(f"endpoint “{name}”: devices send punches, which become attendance and nothing else")
        if endpoint.punches is None:
            raise ValueError(
                f'endpoint “{name}”: say how punches become attendance, such as "punches": {{"rule": "first-in", '
                '"lateAfter": "09:15"}'
            )
        written = endpoint.written()
        for setting in _ONLY_FOR_SERVERS:
            if setting in written:
                raise ValueError(
                    f"endpoint “{name}”: “{setting}” is for servers; devices push by themselves. Take it out"
                )
    names = list(endpoints)
    if len(names) > 1:
        raise ValueError(
            f"punches become attendance by one rule: endpoints “{names[0]}” and “{names[1]}” would overwrite each other"
        )


def refuse_punches(endpoints: Mapping[str, Endpoint]) -> None:
    """Raise ValueError for an endpoint of another kind of integration that has a rule for punches."""
    for name, endpoint in endpoints.items():
        if endpoint.punches is not None:
            raise ValueError(f'endpoint “{name}”: “punches” is for devices that push: "baseUrl": "devices://iclock"')
