import base64
import gzip
import json
import threading
import time
from dataclasses import asdict

import httpx
import pytest
from starlette.types import ASGIApp, Receive, Scope, Send

from hub_desktop.core.resources import resource_path
from hub_desktop.server.listening import ListeningThread
from hub_desktop.server.sample_college.api import create_app
from hub_desktop.server.sample_college.data import DATA_SETS, FIRST_DAY, SYSTEMS, SampleCollege, SampleCredentials
from hub_desktop.server.sample_college.integrations import sample_integrations

COUNTS = {"students": 321, "faculty": 68, "subjects": 28, "timetable": 900, "attendance": 620, "marks": 250}
PATHS = {data_set.name: data_set.path for data_set in DATA_SETS}
SYSTEM_OF = {data_set.name: data_set.system for data_set in DATA_SETS}
# What makes a record of each list the one it is.
IDENTITY = {
    "students": ("studentId",),
    "faculty": ("staffId",),
    "subjects": ("courseCode",),
    "timetable": ("section", "dayOfWeek", "startTime"),
    "attendance": ("studentId", "date", "attendance"),
    "marks": ("studentId", "courseCode", "examName"),
}
CREDENTIALS = SampleCredentials("erp-token", "biometric-key", "lms-client", "lms-sécret&=+:%")


class Visitor:
    """A client that can sign in to all three systems."""

    def __init__(self, address: str) -> None:
        self.client = httpx.Client(base_url=address, timeout=5, verify=False)
        self.lms_headers: dict[str, str] = {}

    def sign_in_to_lms(self) -> None:
        response = self.client.post("/lms/oauth/token", data=token_form())
        self.lms_headers = {"Authorization": f"Bearer {response.json()['access_token']}"}

    def headers(self, system: str) -> dict[str, str]:
        if system == "biometric":
            return {"X-API-Key": CREDENTIALS.biometric_key}
        if system == "erp":
            return {"Authorization": f"Bearer {CREDENTIALS.erp_token}"}
        if not self.lms_headers:
            self.sign_in_to_lms()
        return self.lms_headers

    def ask(self, name: str, headers: dict[str, str] | None = None, **params: object) -> httpx.Response:
        return self.client.get(PATHS[name], params=params, headers=self.headers(SYSTEM_OF[name]) | (headers or {}))

    def all(self, name: str, limit: int = 500, **params: object) -> list[dict]:
        rows: list[dict] = []
        for page in range(1, 1000):
            content = self.ask(name, page=page, limit=limit, **params).json()
            assert content["pagination"] | {"total": 0} == {"page": page, "limit": limit, "total": 0}
            if not content["data"]:
                assert content["pagination"]["total"] == len(rows)
                return rows
            rows += content["data"]
        raise AssertionError("the list never ends")

    def rehearse(self, action: str, **body: object) -> httpx.Response:
        return self.client.post(f"/_rehearsal/{action}", json=body, headers=self.headers("erp"))


def token_form(**changes: str) -> dict[str, str]:
    return {
        "grant_type": "client_credentials",
        "client_id": CREDENTIALS.lms_client_id,
        "client_secret": CREDENTIALS.lms_client_secret,
    } | changes


@pytest.fixture
def college() -> SampleCollege:
    return SampleCollege.load(**asdict(CREDENTIALS))


class Served:
    """An application whose college can be exchanged, so that one listener serves all tests of this module."""

    app: ASGIApp

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await self.app(scope, receive, send)


@pytest.fixture(scope="module")
def served():
    served = Served()
    with ListeningThread(served) as listener:
        yield served, listener.address


@pytest.fixture
def visitor(served, college):
    application, address = served
    application.app = create_app(college)
    visitor = Visitor(address)
    with visitor.client:
        yield visitor


def identity(name: str, row: dict) -> tuple:
    return tuple(row[field] for field in IDENTITY[name])


# The data


@pytest.mark.parametrize("name", COUNTS)
def test_paging_covers_every_record_exactly_once(visitor, name):
    rows = visitor.all(name, limit=97)
    assert len(rows) == COUNTS[name]
    assert len({identity(name, row) for row in rows}) == COUNTS[name]
    bundled = json.loads(gzip.decompress(resource_path("sample_college", f"{name}.json.gz").read_bytes()))
    assert rows == bundled


