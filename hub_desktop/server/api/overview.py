"""Operations on the hub as a whole: Home's sentence, whether the program is well, and figures for Prometheus."""

from collections.abc import Iterable, Mapping

from hub_desktop import __version__
from hub_desktop.core.status import Light
from hub_desktop.hub.overview import IntegrationView, summarise
from hub_desktop.server.api.operations import Call, Operation, Reply, Shape
from hub_desktop.server.api.shapes import StateShape, state_of

METRICS_TYPE = "text/plain; version=0.0.4; charset=utf-8"


class OverviewShape(Shape):
    """What Home shows."""

    sentence: str
    light: Light | None
    attention: list[int]
    integrations: list[StateShape]


class HealthShape(Shape):
    """Whether the program itself is well."""

    status: str
    version: str
    encrypted: bool
    sqlite: str
    warning: str
    syncing: bool
    colleges: dict[str, str]


def overview(call: Call) -> Reply:
    """Say what Home says."""
    return Reply(overview_of(call.hub.overview.all(call.actor)))


def overview_of(views: list[IntegrationView]) -> OverviewShape:
    """Return what Home says of these integrations."""
    said = summarise(views)
    return OverviewShape(
        sentence=said.sentence,
        light=said.light,
        attention=[view.integration_id for view in said.attention],
        integrations=[state_of(view) for view in views],
    )


def health(call: Call) -> Reply:
    """Say whether the program is well."""
    state = call.hub.storage.state()
    colleges = call.hub.accounts.colleges(call.actor)
    return Reply(
        HealthShape(
            status="attention" if state.warning or not state.encrypted else "ok",
            version=__version__,
            encrypted=state.encrypted,
            sqlite=state.sqlite_version,
            warning=state.warning,
            syncing=not call.hub.syncs.idle(),
            colleges={str(number): name for number, name in colleges.items()},
        )
    )


def metrics(call: Call) -> Reply:
    """Give figures for Prometheus."""
    views = sorted(call.hub.overview.all(call.actor), key=lambda view: view.integration_id)
    each = [({"id": str(view.integration_id), "integration": view.name}, view) for view in views]
    lights = [view.status.light for view in views]
    families = [
        _family("hub_desktop_info", "The version of the program.", [({"version": __version__}, 1)]),
        _family(
            "hub_integrations",
            "Integrations by their light.",
            [({"light": str(light)}, lights.count(light)) for light in Light],
        ),
        _family(
            "hub_integration_light",
            "The light of each integration: 1 for the one it shows.",
            [(labels | {"light": str(view.status.light)}, 1) for labels, view in each],
        ),
        _family(
            "hub_integration_enabled",
            "Whether it is synced by the clock.",
            [(labels, int(view.config.enabled)) for labels, view in each],
        ),
        _family(
            "hub_integration_last_success_timestamp_seconds",
            "When data last came in.",
            [(labels, view.last_success.timestamp()) for labels, view in each if view.last_success],
        ),
        _family(
            "hub_integration_last_run_seconds",
            "How long the last run took.",
            [(labels, view.last_run.seconds) for labels, view in each if view.last_run],
        ),
        _family(
            "hub_integration_last_run_records",
            "What happened to the records of the last run.",
            [
                (labels | {"outcome": outcome}, getattr(view.last_run.total, outcome))
                for labels, view in each
                if view.last_run
                for outcome in ("read", "added", "changed", "unchanged", "removed", "quarantined")
            ],
        ),
        _family(
            "hub_records",
            "Kept records.",
            [
                (labels | {"data_type": data_type}, number)
                for labels, view in each
                for data_type, number in sorted(view.records.items())
            ],
        ),
        _family("hub_quarantined_records", "Refused records.", [(labels, view.quarantined) for labels, view in each]),
    ]
    return Reply(text="".join(families))


def _family(name: str, about: str, samples: Iterable[tuple[Mapping[str, str], float]]) -> str:
    """Return one gauge in the text format of Prometheus, 0.0.4."""
    lines = [f"# HELP {name} {about}", f"# TYPE {name} gauge"]
    for labels, value in samples:
        said = ",".join(f'{label}="{_escaped(text)}"' for label, text in labels.items())
        lines.append(f"{name}{{{said}}} {value:.17g}")
    return "\n".join(lines) + "\n"


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")


OPERATIONS = (
    Operation(
        "GET",
        "/api/overview",
        "getOverview",
        "Say in one sentence whether everything works, and show every integration",
        overview,
        OverviewShape,
        example={"sentence": "Your system is working.", "light": "active", "attention": [], "integrations": []},
    ),
    Operation(
        "GET",
        "/api/health",
        "getHealth",
        "Say whether the program itself is well",
        health,
        HealthShape,
        about="GET /health, which needs no token, only says that it lives.",
        example={
            "status": "ok",
            "version": __version__,
            "encrypted": True,
            "sqlite": "3.53.0",
            "warning": "",
            "syncing": False,
            "colleges": {"1": "My college"},
        },
    ),
    Operation(
        "GET",
        "/metrics",
        "getMetrics",
        "Figures for Prometheus, in its text format 0.0.4",
        metrics,
        str,
        media_type=METRICS_TYPE,
        example="# HELP hub_records Kept records.\n# TYPE hub_records gauge\n",
    ),
)
