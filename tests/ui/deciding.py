"""A system whose lists can be changed, and an integration that has read them once."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from hub_desktop.core.integration import read_integration
from hub_desktop.core.runs import Run
from hub_desktop.ui.session import Session
from tests.fakes.http_server import Asked, HttpServer, Reply, as_json


class Lists:
    """Lists of records by their path, in pages of twenty."""

    def __init__(self) -> None:
        self.rows: dict[str, list[dict[str, Any]]] = {"/students": students(40), "/faculty": faculty(20)}

    def __call__(self, asked: Asked) -> Reply:
        rows, page = self.rows[asked.path], int(asked.param("page", "1"))
        shown = rows[(page - 1) * 20 : page * 20]
        return as_json({"data": shown, "pagination": {"page": page, "limit": 20, "total": len(rows)}})


class Decided:
    """A session with one integration that has brought forty students and twenty teachers."""

    def __init__(self, session: Session, server: HttpServer, lists: Lists) -> None:
        self.session, self.lists = session, lists
        written = {
            "name": "ERP",
            "baseUrl": server.url,
            "authType": "none",
            "endpoints": {
                "students": {"path": "/students", "completeList": True},
                "faculty": {"path": "/faculty", "completeList": True},
            },
        }
        self.number = session.hub.integrations.add(session.actor, read_integration(written)).integration_id
        self.first = self.sync()

    def sync(self) -> Run:
        """Run a sync to its end."""
        return self.session.hub.syncs.run(self.session.actor, self.number)

    def names(self, kind: str = "students") -> dict[str, str]:
        """Return the names of the records kept, by their key."""
        found = self.session.hub.records.find(self.session.actor, kind)
        return {str(row.values[0]): str(row.values[1]) for row in found.rows}


def students(number: int, name: str = "Asha") -> list[dict[str, Any]]:
    return [{"studentId": f"S{n:02}", "name": f"{name} {n}", "phone": f"98{n:08}"} for n in range(1, number + 1)]


def faculty(number: int) -> list[dict[str, Any]]:
    return [{"facultyId": f"F{n:02}", "name": f"Ravi {n}"} for n in range(1, number + 1)]


@contextmanager
def decided(session: Session) -> Iterator[Decided]:
    """Serve the lists and read them once."""
    lists = Lists()
    with HttpServer(lists) as server:
        yield Decided(session, server, lists)
