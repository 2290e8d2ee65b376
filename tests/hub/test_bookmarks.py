"""What a run remembers for the next one, and when that is not good any more."""

import json
from collections.abc import Iterator
from typing import Any

import pytest

from hub_desktop.core.actor import Actor, Face, Role
from hub_desktop.core.integration import read_integration
from hub_desktop.core.runs import Run, RunStatus
from hub_desktop.hub.hub import Hub
from hub_desktop.store.folder import DataFolder
from hub_desktop.upstream import conversation
from tests.fakes.deliveries import deliver_signed
from tests.fakes.http_server import Asked, HttpServer, Reply, as_json

PRINCIPAL = Actor("Asha", Role.PRINCIPAL, Face.WINDOW)
SECRET = "webhook-s3cret-of-the-college"


class System:
    """Students with the day they were changed, an entity tag over all of them, and the questions it was asked."""

    def __init__(self) -> None:
        self.rows = [{"studentId": f"S{n}", "name": "Asha", "modified": f"2026-11-{n:02d}T08:00:00Z"} for n in (1, 5)]
        self.fails = False

    def __call__(self, asked: Asked) -> Reply:
        if self.fails:
            return as_json({}, 403)
        found = [row for row in self.rows if row["modified"] >= asked.param("since")]
        tag = f'"{hash(json.dumps(found))}"'
        if asked.headers.get("if-none-match") == tag:
            return Reply(status=304)
        reply = as_json(found)
        reply.headers.append(("ETag", tag))
        return reply


@pytest.fixture
def system() -> System:
    return System()


@pytest.fixture
def server(system: System) -> Iterator[HttpServer]:
    with HttpServer(system) as server:
        yield server


INCREMENTAL = {"field": "modified", "param": "since"}


def connect(hub: Hub, server: HttpServer, **endpoint: Any) -> int:
    written = {
        "name": "ERP",
        "baseUrl": server.url,
        "apiKey": "t0ken-of-the-college",
        "webhookSecret": SECRET,
        "endpoints": {"students": {"path": "/s"} | endpoint},
    }
    return hub.integrations.add(PRINCIPAL, read_integration(written)).integration_id


def edit(hub: Hub, number: int, **endpoint: Any) -> None:
    config = hub.integrations.get(PRINCIPAL, number).config.to_json()
    config["endpoints"]["students"] = {"path": "/s"} | endpoint
    hub.integrations.edit(PRINCIPAL, number, read_integration(config))


def told(run: Run) -> tuple[int, int, int]:
    counts = run.endpoints["students"].counts
    return counts.read, counts.added, counts.unchanged


def test_an_incremental_endpoint_goes_on_where_it_was(hub, server, system):
    number = connect(hub, server, incremental=INCREMENTAL)
    assert told(hub.syncs.run(PRINCIPAL, number)) == (2, 2, 0)
    system.rows.append({"studentId": "S9", "name": "Ravi", "modified": "2026-11-09T08:00:00Z"})
    assert told(hub.syncs.run(PRINCIPAL, number)) == (2, 1, 1)
    assert server.asked[-1].param("since") == "2026-11-05T08:00:00Z"


def test_nothing_new_is_a_success_and_removes_nothing(hub, server, system):
    number = connect(hub, server, incremental=INCREMENTAL)
    hub.syncs.run(PRINCIPAL, number)
    system.rows.clear()
    run = hub.syncs.run(PRINCIPAL, number)
    assert (run.status, told(run)) == (RunStatus.SUCCEEDED, (0, 0, 0))
    assert hub.records.find(PRINCIPAL, "students").total == 2


def test_a_refused_record_stays_in_quarantine_while_only_new_ones_are_asked_for(hub, server, system):
    system.rows.insert(0, {"name": "No key", "modified": "2026-11-01T08:00:00Z"})
    number = connect(hub, server, incremental=INCREMENTAL)
    hub.syncs.run(PRINCIPAL, number)
    del system.rows[0]
    hub.syncs.run(PRINCIPAL, number)
    assert len(hub.records.quarantined(PRINCIPAL, number)) == 1
    hub.syncs.run(PRINCIPAL, number, full=True)
    assert hub.records.quarantined(PRINCIPAL, number) == []