# Paging and filters


def test_the_default_page_has_a_hundred_records(visitor):
    content = visitor.ask("students").json()
    assert content["success"] is True
    assert len(content["data"]) == 100
    assert content["pagination"] == {"page": 1, "limit": 100, "total": 321}


def test_a_page_past_the_end_is_empty(visitor):
    content = visitor.ask("students", page=1_000_000).json()
    assert content["data"] == []
    assert content["pagination"]["total"] == 321


@pytest.mark.parametrize("name", ["students", "attendance", "marks"])
def test_updated_since_gives_exactly_the_records_at_or_after_it(visitor, college, name):
    moments = sorted(row["updatedAt"] for row in college.rows(name))
    since = moments[len(moments) // 2]
    expected = [row for row in college.rows(name) if row["updatedAt"] >= since]
    assert 0 < len(expected) < len(moments)
    assert visitor.all(name, updated_since=since) == expected
    assert visitor.all(name, updated_since="2022-05-28T00:00:00Z") == []


@pytest.mark.parametrize("since", ["2022-05-20T12:00:00Z", "2022-05-20T17:30:00+05:30", "2022-05-20T12:00:00"])
def test_updated_since_understands_zones(visitor, college, since):
    expected = [row for row in college.rows("students") if row["updatedAt"] >= "2022-05-20T12:00:00Z"]
    assert visitor.all("students", updated_since=since) == expected


def test_attendance_can_be_had_by_day_and_by_days(visitor, college):
    rows = college.rows("attendance")
    assert visitor.all("attendance", date="2021-12-15") == [r for r in rows if r["date"] == "2021-12-15"]
    wanted = [r for r in rows if "2021-12-01" <= r["date"] <= "2021-12-15"]
    assert 1 < len(wanted) < len(rows)
    assert visitor.all("attendance", **{"from": "2021-12-01", "to": "2021-12-15"}) == wanted


def test_marks_can_be_had_by_exam_date(visitor):
    rows = visitor.all("marks", date="2021-09-07")
    assert len(rows) == 25
    assert {row["examName"] for row in rows} == {"Quiz 1"}


@pytest.mark.parametrize(("name", "count"), [("subjects", 4), ("faculty", 2)])
def test_departments_are_filtered_in_any_case(visitor, name, count):
    rows = visitor.all(name, department="mathematics")
    assert len(rows) == count
    assert {row["department"] for row in rows} == {"Mathematics"}


@pytest.mark.parametrize(
    ("name", "params", "code", "named"),
    [
        ("students", {"sort": "name"}, "unknown_parameter", "sort"),
        ("students", {"date": "2022-01-01"}, "unknown_parameter", "date"),
        ("students", {"department": "Science"}, "unknown_parameter", "department"),
        ("students", {"page": "0"}, "invalid_parameter", "page"),
        ("students", {"page": "٣"}, "invalid_parameter", "page"),
        ("students", {"page": "9" * 5000}, "invalid_parameter", "page"),
        ("students", {"limit": "501"}, "invalid_parameter", "limit"),
        ("students", {"limit": "-1"}, "invalid_parameter", "limit"),
        ("students", {"limit": ["5", "6"]}, "invalid_parameter", "twice"),
        ("students", {"updated_since": "yesterday"}, "invalid_parameter", "updated_since"),
        ("students", {"updated_since": "0001-01-01T00:00:00+14:00"}, "invalid_parameter", "updated_since"),
        ("attendance", {"date": "15/12/2021"}, "invalid_parameter", "date"),
        ("attendance", {"from": "2022-02-01", "to": "2022-01-01"}, "invalid_parameter", "from"),
        ("attendance", {"date": "2022-02-01", "to": "2022-03-01"}, "invalid_parameter", "date"),
    ],
)
def test_a_parameter_that_cannot_be_used_is_refused_by_name(visitor, name, params, code, named):
    response = visitor.ask(name, **params)
    assert response.status_code == 400
    assert response.json()["success"] is False
    assert response.json()["error"]["code"] == code
    assert named in response.json()["error"]["message"]


def test_every_parameter_of_the_index_is_accepted(visitor):
    examples = {
        "page": 1,
        "limit": 2,
        "updated_since": "2022-05-01",
        "date": "2022-05-02",
        "from": "2022-05-02",
        "to": "2022-05-03",
        "department": "Science",
    }
    index = visitor.client.get("/").json()["data"]
    assert [system["system"] for system in index["systems"]] == list(SYSTEMS)
    assert index["data"]["licence"] == "Apache-2.0"
    endpoints = [endpoint for system in index["systems"] for endpoint in system["endpoints"]]
    assert {endpoint["path"] for endpoint in endpoints} == set(PATHS.values())
    for endpoint in endpoints:
        for parameter in endpoint["parameters"]:
            response = visitor.ask(endpoint["name"], **{parameter: examples[parameter]})
            assert response.status_code == 200, response.text


def test_an_unchanged_list_is_not_sent_again(visitor):
    etag = visitor.ask("subjects").headers["ETag"]
    again = visitor.ask("subjects", headers={"If-None-Match": f'"other", W/{etag}'})
    assert (again.status_code, again.content, again.headers["ETag"]) == (304, b"", etag)
    assert visitor.ask("subjects", headers={"If-None-Match": '"other"'}).status_code == 200
    assert visitor.ask("subjects", limit=5, headers={"If-None-Match": etag}).status_code == 200


def test_unknown_paths_and_methods_are_refused_in_the_same_shape(visitor):
    missing = visitor.client.get("/erp/api/v1/grades")
    assert (missing.status_code, missing.json()["error"]["code"]) == (404, "not_found")
    wrong = visitor.client.delete(PATHS["students"])
    assert (wrong.status_code, wrong.json()["error"]["code"]) == (405, "method_not_allowed")
    assert "GET" in wrong.headers["Allow"]


# Signing in


@pytest.mark.parametrize("name", COUNTS)
@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Authorization": "Bearer"},
        {"Authorization": "Bearer wrong"},
        {"Authorization": "Basic ZXJwLXRva2Vu"},
        {"Authorization": "Bearer schlüssel".encode("latin-1")},
        {"X-API-Key": ""},
        {"X-API-Key": "wrong"},
    ],
)
def test_absent_and_wrong_credentials_are_refused(visitor, name, headers):
    response = visitor.client.get(PATHS[name], headers=headers)
    assert response.status_code == 401
    assert response.json()["error"]["code"] == "unauthorized"
    assert f'realm="{SYSTEM_OF[name]}"' in response.headers["WWW-Authenticate"]


