"""Every template of the catalog against a system that answers as its document says, or as it was recorded."""

import json
import re
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from typing import Any

import pytest

from hub_desktop.core.actor import Actor, Face, Role
from hub_desktop.core.catalog import Template
from hub_desktop.core.integration import Submitted, read_integration
from hub_desktop.core.runs import Run, RunStatus
from hub_desktop.core.sign_in import OAUTH_TOKENS
from hub_desktop.core.status import Light
from hub_desktop.core.token_set import TokenSet, destination
from hub_desktop.hub.catalog import DEVICES_TEMPLATE, Catalog
from hub_desktop.hub.hub import Hub
from hub_desktop.upstream.reading import Upstream
from tests.conformance.connected_systems import COLLEGE, SYSTEMS, Connected, Fake
from tests.fakes.http_server import HttpServer
from tests.fakes.systems.biotime import BioTime
from tests.fakes.systems.blackboard import Blackboard
from tests.fakes.systems.canvas import Canvas
from tests.fakes.systems.classroom import Classroom
from tests.fakes.systems.erpnext import ErpNext
from tests.fakes.systems.generic import Generic
from tests.fakes.systems.graph import Graph
from tests.fakes.systems.moodle import Moodle
from tests.fakes.systems.odoo import Odoo
from tests.fakes.systems.oneroster import OneRoster, failure
from tests.hub import conftest as real_hub

# A real hub over a real file, as its own tests have it.
_no_proxy, folder, hub, vault = (
    real_hub._no_proxy,
    real_hub.folder,
    real_hub.hub,
    real_hub.vault,
)

PRINCIPAL = Actor("Asha", Role.PRINCIPAL, Face.WINDOW)
WRONG = "wr0ng-secret-of-nobody"
_BY_ID = {one.template: one for one in SYSTEMS}
every_system = pytest.mark.parametrize("system", SYSTEMS, ids=lambda system: system.template)


@pytest.fixture(autouse=True)
def _quick_retries(monkeypatch: pytest.MonkeyPatch) -> None:
    """Retries of the wire wait seconds; how long is tested with the wire."""
    quick = partial(Upstream, pause=lambda cancel, _seconds: cancel.is_set())
    monkeypatch.setattr("hub_desktop.hub.syncs.open_upstream", quick)


class Desk:
    """A hub, and the fake system that is connected to it."""

    def __init__(self, hub: Hub, system: Connected, fake: Any, server: HttpServer) -> None:
        self.hub, self.system, self.fake, self.server = hub, system, fake, server

    def connect(self, *, secret: str | None = None) -> int:
        """Add the integration as a person would; return its number."""
        name, good = self.system.secret
        submitted = self.filled({name: good if secret is None else secret})
        number = self.hub.integrations.add(PRINCIPAL, submitted).integration_id
        if self.system.tokens:
            self.sign_in(number, submitted, self.system.tokens if secret is None else secret)
        return number

    def filled(self, secrets: dict[str, str]) -> Submitted:
        """Return the template with its blanks filled, the addresses it knows itself moved to the fake."""
        given = {name: text.format(address=self.server.url) for name, text in self.system.values.items()}
        submitted = self.hub.catalog.fill(self.system.template, given | secrets)
        if not self.system.moved:
            return submitted
        text = json.dumps(submitted.integration.to_json())
        for known, there in self.system.moved.items():
            assert known in text
            text = text.replace(known, there.format(address=self.server.url))
        return read_integration(json.loads(text) | secrets)

    def sign_in(self, number: int, submitted: Submitted, access: str, refresh: str = "") -> None:
        """Keep the tokens that a person's sign-in with the browser would have left."""
        tokens = TokenSet(access, refresh, None, destination(submitted.integration))
        self.hub._secrets.set(number, OAUTH_TOKENS, tokens.to_text())

    def sync(self, number: int) -> Run:
        """Run a sync."""
        return self.hub.syncs.run(PRINCIPAL, number)

    def light(self, number: int) -> Light:
        """Return the light of the integration."""
        return self.hub.overview.one(PRINCIPAL, number).status.light

    def record(self, data_type: str, **where: str) -> dict[str, Any]:
        """Return the one record that has these values."""
        page = self.hub.records.find(PRINCIPAL, data_type, where=list(where.items()))
        assert page.total == 1, f"{page.total} {data_type} with {where}"
        return dict(zip(page.data_type.field_names, page.rows[0].values, strict=True))

    def warnings(self, number: int) -> list[str]:
        """Return what the log of the integration complains of."""
        return [row.message for row in self.hub.syncs.log(PRINCIPAL, number) if row.level != "info"]


