"""What the doctor finds once an upstream can be reached: sign-in, permission, records, paging, and what it offers."""

import json
import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import Any

import pytest

from hub_desktop.core.errors import CancelledError, NotFoundError, Remedy
from hub_desktop.core.integration import Integration, read_integration
from hub_desktop.core.offers import Offer, with_offers
from hub_desktop.core.redaction import Redactor
from hub_desktop.upstream import answer_checks
from hub_desktop.upstream.doctor import Check, Mark, Report, examine
from hub_desktop.upstream.reading import Patience
from hub_desktop.upstream.report import named, report_json, summary
from tests.core.test_recognition import SEED, moodle
from tests.fakes.http_server import Asked, HttpServer, Reply, as_json, free_port
from tests.upstream.session import KEY, SECRETS, integration
from tests.upstream.test_authentication import TokenServer

STUDENTS = [{"id": n, "name": f"Student {n}"} for n in range(1, 4)]


def report(of: Integration, secrets: dict[str, str] = SECRETS, **more: Any) -> Report:
    found = examine(
        of,
        secrets,
        cancel=more.pop("cancel", threading.Event()),
        redactor=Redactor(),
        patience=Patience(tries=1, deadline=5),
        **more,
    )
    assert KEY not in str(found)
    assert KEY not in json.dumps(report_json("Moodle", found))
    return found


def outcomes(found: Report) -> dict[str, bool | None]:
    return {check.name: check.ok for check in found.checks}


def step(found: Report, name: str) -> Check:
    return named(found.checks, name)


def offer_of(found: Report, name: str) -> Offer:
    offer = step(found, name).offer
    assert offer is not None
    return offer


def changed(config: Integration, *offers: Offer) -> Integration:
    return read_integration(with_offers(config.to_json(), offers)).integration


def serving(value: Any, status: int = 200, **headers: str) -> HttpServer:
    return HttpServer(lambda _: as_json(value, status, **headers))


# -- the whole -------------------------------------------------------------------------------------------------------


def test_a_good_connection() -> None:
    body = {"data": STUDENTS, "pagination": {"page": 1, "limit": 3, "total": 412}}
    told: list[Check] = []
    with serving(body) as server:
        found = report(integration(server.url), told=told.append)
        assert len(server.asked) == 1
    names = ["Address", "Name look-up", "Connection", "Answer time", "Clock", "Sign-in", "Permission", "students"]
    assert outcomes(found) == dict.fromkeys([*names, "Paging of students"], True)
    assert found.ok
    assert summary(found) == "Everything works."
    assert found.address == server.url
    assert {check.name for check in told} == {check.name for check in found.checks}
    students = step(found, "students")
    assert students.sentence == "students: 3 records read of 412, all well."
    assert students.fields == {"id": "number", "name": "text"}
    assert any("Student ID from “id” (by its name)" in note for note in students.notes)
    assert "The records lie under “data”." in students.notes
    assert students.exchanges[0].address == f"{server.url}/students"
    assert students.exchanges[0].status == 200


def test_the_first_records_are_shown_without_what_is_personal() -> None:
    rows = [{"id": 1, "name": "Asha", "email": "asha@college.edu", "semester": 3}]
    with serving(rows) as server:
        found = report(integration(server.url))
    assert step(found, "students").samples == (
        "Record 1: Student ID: (not shown); Name: (not shown); Email: (not shown); Semester: 3",
    )
    assert "Asha" not in str(found)


def test_only_the_endpoints_that_are_wanted() -> None:
    endpoints = {"students": "/students", "faculty": "/faculty"}
    with serving(STUDENTS) as server:
        found = report(integration(server.url, endpoints=endpoints), endpoints=["faculty"])
        assert [asked.path for asked in server.asked] == ["/faculty"]
        with pytest.raises(NotFoundError, match="Did you mean “faculty”"):
            report(integration(server.url, endpoints=endpoints), endpoints=["facultyy"])
    assert "students" not in outcomes(found)