@pytest.mark.parametrize("name", COUNTS)
def test_the_credentials_of_one_system_do_not_open_another(visitor, name):
    secret_of = {
        "erp": CREDENTIALS.erp_token,
        "biometric": CREDENTIALS.biometric_key,
        "lms": CREDENTIALS.lms_client_secret,
    }
    for system, secret in secret_of.items():
        headers = {"Authorization": b"Bearer " + secret.encode(), "X-API-Key": secret.encode()}
        # The LMS wants a token got with its secret, and not the secret itself.
        expected = 200 if system == SYSTEM_OF[name] != "lms" else 401
        assert visitor.client.get(PATHS[name], headers=headers).status_code == expected
    for system in SYSTEMS:
        response = visitor.client.get(PATHS[name], headers=visitor.headers(system))
        assert response.status_code == (200 if system == SYSTEM_OF[name] else 401)


def test_the_lms_gives_a_token_for_credentials_in_the_form(visitor):
    response = visitor.client.post("/lms/oauth/token", data=token_form())
    content = response.json()
    assert (response.status_code, content["token_type"], content["expires_in"]) == (200, "Bearer", 3600)
    assert response.headers["Cache-Control"] == "no-store"
    headers = {"Authorization": f"bearer {content['access_token']}"}
    assert visitor.client.get(PATHS["marks"], headers=headers).json()["pagination"]["total"] == 250