@pytest.fixture
def desk(hub: Hub) -> Iterator[Callable[[str | Connected], Desk]]:
    servers: list[HttpServer] = []

    def connected(system: str | Connected) -> Desk:
        case = _BY_ID[system] if isinstance(system, str) else system
        fake: Fake = case.fake()
        server = HttpServer(fake)
        server.__enter__()
        servers.append(server)
        if hasattr(fake, "address"):
            fake.address = server.url
        return Desk(hub, case, fake, server)

    yield connected
    for server in servers:
        server.__exit__(None, None, None)


def counts(run: Run, name: str) -> dict[str, int]:
    return {endpoint: getattr(outcome.counts, name) for endpoint, outcome in run.endpoints.items()}


def nonzero(numbers: dict[str, int]) -> dict[str, int]:
    return {name: number for name, number in numbers.items() if number}


def problems(run: Run) -> list[str]:
    found = [run.problem, *(outcome.problem for outcome in run.endpoints.values())]
    return [f"{problem.sentence} {problem.detail}" for problem in found if problem]


def test_every_template_is_held_to_something():
    # Devices are asked nothing; what they push is held to its own tests, over a real listener.
    assert {one.template for one in SYSTEMS} == {template.id for template in Catalog().all()} - {DEVICES_TEMPLATE}


@every_system
def test_everything_arrives_and_a_second_sync_writes_nothing(desk, system):
    connected = desk(system)
    number = connected.connect()
    first = connected.sync(number)
    assert problems(first) == []
    assert first.status is RunStatus.SUCCEEDED
    assert counts(first, "added") == system.added
    assert nonzero(counts(first, "changed")) == {}
    assert nonzero(counts(first, "quarantined")) == system.quarantined
    for endpoint, least in system.pages.items():
        assert first.endpoints[endpoint].counts.pages >= least, endpoint
    for data_type, where, values in system.examples:
        found = connected.record(data_type, **where)
        assert {name: found[name] for name in values} == values
    # Nothing was dropped on the way, and nothing odd was seen.
    assert [outcome.warnings for outcome in first.endpoints.values() if outcome.warnings] == []
    assert [text for text in connected.warnings(number) if "refused" not in text] == []
    second = connected.sync(number)
    assert problems(second) == []
    assert second.status is RunStatus.SUCCEEDED
    assert (nonzero(counts(second, "added")), nonzero(counts(second, "changed"))) == ({}, {})


@every_system
def test_wrong_credentials_turn_the_light_red_and_nothing_is_stored(desk, system):
    connected = desk(system)
    number = connected.connect(secret=WRONG)
    run = connected.sync(number)
    assert run.status is RunStatus.FAILED
    assert run.problem is not None
    assert (run.problem.kind, WRONG in run.problem.sentence + run.problem.detail) == ("sign-in", False)
    assert (connected.light(number), run.total.read) == (Light.ERROR, 0)


@every_system
def test_the_credentials_go_nowhere_but_where_they_belong(desk, system):
    connected = desk(system)
    number = connected.connect()
    connected.sync(number)
    secret = connected.system.secret[1]
    exported = json.dumps(connected.hub.integrations.export(PRINCIPAL, [number]))
    log = json.dumps([row.message + row.detail for row in connected.hub.syncs.log(PRINCIPAL, number)])
    assert secret not in exported + log


