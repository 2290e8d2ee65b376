"""Pages that came to the letter as the last time are not looked at again, and that hides nothing."""

import itertools
import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hub_desktop.core.actor import Actor, Face, Role
from hub_desktop.core.integration import read_integration
from hub_desktop.core.runs import Run
from hub_desktop.core.validation import RecordChecker
from hub_desktop.hub.hub import Hub
from tests.fakes.deliveries import deliver_signed
from tests.fakes.http_server import Asked, HttpServer, Reply, as_json

PRINCIPAL = Actor("Asha", Role.PRINCIPAL, Face.WINDOW)
SECRET = "webhook-s3cret-of-the-college"
SIZE = 3
NUMBERS = itertools.count(1)


class System:
    """A list of students in pages of three."""

    def __init__(self, rows: list[dict[str, Any]]) -> None:
        self.rows = rows

    def __call__(self, asked: Asked) -> Reply:
        page = int(asked.param("page", "1"))
        shown = self.rows[(page - 1) * SIZE : page * SIZE]
        return as_json({"data": shown, "pagination": {"page": page, "limit": SIZE, "total": len(self.rows)}})


def student(number: int, name: str = "Asha") -> dict[str, Any]:
    return {"studentId": f"S{number:02}", "name": name}


def connect(hub: Hub, server: HttpServer, name: str = "ERP") -> int:
    written = {
        "name": name,
        "baseUrl": server.url,
        "authType": "none",
        "webhookSecret": SECRET,
        "endpoints": {"students": {"path": "/s", "pagination": {"style": "page"}}},
    }
    return hub.integrations.add(PRINCIPAL, read_integration(written)).integration_id


def names(hub: Hub) -> dict[str, str]:
    return {str(row.values[0]): str(row.values[1]) for row in hub.records.find(PRINCIPAL, "students").rows}