# -- sign-in and permission ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "reply",
    [
        as_json({"message": f"{KEY} is unknown"}, 401),
        as_json({"exception": "x", "errorcode": "invalidtoken", "message": "Invalid token"}),
    ],
)
def test_a_wrong_token_stops_the_test(reply: Reply) -> None:
    endpoints = {"students": "/students", "faculty": "/faculty"}
    with HttpServer(lambda _: reply) as server:
        found = report(integration(server.url, endpoints=endpoints))
        assert len(server.asked) == 1
    assert step(found, "Sign-in").ok is False
    assert step(found, "Sign-in").remedy is Remedy.SIGN_IN_AGAIN
    assert "Moodle refused the token" in step(found, "Sign-in").sentence
    assert step(found, "students").ok is None
    assert step(found, "faculty").ok is None


def test_no_token_yet() -> None:
    with serving(STUDENTS) as server:
        found = report(integration(server.url), {})
        assert not server.asked
    assert "has no token yet" in step(found, "Sign-in").sentence
    assert step(found, "students").ok is None


def test_oauth_says_whether_a_token_was_given() -> None:
    oauth = {"tokenUrl": "", "clientId": "hub"}
    with HttpServer(TokenServer()) as server:
        oauth["tokenUrl"] = f"{server.url}/token"
        found = report(integration(server.url, authType="oauth", oauth=oauth))
        assert step(found, "Sign-in").ok is True
        assert "gave a token" in step(found, "Sign-in").sentence
        assert "token-1" not in str(found)
        server.handler = TokenServer(lambda: as_json({"error": "invalid_client"}, 401))
        found = report(integration(server.url, authType="oauth", oauth=oauth))
    assert step(found, "Sign-in").ok is False
    assert step(found, "students").ok is None


def test_a_permission_that_lacks_is_told_apart_from_a_wrong_key() -> None:
    endpoints = {"marks": "/marks", "students": "/students"}

    def handler(asked: Asked) -> Reply:
        return as_json({"message": "Not for you"}, 403) if asked.path == "/marks" else as_json(STUDENTS)

    with HttpServer(handler) as server:
        found = report(integration(server.url, endpoints=endpoints))
    assert step(found, "Sign-in").ok is True
    assert step(found, "marks").ok is False
    assert step(found, "students").ok is True
    permission = step(found, "Permission")
    assert permission.ok is False
    assert "may not read marks" in permission.sentence
    assert "may read students" in permission.sentence


def test_one_endpoint_that_refuses_the_key_does_not_stop_the_others_once_it_was_accepted() -> None:
    endpoints = {"students": "/students", "marks": "/marks", "faculty": "/faculty"}

    def handler(asked: Asked) -> Reply:
        return as_json({}, 401) if asked.path == "/marks" else as_json(STUDENTS)

    with HttpServer(handler) as server:
        found = report(integration(server.url, endpoints=endpoints))
    assert (step(found, "marks").ok, step(found, "faculty").ok) == (False, True)


def test_one_endpoint_does_not_stop_the_others() -> None:
    endpoints = {"faculty": "/faculty", "students": "/students"}

    def handler(asked: Asked) -> Reply:
        return as_json({}, 404) if asked.path == "/faculty" else as_json(STUDENTS)

    with HttpServer(handler) as server:
        found = report(integration(server.url, endpoints=endpoints))
    assert step(found, "faculty").ok is False
    assert step(found, "students").ok is True
    assert step(found, "Sign-in").ok is True
    assert not found.ok


def test_without_endpoints_it_says_so() -> None:
    with serving([]) as server:
        found = report(integration(server.url, endpoints={}))
    assert not found.ok
    assert "no endpoint" in found.checks[-1].sentence


# -- time ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("away", "words"),
    [
        (0, "agree"),
        (-120, "2 minutes ahead of"),
        (150, "2 minutes behind"),
        (-600, "10 minutes ahead of that of Moodle. At such a difference tokens and signatures are refused"),
        (3 * 86400, "3 days behind"),
    ],
)
def test_the_clock_of_this_pc(away: int, words: str) -> None:
    def dated(_: Asked) -> Reply:
        moment = format_datetime(datetime.now(UTC) + timedelta(seconds=away), usegmt=True)
        content = json.dumps(STUDENTS)
        head = f"HTTP/1.1 200 OK\r\nDate: {moment}\r\nContent-Type: application/json\r\nContent-Length: {len(content)}"
        return Reply(stream=lambda s, _: s.sendall(f"{head}\r\n\r\n{content}".encode()), raw=True)

    with HttpServer(dated) as server:
        found = report(integration(server.url))
    clock = step(found, "Clock")
    assert words in clock.sentence
    assert clock.mark is (Mark.NOTED if away else Mark.PASSED)