@pytest.mark.parametrize("template", Catalog().all(), ids=lambda template: template.id)
def test_a_template_asks_for_each_parent_only_where_it_names_its_fields(template: Template):
    endpoints = template.integration["endpoints"]
    for name, endpoint in endpoints.items():
        used = set(re.findall(r"\{parent\.", json.dumps(endpoint)))
        assert bool(used) == ("forEach" in endpoint), name


# Moodle, as it was recorded


def test_moodle_needs_no_more_than_an_address_and_a_token():
    template = Catalog().find("moodle")
    assert [(blank.name, blank.kind) for blank in template.blanks] == [("address", "address"), ("apiKey", "secret")]


def test_moodle_is_asked_in_its_own_words_only(desk):
    connected = desk("moodle")
    connected.sync(connected.connect())
    assert connected.server.asked
    for asked in connected.server.asked:
        assert asked.param("moodlewsrestformat") == "json"
        assert "authorization" not in asked.headers
        assert {name for name, _ in asked.params} <= {"wstoken", "moodlewsrestformat", "wsfunction", "courseid"}
        assert asked.param("courseid") != "1"


def test_moodles_people_without_an_id_number_wait_in_quarantine(desk):
    connected = desk("moodle")
    number = connected.connect()
    connected.sync(number)
    refused = connected.hub.records.quarantined(PRINCIPAL, number)
    assert {reason for view in refused for reason in view.record.reasons} == {"Student ID is missing."}
    assert connected.hub.records.find(PRINCIPAL, "students", text="François Nguyễn").total == 0


@pytest.mark.parametrize(
    ("prepare", "kind", "told"),
    [
        (lambda fake: fake.outside_the_service.add("core_course_get_courses"), "configuration", "external service"),
        (lambda fake: setattr(fake, "state", "maintenance"), "transient", "maintenance"),
        (lambda fake: setattr(fake, "state", "upgrading"), "transient", "maintenance"),
        (lambda fake: setattr(fake, "state", "disabled"), "configuration", "does not allow"),
    ],
    ids=["function-missing", "maintenance", "upgrading", "services-disabled"],
)
def test_moodles_own_errors_are_told_in_words(desk, prepare, kind, told):
    connected = desk("moodle")
    number = connected.connect()
    assert isinstance(connected.fake, Moodle)
    prepare(connected.fake)
    run = connected.sync(number)
    assert run.problem is not None
    assert (run.problem.kind, told in run.problem.sentence) == (kind, True), run.problem.sentence
    assert run.total.added == 0


def test_moodles_grades_are_asked_for_by_several_courses_at_a_time(desk):
    connected = desk("moodle")
    number = connected.connect()
    answer, together, most = connected.fake, threading.Condition(), [0, 0]

    def both(asked):
        if asked.param("wsfunction") != "gradereport_user_get_grade_items":
            return answer(asked)
        with together:
            most[0] += 1
            most[1] = max(most)
            together.notify_all()
            # Nobody is answered until two have asked: one after the other, they would only wait in vain.
            together.wait_for(lambda: most[1] > 1, timeout=10)
        try:
            return answer(asked)
        finally:
            with together:
                most[0] -= 1

    connected.server.handler = both
    run = connected.sync(number)
    assert problems(run) == []
    assert 2 <= most[1] <= 4


def test_two_grade_items_of_one_name_are_told_in_the_log(desk):
    connected = desk("moodle")
    number = connected.connect()
    for student in connected.fake.graded(13):
        for item in student["gradeitems"]:
            if item["itemname"] == "Midterm exam":
                item["itemname"] = "Lab report #1"
    run = connected.sync(number)
    assert run.status is RunStatus.SUCCEEDED
    assert any("key that another record" in text for text in connected.warnings(number))


def test_a_course_of_moodle_that_may_not_be_seen_costs_only_its_own_marks(desk):
    connected = desk("moodle")
    number = connected.connect()
    connected.fake.forbidden_courses.add(3)
    run = connected.sync(number)
    assert run.status is RunStatus.PARTIAL
    assert "may not see" in run.endpoints["marks"].problem.sentence
    assert run.endpoints["marks"].counts.added > 3000
    assert run.endpoints["subjects"].counts.added == 13


# What each of the others does in its own way