def test_a_failed_run_does_not_move_the_cursor(hub, server, system):
    number = connect(hub, server, incremental=INCREMENTAL)
    hub.syncs.run(PRINCIPAL, number)
    system.fails = True
    assert hub.syncs.run(PRINCIPAL, number).status is RunStatus.FAILED
    system.fails = False
    hub.syncs.run(PRINCIPAL, number)
    assert server.asked[-1].param("since") == "2026-11-05T08:00:00Z"


def test_the_cursor_outlives_the_program(folder: DataFolder, vault, server):
    hub = Hub.open(folder, vault)
    number = connect(hub, server, incremental=INCREMENTAL)
    hub.syncs.run(PRINCIPAL, number)
    hub.close()
    again = Hub.open(folder, vault)
    again.syncs.run(PRINCIPAL, number)
    again.close()
    assert server.asked[-1].param("since") == "2026-11-05T08:00:00Z"


@pytest.mark.parametrize(
    ("change", "begins_anew"),
    [
        ({"mappings": {"name": "program"}}, True),
        ({"params": {"all": "1"}}, True),
        ({"incremental": INCREMENTAL | {"lookBack": 5}}, True),
        ({"syncInterval": 90}, False),
        ({"maxMinutes": 5}, False),
        ({"pagination": {"style": "none"}}, True),
        ({"errorRules": [{"status": 404, "then": "ignore"}]}, True),
    ],
)
def test_an_endpoint_that_brings_other_records_begins_anew(hub, server, change, begins_anew):
    number = connect(hub, server, incremental=INCREMENTAL)
    hub.syncs.run(PRINCIPAL, number)
    edit(hub, number, **({"incremental": INCREMENTAL} | change))
    hub.syncs.run(PRINCIPAL, number)
    assert (server.asked[-1].param("since") == "") is begins_anew


def test_a_corrected_paging_brings_what_the_wrong_one_left_behind(hub):
    def handler(asked: Asked) -> Reply:
        page = int(asked.param("page", "1"))
        reply = as_json([{"studentId": f"S{page}", "name": "Asha"}])
        reply.headers.append(("ETag", f'"{page}"'))
        if page == 1:
            reply.headers.append(("Link", '</s?page=2>; rel="next"'))
        return Reply(status=304) if asked.headers.get("if-none-match") == f'"{page}"' else reply

    with HttpServer(handler) as server:
        number = connect(hub, server, pagination={"style": "none"})
        hub.syncs.run(PRINCIPAL, number)
        edit(hub, number, pagination={"style": "link"})
        hub.syncs.run(PRINCIPAL, number)
    assert hub.records.find(PRINCIPAL, "students").total == 2


@pytest.mark.parametrize("change", [{"headers": {"X-College": "2"}}, {"authType": "basic", "username": "asha"}])
def test_another_college_or_user_at_the_same_address_begins_anew(hub, server, change):
    number = connect(hub, server, incremental=INCREMENTAL)
    hub.syncs.run(PRINCIPAL, number)
    config = hub.integrations.get(PRINCIPAL, number).config.to_json() | change
    secret = {"password": "pass-of-the-college"} if "username" in change else {}
    hub.integrations.edit(PRINCIPAL, number, read_integration(config | secret))
    hub.syncs.run(PRINCIPAL, number)
    assert server.asked[-1].param("since") == ""


@pytest.mark.parametrize(
    ("name", "value", "begins_anew"),
    [
        ("apiKey", "t0ken-of-the-principal", True),
        ("apiKey", "t0ken-of-the-college", False),
        ("webhookSecret", "an0ther-webhook-secret", False),
    ],
)
@pytest.mark.parametrize("by_edit", [True, False])
def test_with_another_key_which_may_see_more_all_is_read(hub, server, name, value, begins_anew, by_edit):
    number = connect(hub, server, incremental=INCREMENTAL)
    hub.syncs.run(PRINCIPAL, number)
    if by_edit:
        config = hub.integrations.get(PRINCIPAL, number).config.to_json()
        hub.integrations.edit(PRINCIPAL, number, read_integration(config | {name: value}))
    else:
        hub.integrations.set_secret(PRINCIPAL, number, name, value)
    hub.syncs.run(PRINCIPAL, number)
    assert (server.asked[-1].param("since") == "") is begins_anew


