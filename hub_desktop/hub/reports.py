"""The reports: what came in, how well, and what the records say, counted by what the actor may see."""

import threading
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import closing
from datetime import date, datetime, time, timedelta
from pathlib import Path

from msgspec import Struct, field

from hub_desktop.core.actor import Actor
from hub_desktop.core.datatypes import DATA_TYPES
from hub_desktop.core.errors import ConfigurationError
from hub_desktop.core.report_tables import (
    NO_DEPARTMENT,
    Feed,
    MarkTally,
    attendance_report,
    attendance_shown,
    departments_report,
    duration_report,
    freshness_report,
    marks_report,
    records_report,
    success_report,
    too_few,
)
from hub_desktop.core.reports import (
    MOST_DAYS,
    SMALLEST_GROUP,
    Choices,
    Counting,
    Report,
    ReportName,
    ReportQuery,
)
from hub_desktop.core.roles import UseCase, allowed
from hub_desktop.core.times import utc_now
from hub_desktop.core.words import did_you_mean
from hub_desktop.hub.gate import Gate
from hub_desktop.hub.report_formats import write_csv
from hub_desktop.hub.sources import Sources
from hub_desktop.hub.written_files import written_bytes, written_file
from hub_desktop.store.integrations import IntegrationStore, StoredIntegration
from hub_desktop.store.reports import ReportStore, Scope, tally_by_department

Told = Callable[[Report | Counting], None]
"""Hears each report as soon as it is known, and how far one that takes time has come."""

_OF_RUNS = frozenset({ReportName.SUCCESS, ReportName.DURATION})
_OF_ATTENDANCE = frozenset({ReportName.ATTENDANCE, ReportName.DEPARTMENTS})


class Looked(Struct, frozen=True):
    """The reports asked for, in their order, and what the filters can be set to."""

    reports: tuple[Report, ...]
    choices: Choices


class _Look(Struct):
    """One look while it happens."""

    actor: Actor
    query: ReportQuery
    names: frozenset[ReportName]
    now: datetime
    cancel: threading.Event | None
    told: Told | None
    found: dict[ReportName, Report] = field(default_factory=dict)

    @property
    def today(self) -> date:
        return self.now.astimezone().date()

    @property
    def restricted(self) -> bool:
        """Whether numbers of a few students stay hidden."""
        return not allowed(self.actor.role, UseCase.VIEW_PERSONAL)

    def since(self) -> datetime:
        """Return the midnight at which the first day begins, here."""
        return datetime.combine(self.today - timedelta(days=self.query.days - 1), time.min).astimezone()

    def tell(self, report: Report) -> None:
        self.found[report.name] = report
        if self.told is not None:
            self.told(report)


