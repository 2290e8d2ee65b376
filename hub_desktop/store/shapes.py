"""What the records of each endpoint look like, on disk: read and written with the run that saw them."""

import json
from collections.abc import Callable
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert

from hub_desktop.core.drift import Change, Drift, FieldShape, Memory, Shape
from hub_desktop.core.times import utc_now
from hub_desktop.store.engine import writing
from hub_desktop.store.record_tables import shapes

_WITH_STANDING = '{"standing":[{%'
"""How the JSON begins where changes wait, so that the others need not be read."""


class ShapeStore:
    """Reads and changes what is remembered of endpoints."""

    def __init__(self, engine: sa.Engine) -> None:
        self._engine = engine
        self._writing = writing(engine)

    def read(self, integration_id: int, endpoint: str) -> Memory | None:
        """Return what is remembered of an endpoint."""
        with self._engine.connect() as connection:
            written = connection.execute(_one(integration_id, endpoint)).scalar()
        return None if written is None else _from_json(written)

    def amend(
        self, integration_id: int, endpoint: str, run_id: int | None, change: Callable[[Memory | None], Memory | None]
    ) -> None:
        """Replace what is remembered by what `change` makes of it, in one transaction; None leaves it as it is.

        `run_id` is the run that saw it, None where a person changed what is expected.
        """
        with self._writing.begin() as connection:
            written = connection.execute(_one(integration_id, endpoint)).scalar()
            before = None if written is None else _from_json(written)
            after = change(before)
            if after is None or after == before:
                return
            values: dict[str, Any] = {"fields": _to_json(after), "at": utc_now()}
            if run_id is not None:
                values["run_id"] = run_id
            made = insert(shapes).values(
                {"run_id": 0, **values, "integration_id": integration_id, "endpoint": endpoint}
            )
            connection.execute(made.on_conflict_do_update(index_elements=["integration_id", "endpoint"], set_=values))

    def standing(self, integration_id: int | None = None) -> dict[int, dict[str, Memory]]:
        """Return what is remembered of the endpoints whose changes wait for a person, by source and name."""
        query = sa.select(shapes.c.integration_id, shapes.c.endpoint, shapes.c.fields).where(
            shapes.c.fields.like(_WITH_STANDING)
        )
        if integration_id is not None:
            query = query.where(shapes.c.integration_id == integration_id)
        found: dict[int, dict[str, Memory]] = {}
        with self._engine.connect() as connection:
            for row in connection.execute(query.order_by(shapes.c.endpoint)):
                found.setdefault(row.integration_id, {})[row.endpoint] = _from_json(row.fields)
        return found


def _one(integration_id: int, endpoint: str) -> sa.Select[Any]:
    return sa.select(shapes.c.fields).where(shapes.c.integration_id == integration_id, shapes.c.endpoint == endpoint)


def _to_json(memory: Memory) -> str:
    written = {
        "standing": [
            {
                "drift": str(change.drift),
                "field": change.field,
                "kinds": sorted(change.kinds),
                "sentence": change.sentence,
                "attention": change.attention,
            }
            for change in memory.standing
        ],
        "fingerprint": memory.fingerprint,
        "records": memory.shape.records,
        "fields": {name: [round(one.share, 4), sorted(one.kinds)] for name, one in memory.shape.fields.items()},
        "keyNames": list(memory.key_names),
    }
    # Names from outside may hold what no file takes as it is, so everything but ASCII is escaped.
    return json.dumps(written, separators=(",", ":"))


def _from_json(written: str) -> Memory:
    found = json.loads(written)
    return Memory(
        found["fingerprint"],
        Shape(
            found["records"],
            {name: FieldShape(share, frozenset(kinds)) for name, (share, kinds) in found["fields"].items()},
        ),
        tuple(
            Change(Drift(one["drift"]), one["field"], frozenset(one["kinds"]), one["sentence"], one["attention"])
            for one in found["standing"]
        ),
        tuple(found["keyNames"]),
    )