def test_a_full_sync_asks_for_everything_once(hub, server):
    number = connect(hub, server, incremental=INCREMENTAL)
    hub.syncs.run(PRINCIPAL, number)
    assert told(hub.syncs.run(PRINCIPAL, number, full=True)) == (2, 0, 2)
    hub.syncs.run(PRINCIPAL, number)
    assert [asked.param("since") for asked in server.asked] == ["", "", "2026-11-05T08:00:00Z"]


def test_an_unchanged_answer_counts_as_what_it_stands_for(hub, server, system):
    number = connect(hub, server)
    hub.syncs.run(PRINCIPAL, number)
    run = hub.syncs.run(PRINCIPAL, number)
    assert "if-none-match" in server.asked[-1].headers
    assert (run.status, told(run)) == (RunStatus.SUCCEEDED, (2, 0, 2))
    system.rows[0]["name"] = "Usha"
    assert hub.syncs.run(PRINCIPAL, number).endpoints["students"].counts.changed == 1


def test_an_answer_with_refused_records_is_asked_for_again_in_full(hub, server, system):
    system.rows.append({"name": "No key", "modified": "2026-11-09T08:00:00Z"})
    number = connect(hub, server)
    for _ in range(2):
        assert hub.syncs.run(PRINCIPAL, number).endpoints["students"].counts.quarantined == 1
    assert "if-none-match" not in server.asked[-1].headers


def test_what_a_delivery_changed_is_compared_with_the_whole_answer(hub, server):
    number = connect(hub, server)
    hub.syncs.run(PRINCIPAL, number)
    body = json.dumps({"data": [{"studentId": "S1", "name": "Other"}]}).encode()
    deliver_signed(hub, number, SECRET, body)
    hub.syncs.run(PRINCIPAL, number)
    assert "if-none-match" not in server.asked[-1].headers
    assert {row.values[1] for row in hub.records.find(PRINCIPAL, "students").rows} == {"Asha"}


def test_an_answer_that_was_overwritten_is_asked_for_in_full_when_it_comes_back(hub, server, system):
    number = connect(hub, server)
    hub.syncs.run(PRINCIPAL, number)
    before = [dict(row) for row in system.rows]
    system.rows[0]["name"] = "Usha"
    system.rows.append({"name": "No key", "modified": "2026-11-09T08:00:00Z"})
    hub.syncs.run(PRINCIPAL, number)
    system.rows[:] = before
    hub.syncs.run(PRINCIPAL, number)
    assert {row.values[1] for row in hub.records.find(PRINCIPAL, "students").rows} == {"Asha"}
    assert hub.records.quarantined(PRINCIPAL, number) == []


@pytest.mark.parametrize("overwriting", [{"path": "/b"}, None])
def test_what_another_request_overwrote_comes_back_when_that_one_leaves_it_out(hub, overwriting):
    a, b = System(), System()
    for row in b.rows:
        row["name"] = "Ravi"
    each = {"path": "/{parent.value}", "forEach": {"values": ["a", "b"]}}
    endpoints = {"students": {"path": "/a"}, "more": overwriting | {"dataType": "students"}} if overwriting else {}
    with HttpServer(lambda asked: (b if asked.path == "/b" else a)(asked)) as server:
        written = {"name": "ERP", "baseUrl": server.url, "authType": "none"}
        submitted = read_integration(written | {"endpoints": endpoints or {"students": each}})
        number = hub.integrations.add(PRINCIPAL, submitted).integration_id
        hub.syncs.run(PRINCIPAL, number)
        b.rows.clear()
        hub.syncs.run(PRINCIPAL, number)
    assert {row.values[1] for row in hub.records.find(PRINCIPAL, "students").rows} == {"Asha"}