def test_canvas_is_asked_one_thing_at_a_time_and_waits_when_told(desk):
    connected = desk("canvas")
    assert isinstance(connected.fake, Canvas)
    number = connected.connect()
    connected.fake.throttled = 2
    run = connected.sync(number)
    assert run.status is RunStatus.SUCCEEDED
    assert connected.fake.most_at_once == 1
    assert connected.fake.throttled == 0
    connected.server.asked.clear()
    again = connected.sync(number)
    assert again.endpoints["marks"].counts.read == 0
    asked = [one.param("graded_since") for one in connected.server.asked if "submissions" in one.path]
    assert len(asked) == 3
    assert all(asked)


def test_a_canvas_without_sis_ids_names_people_by_its_own(desk):
    connected = desk("canvas")
    connected.system = replace(connected.system, values=dict(connected.system.values) | {"personField": "id"})
    run = connected.sync(connected.connect())
    assert (run.total.quarantined, run.endpoints["students"].counts.added) == (0, COLLEGE["students"])
    assert connected.record("marks", student_id="7", subject_code="MA102", exam="Final")["max_marks"] == 50.0


@pytest.mark.parametrize("version", ["1.1", "1.2"])
def test_a_failure_of_oneroster_is_told_in_its_words(desk, version):
    connected = desk(f"oneroster-{version.replace('.', '-')}")
    answer = connected.fake

    def forbidden(asked):
        return failure(403, "forbidden", "Teachers are not shared.") if "/teachers" in asked.path else answer(asked)

    connected.server.handler = forbidden
    run = connected.sync(connected.connect())
    assert run.status is RunStatus.PARTIAL
    assert "Teachers are not shared" in run.endpoints["faculty"].problem.sentence
    assert run.endpoints["students"].counts.added == COLLEGE["students"]


@pytest.mark.parametrize("version", ["1.1", "1.2"])
def test_oneroster_is_asked_for_changed_results_the_second_time(desk, version):
    connected = desk(f"oneroster-{version.replace('.', '-')}")
    assert isinstance(connected.fake, OneRoster)
    number = connected.connect()
    connected.sync(number)
    assert connected.fake.filters == []
    assert "gone" not in {row.values[1] for row in connected.hub.records.find(PRINCIPAL, "students").rows}
    connected.sync(number)
    assert len(connected.fake.filters) == 6
    assert all(one.startswith("dateLastModified>'") for one in connected.fake.filters)
    assert connected.fake.desk.issued == 2


def test_erpnext_is_asked_for_more_than_its_twenty_and_later_for_what_changed(desk):
    connected = desk("erpnext-education")
    assert isinstance(connected.fake, ErpNext)
    number = connected.connect()
    connected.sync(number)
    assert {one.param("limit_page_length") for one in connected.server.asked} == {"200"}
    first = [one for one in connected.fake.filters if one[0][0] == "docstatus"]
    connected.fake.filters.clear()
    connected.sync(number)
    second = [one for one in connected.fake.filters if one[0][0] == "docstatus"]
    assert min(one[1][2] for one in second) > max(one[1][2] for one in first)


def test_biotime_is_read_in_windows_of_whole_days_and_signed_in_to_once(desk):
    connected = desk("zkteco-biotime")
    assert isinstance(connected.fake, BioTime)
    number = connected.connect()
    connected.sync(number)
    assert connected.fake.sign_ins == 1
    assert all(start.endswith("00:00:00") and end.endswith("23:59:59") for start, end in connected.fake.windows)
    assert len(set(connected.fake.windows)) == 9
    connected.fake.windows.clear()
    connected.sync(number)
    assert len(set(connected.fake.windows)) == 1


def test_a_session_of_biotime_that_ends_is_begun_anew(desk):
    connected = desk("zkteco-biotime")
    answer, asked = connected.fake, []

    def ends_once(one):
        asked.append(one)
        if len(asked) == 3:
            answer.expire()
        return answer(one)

    connected.server.handler = ends_once
    run = connected.sync(connected.connect())
    assert (problems(run), answer.sign_ins) == ([], 2)