def test_an_answer_without_a_date_leaves_the_clock_untold() -> None:
    content = json.dumps(STUDENTS)
    head = f"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {len(content)}\r\n\r\n"
    bare = Reply(stream=lambda s, _: s.sendall((head + content).encode()), raw=True)
    with HttpServer(lambda _: bare) as server:
        found = report(integration(server.url))
    assert step(found, "Clock").ok is None
    assert found.ok


def test_a_slow_answer_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(answer_checks, "SLOW_SECONDS", 0.0)
    with serving(STUDENTS) as server:
        found = report(integration(server.url))
    assert step(found, "Answer time").mark is Mark.NOTED
    assert "which is slow" in step(found, "Answer time").sentence


# -- records ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("rows", "ok", "words"),
    [
        ([], True, "empty list"),
        ([{"foo": 1}], False, "no field was found for “Student ID”"),
        ([{"id": None}], False, "none can be stored: Student ID is missing."),
        ([{"id": 1}, {"id": ""}], True, "1 of the first 2 would be refused: Student ID is missing."),
        (["a", "b"], False, "not a record but a single value"),
        ([{"id": 1, "email": "none"}], True, "1 value would be left out"),
    ],
)
def test_the_mapping_is_tried_on_the_first_records(rows: list[Any], ok: bool, words: str) -> None:
    with serving(rows) as server:
        found = report(integration(server.url))
    assert step(found, "students").ok is ok
    assert words in step(found, "students").sentence


def test_a_value_that_is_refused_stands_in_no_sentence() -> None:
    row = {"id": 1, "code": "M1", "name": "x", "email": "nobody at all", "dob": "03/04/2006", "credits": "Asha Rao"}
    with serving([row]) as server:
        found = report(integration(server.url, endpoints={"students": "/s", "subjects": "/c"}))
    for name in ("students", "subjects"):
        check = step(found, name)
        for text in (check.sentence, check.detail, *check.notes):
            assert not any(value in text for value in ("nobody", "2006", "Asha"))
    assert "Email: “(not shown)” is not an email address; the value was left out." in step(found, "students").samples
    # What a subject is worth is nothing personal, so that whoever mends the mapping sees what came instead.
    assert any("“Asha Rao”" in line for line in step(found, "subjects").samples)
    assert not any("2006" in line or "nobody" in line for line in step(found, "students").samples)


def test_an_explicit_mapping_to_a_field_that_never_comes() -> None:
    endpoint = {"path": "/s", "mappings": {"user.number": "student_id"}}
    with serving(STUDENTS) as server:
        found = report(integration(server.url, endpoints={"students": endpoint}))
    assert "“Student ID”" in step(found, "students").sentence
    assert "fields seen: id, name" in step(found, "students").detail


def test_custom_data_needs_its_key() -> None:
    endpoint = {"path": "/s", "dataType": "custom", "key": ["book"]}
    with serving([{"isbn": 1}]) as server:
        found = report(integration(server.url, endpoints={"library": endpoint}))
    assert "“book”" in step(found, "library").sentence


def test_a_filter_that_leaves_everything_aside_is_said() -> None:
    endpoint = {"path": "/s", "filter": "id > `100`"}
    with serving(STUDENTS) as server:
        found = report(integration(server.url, endpoints={"students": endpoint}))
    assert "3 records came, and the filter" in step(found, "students").sentence
    assert step(found, "students").mark is Mark.NOTED


def test_a_web_page_instead_of_data() -> None:
    page = Reply(b"<!doctype html><title>Welcome</title>", content_type="text/html")
    with HttpServer(lambda _: page) as server:
        found = report(integration(server.url))
    assert step(found, "students").ok is False
    assert step(found, "Sign-in").ok is None
    assert "a web page (“Welcome”)" in step(found, "students").sentence
    assert step(found, "students").remedy is Remedy.EDIT


# -- parents ---------------------------------------------------------------------------------------------------------

FAMILY = {
    "subjects": "/courses",
    "students": {"path": "/courses/{parent.id}/students", "forEach": {"endpoint": "subjects"}},
}