@pytest.mark.parametrize("quoted", [True, False])
def test_the_lms_gives_a_token_for_credentials_in_a_basic_header(quoted):
    credentials = SampleCredentials("a", "b", "client", "s:ec ret" if quoted else "plain-secret")
    secret = "s%3Aec+ret" if quoted else credentials.lms_client_secret
    basic = base64.b64encode(f"client:{secret}".encode()).decode()
    with ListeningThread(create_app(SampleCollege.load(**asdict(credentials)))) as listener:
        response = httpx.post(
            f"{listener.address}/lms/oauth/token",
            data={"grant_type": "client_credentials"},
            headers={"Authorization": f"Basic {basic}"},
        )
    assert response.status_code == 200


@pytest.mark.parametrize(
    ("form", "status", "error"),
    [
        (token_form(client_secret="wrong"), 401, "invalid_client"),
        (token_form(client_id="wrong"), 401, "invalid_client"),
        (token_form(client_secret=""), 401, "invalid_client"),
        ({"grant_type": "client_credentials"}, 401, "invalid_client"),
        (token_form(grant_type="password"), 400, "unsupported_grant_type"),
        ({str(n): "x" for n in range(50)}, 400, "invalid_request"),
    ],
)
def test_the_lms_refuses_in_the_words_of_oauth(visitor, form, status, error):
    response = visitor.client.post("/lms/oauth/token", data=form)
    assert (response.status_code, response.json()["error"]) == (status, error)
    assert ("WWW-Authenticate" in response.headers) == (status == 401)


def test_the_token_endpoint_wants_a_form(visitor):
    response = visitor.client.post("/lms/oauth/token", json=token_form())
    assert (response.status_code, response.json()["error"]) == (400, "invalid_request")


def test_a_token_of_the_lms_ends():
    now = [1000.0]
    records = SampleCollege.load(**asdict(CREDENTIALS))
    college = SampleCollege(
        CREDENTIALS,
        {name: records.rows(name) for name in COUNTS},
        token_seconds=60,
        clock=lambda: now[0],
    )
    with ListeningThread(create_app(college)) as listener:
        visitor = Visitor(listener.address)
        with visitor.client:
            assert visitor.ask("marks").status_code == 200
            now[0] += 59
            assert visitor.ask("marks").status_code == 200
            now[0] += 1
            assert visitor.ask("marks").status_code == 401
            visitor.sign_in_to_lms()
            assert visitor.ask("marks").status_code == 200


# The rehearsal of changes


def test_what_changed_is_what_updated_since_gives(visitor, college):
    last = max(row["updatedAt"] for row in college.rows("attendance"))
    etag = visitor.ask("students").headers["ETag"]
    answer = visitor.rehearse("advance", seed=3).json()["data"]
    assert answer["day"] == "2022-05-30"
    assert answer["updatedAt"] > last
    students = visitor.all("students", updated_since=answer["updatedAt"])
    assert len(students) == answer["studentsChanged"] + answer["studentsAdded"]
    assert len(visitor.all("marks", updated_since=answer["updatedAt"])) == answer["marksChanged"]
    assert len(visitor.all("attendance", date=answer["day"])) == answer["attendanceAdded"]
    total = visitor.ask("students").json()["pagination"]["total"]
    assert total == 321 + answer["studentsAdded"]
    assert visitor.ask("students", limit=500, headers={"If-None-Match": etag}).status_code == 200


@pytest.mark.parametrize("action", ["advance", "fault"])
def test_the_rehearsal_wants_the_token_of_the_erp(visitor, college, action):
    body = {"system": "erp", "fault": "down"} if action == "fault" else {}
    for headers in ({}, visitor.headers("biometric"), visitor.headers("lms"), {"Authorization": "Bearer wrong"}):
        assert visitor.client.post(f"/_rehearsal/{action}", json=body, headers=headers).status_code == 401
    assert college.today == FIRST_DAY
    assert college.fault("erp") == "none"