def test_a_changed_mapping_is_never_answered_by_not_modified(hub, server):
    number = connect(hub, server)
    hub.syncs.run(PRINCIPAL, number)
    edit(hub, number, mappings={"name": "program"})
    hub.syncs.run(PRINCIPAL, number)
    assert "if-none-match" not in server.asked[-1].headers


class Pages:
    """Students in pages of two."""

    def __init__(self, number: int) -> None:
        self.rows = [{"studentId": f"S{n}", "name": "Asha"} for n in range(number)]

    def __call__(self, asked: Asked) -> Reply:
        at = (int(asked.param("page")) - 1) * 2
        return as_json({"data": self.rows[at : at + 2], "pagination": {"total": len(self.rows)}})


PAGED = {"pagination": {"style": "page", "pageSize": 2}}


def names(hub: Hub) -> dict[str, str]:
    return {str(row.values[0]): str(row.values[1]) for row in hub.records.find(PRINCIPAL, "students").rows}


def test_pages_that_came_as_before_are_counted_without_being_read(hub, monkeypatch):
    pages = Pages(7)
    with HttpServer(pages) as server:
        number = connect(hub, server, **PAGED)
        assert told(hub.syncs.run(PRINCIPAL, number)) == (7, 7, 0)
        judged: list[object] = []
        real = conversation.judge
        monkeypatch.setattr(conversation, "judge", lambda *given: judged.append(given) or real(*given))
        again = hub.syncs.run(PRINCIPAL, number).total
    assert (again.read, again.unchanged, again.pages) == (7, 7, 4)
    assert len(judged) == 1, "only the first page was read"


def test_a_record_that_moved_between_pages_of_which_one_came_as_before_is_stored(hub):
    pages = Pages(7)
    with HttpServer(pages) as server:
        number = connect(hub, server, **PAGED)
        hub.syncs.run(PRINCIPAL, number)
        # The record of the first page comes there with another name; the last page says it as it always did.
        pages.rows[6] = {"studentId": "S0", "name": "Asha"}
        hub.syncs.run(PRINCIPAL, number)
        pages.rows[0] = {"studentId": "S0", "name": "Somebody else"}
        run = hub.syncs.run(PRINCIPAL, number)
    assert names(hub)["S0"] == "Asha", "what comes last is kept"
    assert run.total.changed >= 1


def test_every_request_is_counted_with_the_endpoint_that_made_it(hub):
    def handler(asked: Asked) -> Reply:
        return as_json({}, 404) if asked.path == "/s" else as_json([{"code": "M1", "name": "Maths"}])

    with HttpServer(handler) as server:
        written = {"name": "LMS", "baseUrl": server.url, "authType": "none"}
        submitted = read_integration(written | {"endpoints": {"students": "/s", "subjects": "/c"}})
        run = hub.syncs.run(PRINCIPAL, hub.integrations.add(PRINCIPAL, submitted).integration_id)
    assert {name: outcome.counts.requests for name, outcome in run.endpoints.items()} == {"students": 1, "subjects": 1}


def test_children_bring_marks_with_what_their_parents_know(hub):
    def handler(asked: Asked) -> Reply:
        if asked.path == "/c":
            return as_json([{"id": 7, "code": "M1", "name": "Maths"}])
        return as_json([{"user": "S1", "grade": 4, "of": 5, "items": [{"exam": "Mid"}]}])

    marks = {
        "path": "/c/{parent.id}/marks",
        "forEach": {"endpoint": "subjects"},
        "unfold": "items",
        "mappings": {
            "outer.user": "student_id",
            "outer.grade": "marks_obtained",
            "outer.of": "max_marks",
            "parent.code": "subject_code",
        },
    }
    with HttpServer(handler) as server:
        written = {"name": "LMS", "baseUrl": server.url, "authType": "none"}
        # Children are written first, and read after their parents all the same.
        submitted = read_integration(written | {"endpoints": {"marks": marks, "subjects": "/c"}})
        number = hub.integrations.add(PRINCIPAL, submitted).integration_id
        run = hub.syncs.run(PRINCIPAL, number)
        assert list(run.endpoints) == ["subjects", "marks"]
        assert [asked.path for asked in server.asked] == ["/c", "/c/7/marks"]
        assert hub.records.find(PRINCIPAL, "marks").rows[0].values[:5] == ("S1", "M1", "Mid", 4.0, 5.0)
        assert hub.syncs.run(PRINCIPAL, number).total.unchanged == 2