def test_a_parent_is_read_before_its_children_and_the_child_keeps_its_value_to_itself() -> None:
    def handler(asked: Asked) -> Reply:
        if asked.path == "/courses":
            return as_json([{"id": 4711, "code": "M1", "name": "Maths"}])
        return as_json(STUDENTS)

    with HttpServer(handler) as server:
        found = report(integration(server.url, endpoints=dict(reversed(FAMILY.items()))))
        assert server.asked[0].path == "/courses"
        assert server.asked[-1].path == "/courses/4711/students"
    names = [check.name for check in found.checks]
    assert names.index("subjects") < names.index("students")
    assert found.ok
    assert step(found, "students").exchanges[0].address == f"{server.url}/courses/{{parent.id}}/students"
    assert any("once for each of the records of subjects" in note for note in step(found, "students").notes)


def test_a_child_whose_parent_fails_is_not_tried() -> None:
    def handler(asked: Asked) -> Reply:
        return as_json({}, 404) if asked.path == "/courses" else as_json(STUDENTS)

    with HttpServer(handler) as server:
        found = report(integration(server.url, endpoints=FAMILY))
    assert step(found, "students").ok is None
    assert "because subjects" in step(found, "students").sentence


def test_a_failing_child_gives_no_value_of_its_parent_away() -> None:
    def handler(asked: Asked) -> Reply:
        if asked.path == "/courses":
            return as_json([{"id": 4711, "code": "M1", "name": "Maths"}])
        return as_json({"message": "no"}, 500)

    with HttpServer(handler) as server:
        found = report(integration(server.url, endpoints=FAMILY))
    students = step(found, "students")
    assert students.ok is False
    assert "4711" not in str(students) + str(students.exchanges)


# -- paging and its offer --------------------------------------------------------------------------------------------


def paged(asked: Asked) -> Reply:
    page = int(asked.param("page", "1"))
    return as_json({"data": STUDENTS, "pagination": {"page": page, "limit": 3, "total": 412}})


def test_the_paging_found_is_offered_to_be_kept() -> None:
    with HttpServer(paged) as server:
        config = integration(server.url)
        found = report(config)
        check = step(found, "Paging of students")
        assert "by number" in check.sentence
        assert "3 a page" in check.sentence
        assert "412 in all" in check.sentence
        offer = offer_of(found, "Paging of students")
        assert offer.label == "Keep this way of paging"
        kept = changed(config, offer)
        assert kept.endpoints["students"].pagination.style == "page"
        again = report(kept)
    assert again.ok
    assert step(again, "Paging of students").offer is None


def test_a_total_that_is_not_reached_and_a_full_first_page_are_worth_knowing() -> None:
    with HttpServer(lambda _: as_json(STUDENTS, X_Total_Count="412")) as server:
        found = report(integration(server.url))
    assert "412 records, but 3 came" in step(found, "Paging of students").sentence
    assert step(found, "Paging of students").mark is Mark.NOTED
    twenty = [{"id": n, "name": "x"} for n in range(20)]
    with serving(twenty) as server:
        found = report(integration(server.url))
    assert "exactly 20 records" in step(found, "Paging of students").sentence
    assert found.ok


# -- records path and its offer --------------------------------------------------------------------------------------


def test_the_list_that_was_not_found_is_looked_for_and_offered() -> None:
    body = {"meta": {"links": [{"href": "x"}]}, "answer": {"body": {"learners": STUDENTS}}}
    with serving(body) as server:
        config = integration(server.url)
        found = report(config)
        check = step(found, "students")
        assert check.ok is False
        assert "“answer.body.learners” (3 records)" in check.sentence
        assert step(found, "Sign-in").ok is True
        again = report(changed(config, offer_of(found, "students")))
    assert again.ok
    assert step(again, "students").notes[-1] == "The records lie under “answer.body.learners”."


def test_a_records_path_that_leads_nowhere_is_replaced() -> None:
    with serving(STUDENTS) as server:
        config = integration(server.url, endpoints={"students": {"path": "/s", "recordsPath": "data"}})
        found = report(config)
        offer = offer_of(found, "students")
        assert "whole answer" in offer.label
        assert report(changed(config, offer)).ok


def test_no_list_anywhere_is_said() -> None:
    with serving({"hello": "world"}) as server:
        found = report(integration(server.url))
    assert "No list of objects was found anywhere in it" in step(found, "students").sentence
    assert step(found, "students").offer is None


# -- redirects and their offers --------------------------------------------------------------------------------------