class Reports:
    """The use cases of looking at reports and saving them. Every look leaves one audit row, however many it shows."""

    def __init__(
        self,
        gate: Gate,
        sources: Sources,
        integrations: IntegrationStore,
        store: ReportStore,
        counts: Callable[[], Mapping[tuple[int, str], int]],
    ) -> None:
        self._gate = gate
        self._sources = sources
        self._integrations = integrations
        self._store = store
        self._counts = counts

    def look(
        self,
        actor: Actor,
        query: ReportQuery | None = None,
        names: Collection[ReportName] = tuple(ReportName),
        *,
        cancel: threading.Event | None = None,
        told: Told | None = None,
    ) -> Looked:
        """Count what these reports show; `told` hears of each as soon as it is known.

        Numbers of fewer than five students are hidden from roles that may not see personal data. Raises
        ConfigurationError for a source, department, subject or exam that nobody has, and CancelledError.
        """
        query = query or ReportQuery()
        # One may be given by its bare name.
        names = frozenset(map(ReportName, names))
        with self._gate.use(actor, UseCase.VIEW_REPORTS, ", ".join(n for n in ReportName if n in names)) as act:
            act.detail = query.words()
            if not 1 <= query.days <= MOST_DAYS:
                raise ConfigurationError(f"A report covers 1 to {MOST_DAYS:,} days, not {query.days:,}.", field="days")
            look = _Look(actor, query, names, utc_now(), cancel, told)
            labels = self._labels(actor, query.source)
            self._of_runs(look, labels)
            having = self._having()
            departments = self._departments(look, having)
            subjects, exams = self._of_marks(look, having, departments)
            self._of_attendance(look, having, departments)
            return Looked(
                tuple(look.found[name] for name in ReportName if name in names),
                Choices(
                    tuple(sorted(set(self._labels(actor, None).values()), key=str.casefold)),
                    tuple(sorted(set(departments.values()), key=str.casefold)),
                    subjects,
                    exams,
                ),
            )

    def save_csv(self, actor: Actor, report: Report, query: ReportQuery, file: Path) -> Path:
        """Write the table of a report to a file for its owner only, and return it; raise ConfigurationError."""
        with self._gate.use(actor, UseCase.EXPORT_REPORTS, str(report.name)) as act:
            act.detail = f"CSV, {query.words()}"
            with written_file(file) as out:
                write_csv(report, out, marked=True)
        return file

    def save_picture(self, actor: Actor, report: Report, query: ReportQuery, picture: bytes, file: Path) -> Path:
        """Write the plot of a report, a PNG, to a file for its owner only, and return it; raise ConfigurationError."""
        with self._gate.use(actor, UseCase.EXPORT_REPORTS, str(report.name)) as act:
            act.detail = f"PNG, {query.words()}"
            with written_bytes(file) as out:
                out.write(picture)
        return file

    # -- how it is done ----------------------------------------------------------------------------------------------

    def _of_runs(self, look: _Look, labels: Mapping[int, str]) -> None:
        query, now = look.query, look.now
        if ReportName.RECORDS in look.names:
            read = self._store.read_by_day(labels, look.since(), look.cancel)
            counts = {(day, labels[source]): number for (day, source), number in read.items()}
            look.tell(records_report(counts, look.today, query, now))
        if look.names & _OF_RUNS:
            tallies = self._store.run_tallies(labels, look.since(), look.cancel)
            named = {labels[source]: tally for source, tally in tallies.items()}
            if ReportName.SUCCESS in look.names:
                look.tell(success_report(named, query, now))
            if ReportName.DURATION in look.names:
                look.tell(duration_report(named, query, now))
        if ReportName.FRESHNESS in look.names:
            look.tell(freshness_report(list(self._feeds(labels)), query, now))

    def _of_marks(
        self, look: _Look, having: Mapping[str, frozenset[int]], departments: Mapping[tuple[int, str], str]
    ) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Tell the distribution of marks; return the subjects and exams there are."""
        if ReportName.MARKS not in look.names:
            return (), ()
        query, scope = look.query, self._scope(look, having, "marks")
        students = _students_of(departments, query.department)
        tallies = self._store.marks(scope, students, cancel=look.cancel)
        subjects = tuple(sorted({subject for subject, _ in tallies}, key=str.casefold))
        exams = tuple(sorted({exam for subject, exam in tallies if query.subject in {None, subject}}, key=str.casefold))
        if query.department is None:
            # In a department there may be none, which is an answer and no mistake.
            _known("subject", query.subject, subjects)
            _known("exam", query.exam, {exam for _, exam in tallies})
        total = MarkTally()
        for (subject, exam), tally in tallies.items():
            if query.subject in {None, subject} and query.exam in {None, exam}:
                total.take(tally)
        report = marks_report(total, query, look.now, self._as_of(look, "marks"))
        if look.restricted and report.rows:
            number = self._store.students_with_marks(scope, students, query.subject, query.exam, SMALLEST_GROUP)
            report = report if number >= SMALLEST_GROUP else too_few(report)
        look.tell(report)
        return subjects, exams

    def _of_attendance(
        self, look: _Look, having: Mapping[str, frozenset[int]], departments: dict[tuple[int, str], str]
    ) -> None:
        if not look.names & _OF_ATTENDANCE:
            return
        query, scope = look.query, self._scope(look, having, "attendance")
        # What lies in the past is shown where nothing newer came, rather than an empty picture.
        last_day = self._store.newest_day(scope, look.today) or look.today

        def tell(done: int, total: int) -> None:
            if look.told is not None:
                look.told(Counting(next(n for n in ReportName if n in look.names & _OF_ATTENDANCE), done, total))

        with closing(self._store.attendance(scope, last_day, query.days, cancel=look.cancel, told=tell)) as counts:
            cells, students = tally_by_department(counts, departments, NO_DEPARTMENT, query.department)
        as_of = self._as_of(look, "attendance")
        found = attendance_shown(cells, students, restricted=look.restricted)
        if ReportName.ATTENDANCE in look.names:
            look.tell(attendance_report(found, last_day, query, look.now, as_of))
        if ReportName.DEPARTMENTS in look.names:
            look.tell(departments_report(found, last_day, query, look.now, as_of))

    def _departments(self, look: _Look, having: Mapping[str, frozenset[int]]) -> dict[tuple[int, str], str]:
        """Return the department of each student; nothing where no report wants it."""
        query = look.query
        if not look.names & (_OF_ATTENDANCE | {ReportName.MARKS}):
            return {}
        orders = self._sources.orders(look.actor, having.get("students", frozenset()))
        found = self._store.departments(Scope(tuple(orders)), look.cancel)
        _known("department", query.department, set(found.values()))
        return found

    def _scope(self, look: _Look, having: Mapping[str, frozenset[int]], kind: str) -> Scope:
        orders = self._sources.wanted(look.actor, having.get(kind, frozenset()), look.query.source)
        return Scope(tuple(orders), look.query.source)

    def _having(self) -> dict[str, frozenset[int]]:
        """Return by kind of data the sources that have records of it."""
        found: dict[str, set[int]] = {}
        for (source, kind), number in self._counts().items():
            if number:
                found.setdefault(kind, set()).add(source)
        return {kind: frozenset(sources) for kind, sources in found.items()}

    def _labels(self, actor: Actor, source: str | None) -> dict[int, str]:
        """Return the sources this actor sees, or those called so, by a name that no other of them has."""
        colleges, names = self._integrations.colleges_of(), self._sources.names()
        wanted = None if source is None else self._sources.find(actor, source)
        mine = [n for n in sorted(names) if actor.may_see(colleges[n]) and (wanted is None or n in wanted)]
        alike = Counter(names[number].casefold() for number in mine)
        return {n: names[n] if alike[names[n].casefold()] == 1 else f"{names[n]} ({n})" for n in mine}

    def _feeds(self, labels: Mapping[int, str]) -> Iterator[Feed]:
        for stored in self._integrations.all():
            if stored.integration_id not in labels:
                continue
            for kind, states in _by_kind(stored).items():
                data_type = DATA_TYPES[kind]
                yield Feed(
                    data_type.label,
                    labels[stored.integration_id],
                    # As old as the oldest of its endpoints.
                    None if None in states else min(state for state in states if state is not None),
                    data_type.recommended_interval,
                    stored.config.enabled,
                )

    def _as_of(self, look: _Look, kind: str) -> datetime | None:
        """Return when data of the kind last came in from what is looked at."""
        wanted = self._labels(look.actor, look.query.source)
        return max(
            (
                state
                for stored in self._integrations.all()
                if stored.integration_id in wanted
                for state in _by_kind(stored).get(kind, ())
                if state is not None
            ),
            default=None,
        )


def _by_kind(stored: StoredIntegration) -> dict[str, Sequence[datetime | None]]:
    """Return by kind of data when each endpoint that is read last succeeded."""
    found: dict[str, list[datetime | None]] = {}
    for name, endpoint in stored.config.endpoints.items():
        if endpoint.enabled:
            state = stored.endpoints.get(name)
            found.setdefault(stored.config.data_type_of(name), []).append(state.last_succeeded if state else None)
    return dict(found)


def _students_of(
    departments: Mapping[tuple[int, str], str], wanted: str | None
) -> Callable[[int], Collection[str]] | None:
    if wanted is None:
        return None
    return lambda college: [s for (its, s), name in departments.items() if its == college and name == wanted]


_UNKNOWN = {
    "department": "There is no department “{name}”.",
    "subject": "There is no subject “{name}”.",
    "exam": "There is no exam “{name}”.",
}


def _known(what: str, wanted: str | None, known: Collection[str]) -> None:
    if wanted is not None and wanted not in known:
        raise ConfigurationError(_UNKNOWN[what].format(name=wanted) + did_you_mean(wanted, known), field=what)