class Untold:
    """Students in pages of two; nothing in an answer tells how many there are, so that pages change alone."""

    def __init__(self, number: int) -> None:
        self.rows = [{"studentId": f"S{n}", "name": "Asha"} for n in range(number)]

    def __call__(self, asked: Asked) -> Reply:
        if asked.path == "/test":
            return as_json(
                {"data": [row | {"name": "Test"} for row in self.rows] if asked.param("page") == "1" else []}
            )
        at = (int(asked.param("page")) - 1) * 2
        return as_json({"data": self.rows[at : at + 2]})


def test_a_record_that_stood_on_another_page_for_a_while_is_as_its_own_page_says(hub):
    pages = Untold(6)
    with HttpServer(pages) as server:
        number = connect(hub, server, **PAGED)
        hub.syncs.run(PRINCIPAL, number)
        pages.rows[5] = {"studentId": "S0", "name": "Usha"}
        hub.syncs.run(PRINCIPAL, number)
        assert names(hub)["S0"] == "Usha"
        pages.rows[5] = {"studentId": "S5", "name": "Asha"}
        hub.syncs.run(PRINCIPAL, number)
    assert names(hub)["S0"] == "Asha"


def test_a_configuration_that_comes_back_is_read_anew(hub):
    pages = Untold(4)
    with HttpServer(pages) as server:
        number = connect(hub, server, **PAGED)
        hub.syncs.run(PRINCIPAL, number)
        edit(hub, number, **PAGED, path="/test")
        hub.syncs.run(PRINCIPAL, number)
        assert set(names(hub).values()) == {"Test"}
        edit(hub, number, **PAGED)
        hub.syncs.run(PRINCIPAL, number)
    assert set(names(hub).values()) == {"Asha"}


def test_what_a_complete_list_removed_comes_back_when_it_is_none_any_more(hub):
    pages = Untold(9)
    with HttpServer(pages) as server:
        number = connect(hub, server, **PAGED)
        hub.syncs.run(PRINCIPAL, number)
        edit(hub, number, **PAGED, completeList=True)
        whole, pages.rows = pages.rows, pages.rows[:6]
        hub.syncs.run(PRINCIPAL, number)
        assert len(names(hub)) == 6
        pages.rows = whole
        edit(hub, number, **PAGED)
        hub.syncs.run(PRINCIPAL, number)
    assert len(names(hub)) == 9


def test_who_may_be_stored_again_is_stored_with_the_next_sync(hub):
    pages = Untold(4)
    with HttpServer(pages) as server:
        number = connect(hub, server, **PAGED)
        hub.syncs.run(PRINCIPAL, number)
        hub.privacy.erase_person(PRINCIPAL, "S3", exclude=True)
        hub.syncs.run(PRINCIPAL, number)
        hub.syncs.run(PRINCIPAL, number)
        assert "S3" not in names(hub)
        assert hub.privacy.allow_again(PRINCIPAL, "S3")
        hub.syncs.run(PRINCIPAL, number)
    assert "S3" in names(hub)


def test_a_rule_of_age_that_is_lifted_has_everything_read_again(hub):
    pages = Untold(4)
    with HttpServer(pages) as server:
        number = connect(hub, server, **PAGED)
        hub.syncs.run(PRINCIPAL, number)
        asked = len(hub.integrations.get(PRINCIPAL, number).config.endpoints)
        hub.privacy.set_retention(PRINCIPAL, "students", 30)
        hub.privacy.set_retention(PRINCIPAL, "students", None)
        judged = hub.syncs.run(PRINCIPAL, number).total
    assert asked == 1
    assert (judged.read, judged.unchanged) == (4, 4)
