"""Whatever happens, in whatever order, the records are those of a model of a few lines."""

import itertools
import json
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from hub_desktop.core.actor import Actor, Face, Role
from hub_desktop.core.integration import read_integration
from hub_desktop.core.runs import Run, RunStatus
from hub_desktop.hub.hub import Hub
from hub_desktop.store.folder import DataFolder
from hub_desktop.store.page_writing import PageWriter
from hub_desktop.store.vault import MemoryVault
from tests.fakes.deliveries import deliver_signed
from tests.fakes.http_server import Asked, HttpServer, Reply, as_json

PRINCIPAL = Actor("Asha", Role.PRINCIPAL, Face.WINDOW)
SECRET = "webhook-s3cret-of-the-college"
SIZE = 3
FAULTS = {
    "gone": Reply(b"{}", 404),
    "forbidden": Reply(b"{}", 403),
    "a page for people": Reply(b"<html>Sign in</html>", content_type="text/html"),
    "another shape": Reply(b'{"message": "maintenance"}'),
}
NAMES = st.sampled_from(["Asha", "Usha", "Ravi"])
LISTS = st.dictionaries(st.integers(1, 12).map("S{:02}".format), NAMES, max_size=10)
PAGES = st.integers(1, 4)


class Killed(BaseException):
    """Stands for the end of the process: nothing of ours catches it and goes on."""


class System:
    """A list of students in pages of three, of which one may be at fault."""

    def __init__(self) -> None:
        self.rows: list[dict[str, Any]] = []
        self.fault: tuple[int, Reply] | None = None

    def shows(self, students: dict[str, str]) -> None:
        self.rows = [{"studentId": key, "name": name} for key, name in students.items()]

    def __call__(self, asked: Asked) -> Reply:
        page = int(asked.param("page", "1"))
        if self.fault is not None and page >= self.fault[0]:
            return self.fault[1]
        shown = self.rows[(page - 1) * SIZE : page * SIZE]
        return as_json({"data": shown, "pagination": {"page": page, "limit": SIZE, "total": len(self.rows)}})


def first_pages(students: dict[str, str], pages: int) -> dict[str, str]:
    """Return what these pages hold."""
    return dict(itertools.islice(students.items(), pages * SIZE))


class Sequence(RuleBasedStateMachine):
    """One system with a complete list, and everything that may happen to it."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.system = System()
        self.server = HttpServer(self.system)
        self.server.__enter__()
        self.vault = MemoryVault()
        self.hub = Hub.open(DataFolder(Path(self.folder.name)).prepare(), self.vault)
        written = {
            "name": "ERP",
            "baseUrl": self.server.url,
            "authType": "none",
            "webhookSecret": SECRET,
            "brakes": {"removedPercent": 100, "changedPercent": 100},
            "endpoints": {"students": {"path": "/s", "pagination": {"style": "page"}, "completeList": True}},
        }
        self.number = self.hub.integrations.add(PRINCIPAL, read_integration(written)).integration_id
        self.model: dict[str, str] = {}
        self.sent = 0
        self.last: tuple[Run, dict[str, str]] | None = None

    def teardown(self) -> None:
        self.hub.close()
        self.server.__exit__(None, None, None)
        self.folder.cleanup()

    def _run(self, *, full: bool = False) -> Run:
        before = dict(self.model)
        run = self.hub.syncs.run(PRINCIPAL, self.number, full=full)
        self.last = (run, before) if run.total.added or run.total.changed or run.total.removed else None
        return run

    @rule(students=LISTS, full=st.booleans())
    def sync(self, students, full):
        self.system.shows(students)
        run = self._run(full=full)
        if self.model and not students:
            # An empty list after some is never taken at its word.
            assert run.status is RunStatus.HELD
        else:
            assert run.status is RunStatus.SUCCEEDED
            self.model = dict(students)

    @rule()
    def sync_again(self):
        run = self._run()
        students = {row["studentId"]: row["name"] for row in self.system.rows}
        if students or not self.model:
            self.model = students
        assert run.total.read == len(students)

    @rule(students=LISTS, place=st.integers(0, 10))
    def sync_with_a_record_that_is_refused(self, students, place):
        self.system.shows(students)
        self.system.rows.insert(place, {"name": "No number"})
        assert self._run().total.quarantined == 1
        self.system.rows = [row for row in self.system.rows if "studentId" in row]
        # The one refused may be any of those that seem to be gone.
        self.model |= students

    @rule(students=LISTS.filter(bool), page=PAGES, fault=st.sampled_from(sorted(FAULTS)))
    def sync_with_a_fault(self, students, page, fault):
        self.system.shows(students)
        # After a full page the next one is asked for, whatever the total says.
        asked = len(students) // SIZE + 1
        whole = page > asked or (fault == "gone" and (page - 1) * SIZE >= len(students))
        self.system.fault = (page, FAULTS[fault])
        run = self._run()
        self.system.fault = None
        # A page that does not exist ends a list; that more was announced is a warning, and keeps all that is there.
        ends = whole or (fault == "gone" and page > 1)
        assert run.status is (RunStatus.SUCCEEDED if ends else RunStatus.FAILED)
        self.model = dict(students) if whole else self.model | first_pages(students, page - 1)

    @rule(students=LISTS.filter(bool), page=PAGES, committed=st.booleans())
    def end_of_the_program(self, students, page, committed):
        self.system.shows(students)
        written = 0
        real = PageWriter.write

        def write(self: PageWriter, *given: Any, **more: Any) -> Any:
            nonlocal written
            written += 1
            if written == page and not committed:
                raise Killed
            done = real(self, *given, **more)
            if written == page:
                raise Killed
            return done

        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(PageWriter, "write", write)
            try:
                self.hub.syncs.run(PRINCIPAL, self.number, full=True)
                self.model = dict(students)
            except Killed:
                self.model |= first_pages(students, page if committed else page - 1)
        self.last = None
        self.hub.close()
        self.hub = Hub.open(DataFolder(Path(self.folder.name)).prepare(), self.vault)
        self.hub.syncs.recover()

    @rule(key=st.integers(1, 12).map("S{:02}".format), name=NAMES)
    def delivery(self, key, name):
        # The very same body is a repeat of the sender's and counts once, so that each says when it was sent.
        self.sent += 1
        body = json.dumps(
            {"endpoint": "students", "sent": self.sent, "data": [{"studentId": key, "name": name}]}
        ).encode()
        deliver_signed(self.hub, self.number, SECRET, body)
        self.hub.syncs.run(PRINCIPAL, self.number, endpoints=[])
        self.model[key] = name
        self.last = None

    @precondition(lambda self: self.last is not None)
    @rule()
    def undo(self):
        run, before = self.last
        self.hub.decisions.undo(PRINCIPAL, run.run_id)
        self.model, self.last = before, None

    @invariant()
    def the_records_are_those_of_the_model(self):
        found = self.hub.records.find(PRINCIPAL, "students", limit=None)
        assert {str(row.values[0]): row.values[1] for row in found.rows} == self.model
        assert found.total == len(self.model)

    @invariant()
    def nothing_is_left_running(self):
        assert all(run.status is not RunStatus.RUNNING for run in self.hub.syncs.history(PRINCIPAL, self.number))


Sequence.TestCase.settings = settings(max_examples=25, stateful_step_count=12, deadline=None)
TestAnySequence = Sequence.TestCase