def moved_to(target: Callable[[HttpServer], str]) -> HttpServer:
    def handler(asked: Asked) -> Reply:
        if asked.path.startswith("/old"):
            return Reply(b"", 301, [("Location", target(server) + asked.path.removeprefix("/old"))])
        return as_json(STUDENTS)

    server = HttpServer(handler)
    return server


def test_another_path_on_the_same_computer_is_offered_as_the_new_address() -> None:
    with moved_to(lambda server: f"{server.url}/new/api") as server:
        config = integration(f"{server.url}/old")
        found = report(config)
        check = step(found, "Address of students")
        assert check.mark is Mark.NOTED
        assert "from /old/students to /new/api/students" in check.sentence
        mended = changed(config, offer_of(found, "Address of students"))
        assert mended.base_url == f"{server.url}/new/api"
        assert "Address of students" not in outcomes(report(mended))


def test_a_slash_at_the_end_is_offered_as_the_new_path() -> None:
    def handler(asked: Asked) -> Reply:
        if asked.path == "/api/students":
            return Reply(b"", 301, [("Location", "/api/students/?active=1")])
        return as_json(STUDENTS)

    with HttpServer(handler) as server:
        config = integration(f"{server.url}/api", endpoints={"students": "/students?active=1"})
        found = report(config)
        mended = changed(config, offer_of(found, "Address of students"))
        assert mended.endpoints["students"].path == "/students/?active=1"


def test_a_redirect_to_https_of_the_same_computer_is_offered_and_never_followed_with_the_key() -> None:
    port = free_port()
    with moved_to(lambda _: f"https://127.0.0.1:{port}") as server:
        found = report(integration(f"{server.url}/old"))
        assert len(server.asked) == 1
    assert offer_of(found, "students").changes == {"baseUrl": f"https://127.0.0.1:{port}/old"}


@pytest.mark.parametrize("target", ["http://evil.example", "https://login.example/sso"])
def test_a_redirect_to_another_computer_is_never_offered(target: str) -> None:
    with moved_to(lambda _: target) as server:
        found = report(integration(f"{server.url}/old"))
    assert step(found, "students").ok is False
    assert not found.offers


@pytest.mark.parametrize(
    ("base", "there", "offered"),
    [
        ("http://college.edu/api", "https://college.edu", "https://college.edu/api"),
        ("https://college.edu/api", "https://www.college.edu", "https://www.college.edu/api"),
        ("https://www.college.edu", "https://college.edu", "https://college.edu"),
        ("https://college.edu", "http://college.edu", None),
        ("https://college.edu", "https://college.edu.evil.example", None),
    ],
)
def test_which_addresses_may_take_the_place_of_the_old_one(base: str, there: str, offered: str | None) -> None:
    from hub_desktop.core.errors import ConfigurationError
    from hub_desktop.upstream.addresses import place

    error = ConfigurationError("Moved.", evidence={"from": place(base), "to": there})
    found = answer_checks.redirect_offer(integration(base), error)
    assert (found and found.changes["baseUrl"]) == offered


# -- what is new since -----------------------------------------------------------------------------------------------


def since(answer: Callable[[str], Reply]) -> tuple[Report, HttpServer]:
    endpoint = {"path": "/students", "incremental": {"param": "modified_since"}}
    with HttpServer(lambda asked: answer(asked.param("modified_since"))) as server:
        return report(integration(server.url, endpoints={"students": endpoint})), server


def test_the_parameter_of_the_start_is_tried() -> None:
    found, server = since(lambda start: as_json(STUDENTS[:1] if start else STUDENTS))
    assert step(found, "Changes of students").mark is Mark.PASSED
    assert [bool(asked.param("modified_since")) for asked in server.asked] == [False, True]
    assert found.ok


def test_a_start_that_is_refused_fails_before_the_second_sync_does() -> None:
    found, _ = since(lambda start: as_json({"message": "unknown parameter"}, 400) if start else as_json(STUDENTS))
    check = step(found, "Changes of students")
    assert check.ok is False
    assert "does not take “modified_since”" in check.sentence
    assert not found.ok


def test_a_start_that_is_passed_over_is_worth_knowing() -> None:
    found, _ = since(lambda _: as_json(STUDENTS))
    assert step(found, "Changes of students").mark is Mark.NOTED
    assert "as much came since yesterday as in all" in step(found, "Changes of students").sentence


