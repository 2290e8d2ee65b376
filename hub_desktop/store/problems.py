"""Problems and outcomes as JSON, the way runs and endpoint states keep them."""

from collections.abc import Mapping
from typing import Any

from msgspec.structs import asdict

from hub_desktop.core.errors import ErrorKind, Problem, Remedy
from hub_desktop.core.runs import Counts, EndpointOutcome


def problem_to_json(problem: Problem | None) -> dict[str, Any] | None:
    """Return what is stored of a problem."""
    if problem is None:
        return None
    return {name: value for name, value in asdict(problem).items() if name != "retry_at"}


def problem_from_json(stored: Mapping[str, Any] | None) -> Problem | None:
    """Return the problem that `problem_to_json` wrote."""
    if stored is None:
        return None
    return Problem(
        ErrorKind(stored["kind"]),
        stored["sentence"],
        stored["detail"],
        Remedy(stored["remedy"]),
        dict(stored["evidence"]),
    )


def outcomes_to_json(outcomes: Mapping[str, EndpointOutcome]) -> dict[str, Any]:
    """Return what is stored of a run's endpoints."""
    return {
        name: {"counts": asdict(o.counts), "problem": problem_to_json(o.problem), "warnings": o.warnings}
        for name, o in outcomes.items()
    }


def outcomes_from_json(stored: Mapping[str, Any]) -> dict[str, EndpointOutcome]:
    """Return the outcomes that `outcomes_to_json` wrote."""
    return {
        name: EndpointOutcome(Counts(**item["counts"]), problem_from_json(item["problem"]), item["warnings"])
        for name, item in stored.items()
    }