@pytest.mark.parametrize(
    ("action", "content"),
    [
        ("advance", b'{"seed": "3"}'),
        ("advance", b'{"seed": true}'),
        ("advance", b'{"days": 3}'),
        ("advance", b"[]"),
        ("advance", b"{"),
        ("fault", b"{}"),
        ("fault", b'{"system": "erp", "fault": "explode"}'),
        ("fault", b'{"system": "erp"}'),
        ("fault", b'{"system": "library", "fault": "down"}'),
    ],
)
def test_a_rehearsal_that_cannot_be_understood_changes_nothing(visitor, college, action, content):
    response = visitor.client.post(f"/_rehearsal/{action}", content=content, headers=visitor.headers("erp"))
    assert response.status_code == 400
    assert response.json()["error"]["code"] == "bad_request"
    assert college.today == FIRST_DAY
    assert {college.fault(system) for system in SYSTEMS} == {"none"}


def test_a_day_advances_without_a_body(visitor, college):
    response = visitor.client.post("/_rehearsal/advance", headers=visitor.headers("erp"))
    assert response.json()["data"]["day"] == college.today.isoformat() == "2022-05-30"


# The rehearsal of faults


@pytest.mark.parametrize("system", SYSTEMS)
@pytest.mark.parametrize(("fault", "status"), [("down", 503), ("wrong-token", 401)])
def test_a_fault_touches_its_own_system_only_and_ends(visitor, system, fault, status):
    for name in COUNTS:
        assert visitor.ask(name).status_code == 200
    assert visitor.rehearse("fault", system=system, fault=fault).status_code == 200
    for name in COUNTS:
        assert visitor.ask(name).status_code == (status if SYSTEM_OF[name] == system else 200)
    if system == "lms":
        assert visitor.client.post("/lms/oauth/token", data=token_form()).status_code == status
    assert visitor.rehearse("fault", system=system, fault="none").status_code == 200
    for name in COUNTS:
        assert visitor.ask(name).status_code == 200


@pytest.mark.parametrize("name", COUNTS)
def test_a_missing_key_lacks_in_one_record_of_each_page(visitor, college, name):
    key = next(data_set.key for data_set in DATA_SETS if data_set.name == name)
    college.set_fault(SYSTEM_OF[name], "missing-key")
    for page in (1, 2):
        rows = visitor.ask(name, page=page, limit=10).json()["data"]
        assert [key in row for row in rows].count(False) == 1
    assert all(key in row for row in college.rows(name))


def test_a_slow_system_answers_late_and_holds_up_no_other(visitor, college):
    assert college.slow_seconds == 3.0
    college.slow_seconds = 1.0
    college.set_fault("biometric", "slow")
    seconds: list[float] = []

    def ask_slow() -> None:
        begin = time.monotonic()
        with Visitor(str(visitor.client.base_url)).client as client:
            client.get(PATHS["attendance"], headers={"X-API-Key": CREDENTIALS.biometric_key})
        seconds.append(time.monotonic() - begin)

    slow = threading.Thread(target=ask_slow)
    slow.start()
    assert visitor.ask("students").status_code == 200
    assert seconds == []
    slow.join(10)
    assert 0.9 < seconds[0] < 8


# The integrations


def test_the_integrations_reach_every_list_of_the_college(visitor):
    address = str(visitor.client.base_url).rstrip("/")
    integrations = sample_integrations(address)
    assert [integration["authType"] for integration in integrations] == ["bearer", "api-key", "oauth"]
    assert [integration["syncInterval"] for integration in integrations] == [1440, 30, 60]
    reached = {}
    for system, integration in zip(SYSTEMS, integrations, strict=True):
        for name, path in integration["endpoints"].items():
            response = httpx.get(f"{integration['baseUrl']}{path}", headers=visitor.headers(system))
            reached[name] = response.json()["pagination"]["total"]
    assert reached == COUNTS
    token = httpx.post(integrations[2]["oauth"]["tokenUrl"], data=token_form())
    assert token.status_code == 200


def test_the_integrations_hold_no_secret():
    text = json.dumps(sample_integrations("http://127.0.0.1:8123/"))
    assert "127.0.0.1:8123//" not in text
    assert not any(word in text for word in ("apiKey", "accessToken", "password", "ecret"))