# -- the catalog -----------------------------------------------------------------------------------------------------


def test_the_third_example_of_the_seed_names_what_has_to_change_though_its_computer_is_not_there() -> None:
    submitted = read_integration(
        json.loads((SEED / "moodle_lms.json").read_text()) | {"baseUrl": "https://lms.invalid/webservice/rest"}
    )
    found = report(submitted.integration, submitted.secrets, templates=[moodle()])
    assert step(found, "Name look-up").ok is False
    sentences = " ".join(check.sentence for check in found.checks if check.ok is False)
    for word in ("wstoken", "moodlewsrestformat", "core_grades_get_grades"):
        assert word in sentences
    system = step(found, "System")
    assert system.mark is Mark.NOTED
    assert system.alternative
    assert offer_of(found, "System").label == "Use the settings of the catalog for Moodle"
    assert len(found.offers) == 4
    assert found.checks[1] is system


class SmallMoodle:
    """Answers as Moodle does, to those who send the key as wstoken and ask for JSON."""

    def __call__(self, asked: Asked) -> Reply:
        if asked.path != "/webservice/rest/server.php":
            return Reply(b"<!doctype html><title>Not found</title>", 404, content_type="text/html")
        if asked.param("moodlewsrestformat") != "json":
            return Reply(b'<?xml version="1.0"?><EXCEPTION class="x"/>', content_type="application/xml")
        if asked.param("wstoken") != KEY:
            return as_json({"exception": "x", "errorcode": "invalidtoken", "message": "Invalid token"})
        match asked.param("wsfunction"):
            case "core_user_get_users" if asked.param("criteria[0][key]"):
                return as_json({"users": [{"id": 9, "idnumber": "S1", "fullname": "A B"}], "warnings": []})
            case "core_course_get_courses":
                return as_json([{"id": 2, "idnumber": "M1", "shortname": "M1", "fullname": "Maths"}])
            case "core_enrol_get_enrolled_users" if asked.param("courseid") == "2":
                role = [{"shortname": "student"}]
                return as_json([{"id": 9, "idnumber": "S1", "fullname": "A B", "email": "a@b.edu", "roles": role}])
            case "gradereport_user_get_grade_items" if asked.param("courseid") == "2":
                item = {"itemname": "Quiz", "itemtype": "mod", "graderaw": 7, "grademax": 10}
                # What the mapping of the template here takes by name lies beside.
                item |= {"student_id": "S1", "subject_code": "M1", "exam": "Quiz"}
                person = {"userid": 9, "useridnumber": "S1", "gradeitems": [item]}
                return as_json({"usergrades": [person], "warnings": []})
            case _:
                return as_json({"exception": "x", "errorcode": "invalidparameter", "message": "Invalid parameter"})


@pytest.mark.parametrize("which", ["each", "whole"])
def test_with_the_offers_made_a_moodle_is_read(which: str) -> None:
    with HttpServer(SmallMoodle()) as server:
        written = json.loads((SEED / "moodle_lms.json").read_text()) | {"baseUrl": f"{server.url}/webservice/rest"}
        config = read_integration(written).integration
        before = report(config, templates=[moodle()])
        assert not before.ok
        offers = before.offers if which == "each" else (offer_of(before, "System"),)
        again = report(changed(config, *offers), templates=[moodle()])
    assert again.ok, [check.sentence for check in again.checks if check.ok is False]
    assert step(again, "System").sentence == "This is Moodle, and it is set up as the catalog has it."


def test_what_differs_from_the_catalog_and_works_all_the_same_is_only_worth_knowing() -> None:
    with serving(STUDENTS) as server:
        config = integration(f"{server.url}/webservice/rest", endpoints={"students": "/server.php"})
        found = report(config, templates=[moodle()])
    assert found.ok
    assert step(found, "Moodle: sign-in").mark is Mark.NOTED


# -- cancel ----------------------------------------------------------------------------------------------------------


def test_cancel_stops_the_test() -> None:
    cancel = threading.Event()
    silent = Reply(stream=lambda _, stopping: (stopping.wait(), None)[1], raw=True)
    with HttpServer(lambda _: silent) as server:
        threading.Timer(0.3, cancel.set).start()
        began = time.monotonic()
        with pytest.raises(CancelledError):
            report(integration(server.url), cancel=cancel)
        assert time.monotonic() - began < 2