@pytest.fixture
def checked(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many records were looked at, page by page."""
    looked: list[int] = []
    real = RecordChecker.check

    def check(self: RecordChecker, records: Any) -> Any:
        looked.append(len(records))
        return real(self, records)

    monkeypatch.setattr(RecordChecker, "check", check)
    return looked


def test_only_the_page_that_changed_and_those_after_it_are_looked_at(hub, checked):
    system = System([student(n) for n in range(1, 13)])
    with HttpServer(system) as server:
        number = connect(hub, server)
        hub.syncs.run(PRINCIPAL, number)
        checked.clear()
        run = hub.syncs.run(PRINCIPAL, number)
        assert (run.total.read, run.total.unchanged, sum(checked)) == (12, 12, 0)
        system.rows[6] = student(7, "Usha")
        run = hub.syncs.run(PRINCIPAL, number)
        assert (run.total.read, run.total.unchanged, run.total.changed, sum(checked)) == (12, 11, 1, 6)
        assert names(hub)["S07"] == "Usha"


def test_a_full_sync_looks_at_everything(hub, checked):
    with HttpServer(System([student(n) for n in range(1, 7)])) as server:
        number = connect(hub, server)
        hub.syncs.run(PRINCIPAL, number)
        checked.clear()
        hub.syncs.run(PRINCIPAL, number, full=True)
        assert sum(checked) == 6


def test_what_a_delivery_or_an_undo_changed_is_put_right_by_the_next_sync(hub):
    with HttpServer(System([student(n) for n in range(1, 7)])) as server:
        number = connect(hub, server)
        first = hub.syncs.run(PRINCIPAL, number)
        body = json.dumps({"data": [student(2, "Other")]}).encode()
        deliver_signed(hub, number, SECRET, body)
        hub.syncs.run(PRINCIPAL, number, endpoints=[])
        assert names(hub)["S02"] == "Other"
        hub.syncs.run(PRINCIPAL, number)
        assert set(names(hub).values()) == {"Asha"}
        hub.decisions.undo(PRINCIPAL, first.run_id)
        assert len(names(hub)) == 1
        hub.syncs.run(PRINCIPAL, number)
        assert len(names(hub)) == 6


def test_a_page_with_a_refused_record_is_looked_at_until_it_is_mended(hub, checked):
    with HttpServer(System([student(1), {"name": "No key"}, student(2), student(3)])) as server:
        number = connect(hub, server)
        for _ in range(2):
            checked.clear()
            assert hub.syncs.run(PRINCIPAL, number).total.quarantined == 1
            assert checked[0] == 3
        assert len(hub.records.quarantined(PRINCIPAL, number)) == 1


def connected(hub: Hub, server: HttpServer, **endpoint: Any) -> int:
    """Connect students whose pages are as an endpoint says."""
    written = {"name": "ERP", "baseUrl": server.url, "authType": "none", "endpoints": {"students": endpoint}}
    return hub.integrations.add(PRINCIPAL, read_integration(written)).integration_id


def kept_answers(hub: Hub, number: int, endpoint: str = "students") -> int:
    config = hub.integrations.get(PRINCIPAL, number).config
    return len(hub.syncs._stores.bookmarks.validators(number, endpoint, config.fingerprint(endpoint)))


def tagged(rows: list[dict[str, Any]], asked: Asked) -> Reply:
    """Answer with an entity tag over all rows, or that nothing has changed."""
    tag = f'"{hash(json.dumps(rows))}"'
    if asked.headers.get("if-none-match") == tag:
        return Reply(status=304)
    reply = as_json(rows)
    reply.headers.append(("ETag", tag))
    return reply


def outcome(run: Run) -> tuple[int, int, int]:
    found = run.endpoints["students"]
    return found.counts.read, found.counts.unchanged, found.warnings


@pytest.mark.parametrize("paged", [True, False], ids=["pages", "entity tag"])
def test_a_page_of_which_a_value_is_left_out_tells_so_each_time(hub, checked, paged):
    rows = [student(n) | {"email": "no address" if n == 5 else f"s{n}@c.example"} for n in range(1, 10)]
    system = System(rows)
    with HttpServer(system if paged else lambda asked: tagged(rows, asked)) as server:
        number = connected(hub, server, path="/s", **({"pagination": {"style": "page"}} if paged else {}))
        hub.syncs.run(PRINCIPAL, number)
        for _ in range(2):
            checked.clear()
            assert outcome(hub.syncs.run(PRINCIPAL, number)) == (9, 9, 1)
            assert sum(checked) == (3 if paged else 9), "all other pages are passed over"
        rows[4]["email"] = "s5@c.example"
        for _ in range(2):
            hub.syncs.run(PRINCIPAL, number)
        checked.clear()
        assert outcome(hub.syncs.run(PRINCIPAL, number)) == (9, 9, 0)
        assert sum(checked) == 0


def test_a_page_of_which_a_person_is_not_kept_counts_the_same_each_time(hub, checked):
    rows = [student(n) for n in range(1, 7)]
    with HttpServer(System(rows)) as server:
        number = connected(hub, server, path="/s", pagination={"style": "page"})
        hub.syncs.run(PRINCIPAL, number)
        hub.privacy.erase_person(PRINCIPAL, "S02", exclude=True)
        for _ in range(3):
            checked.clear()
            assert outcome(hub.syncs.run(PRINCIPAL, number)) == (5, 5, 0)
        assert checked == [3]


def test_what_was_asked_once_and_never_again_is_not_kept(hub, checked):
    """A list that is asked for with the time of the run, beside one that is asked for the same way each time."""
    rows = [student(n) for n in range(1, 7)]
    with HttpServer(System(rows)) as server:
        number = connected(hub, server, path="/s", params={"at": "{run.started}"}, pagination={"style": "page"})
        for _ in range(3):
            hub.syncs.run(PRINCIPAL, number)
            assert kept_answers(hub, number) == 3, "with the empty page after the last one"
        edited = {"students": {"path": "/s", "pagination": {"style": "page"}}}
        config = hub.integrations.get(PRINCIPAL, number).config.to_json() | {"endpoints": edited}
        hub.integrations.edit(PRINCIPAL, number, read_integration(config))
        for looked in (6, 0):
            checked.clear()
            hub.syncs.run(PRINCIPAL, number)
            assert kept_answers(hub, number) == 3
            assert sum(checked) == looked


def test_a_pass_that_broke_off_forgets_nothing(hub, checked):
    rows = [student(n) for n in range(1, 10)]
    system = System(rows)
    with HttpServer(system) as server:
        number = connected(hub, server, path="/s", pagination={"style": "page"})
        hub.syncs.run(PRINCIPAL, number)
        server.handler = lambda asked: system(asked) if asked.param("page", "1") != "2" else as_json({}, 403)
        assert hub.syncs.run(PRINCIPAL, number).problem is not None
        assert kept_answers(hub, number) == 4
        server.handler = system
        checked.clear()
        hub.syncs.run(PRINCIPAL, number)
        assert sum(checked) == 0


ROWS = st.lists(st.tuples(st.integers(1, 8), st.sampled_from(["Asha", "Usha"])).map(lambda r: student(*r)), max_size=14)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(lists=st.lists(ROWS, min_size=2, max_size=4), again=st.booleans())
def test_whatever_comes_the_records_are_what_they_would_be_without_it(hub, lists, again):
    """Keys may come twice with different values; then the last one counts, whichever pages were looked at."""
    model: dict[str, str] = {}
    with HttpServer(System([])) as server:
        name = f"System {next(NUMBERS)}"
        config = {"name": name, "baseUrl": server.url, "authType": "none", "brakes": {"changedPercent": 100}}
        endpoint = {"path": "/s", "pagination": {"style": "page"}}
        submitted = read_integration(config | {"endpoints": {"students": endpoint}})
        number = hub.integrations.add(PRINCIPAL, submitted).integration_id
        for rows in [*lists, *lists[-1:] * again]:
            server.handler = System(rows)
            run = hub.syncs.run(PRINCIPAL, number)
            # A page that holds nothing new ends the reading; then the model cannot tell what was read.
            if any("repeats records" in row.message for row in hub.syncs.log(PRINCIPAL, number, run_id=run.run_id)):
                break
            model |= {row["studentId"]: row["name"] for row in rows}
            kept = hub.records.find(PRINCIPAL, "students", source=name, limit=None).rows
            assert {str(row.values[0]): row.values[1] for row in kept} == model