def test_a_session_of_odoo_that_ends_is_begun_anew_although_it_says_so_with_200(desk):
    connected = desk("odoo-openeducat")
    answer, asked = connected.fake, []
    assert isinstance(answer, Odoo)

    def ends_once(one):
        asked.append(one)
        if len(asked) == 4:
            answer.expire()
        return answer(one)

    connected.server.handler = ends_once
    run = connected.sync(connected.connect())
    assert (problems(run), answer.sign_ins) == ([], 2)


def test_odoo_is_asked_for_what_changed_and_for_exams_by_number(desk):
    connected = desk("odoo-openeducat")
    number = connected.connect()
    connected.sync(number)
    domains = connected.fake.domains
    assert [["exam_id", "=", 400]] in [domain for model, domain in domains if model == "op.result.line"]
    first = [domain[0][2] for model, domain in domains if model == "op.attendance.line"]
    domains.clear()
    connected.sync(number)
    assert [domain[0][2] for model, domain in domains if model == "op.attendance.line"] > first


def test_graph_is_waited_for_when_it_asks_to_slow_down(desk):
    connected = desk("microsoft-graph-education")
    assert isinstance(connected.fake, Graph)
    connected.fake.throttled = 2
    run = connected.sync(connected.connect())
    assert (problems(run), connected.fake.throttled) == ([], 0)
    assert connected.fake.desk.scopes == ["https://graph.microsoft.com/.default"]


def test_google_is_waited_for_when_its_quota_is_used_up(desk):
    connected = desk("google-classroom")
    assert isinstance(connected.fake, Classroom)
    number = connected.connect()
    connected.fake.exhausted = 2
    assert problems(connected.sync(number)) == []


def test_two_pieces_of_coursework_of_one_title_are_told_in_the_log(desk, monkeypatch):
    monkeypatch.setattr("tests.fakes.systems.classroom.EXAMS", ("Quiz", "Quiz"))
    connected = desk("google-classroom")
    number = connected.connect()
    assert connected.sync(number).status is RunStatus.SUCCEEDED
    assert any("key that another record" in text for text in connected.warnings(number))


def test_a_token_of_google_that_has_ended_is_renewed_with_what_the_person_left(desk):
    connected = desk("google-classroom")
    number = connected.connect()
    config = connected.hub.integrations.get(PRINCIPAL, number).config
    connected.sign_in(number, Submitted(config), "ya29.an-old-t0ken", connected.fake.refresh_token)
    assert problems(connected.sync(number)) == []
    assert connected.fake.refreshed == 1
    assert connected.sync(number).status is RunStatus.SUCCEEDED
    assert connected.fake.refreshed == 1


def test_a_sign_in_to_google_that_was_revoked_is_told_and_not_tried_again(desk):
    connected = desk("google-classroom")
    number = connected.connect()
    config = connected.hub.integrations.get(PRINCIPAL, number).config
    connected.sign_in(number, Submitted(config), "ya29.an-old-t0ken", "1//revoked")
    run = connected.sync(number)
    assert run.problem is not None
    assert (run.problem.kind, connected.light(number)) == ("sign-in", Light.ERROR)
    connected.server.asked.clear()
    connected.sync(number)
    assert connected.server.asked == []


def test_a_token_of_blackboard_that_ends_is_fetched_anew(desk):
    connected = desk("blackboard")
    answer, asked = connected.fake, []
    assert isinstance(answer, Blackboard)

    def ends_once(one):
        asked.append(one)
        if len(asked) == 4:
            answer.desk.revoke()
        return answer(one)

    connected.server.handler = ends_once
    run = connected.sync(connected.connect())
    assert (problems(run), answer.desk.issued) == ([], 2)


def test_an_error_in_the_envelope_of_a_200_answer_is_one(desk):
    connected = desk("generic-rest")
    assert isinstance(connected.fake, Generic)
    connected.fake.error_in_200 = "The reports module is not licensed"
    run = connected.sync(connected.connect())
    assert run.status is RunStatus.FAILED
    assert "not licensed" in problems(run)[0]
