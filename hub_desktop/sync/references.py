"""After a run: records about students whom no list of students knows are worth a word, though they are no error."""

from collections.abc import Collection, Iterator

from hub_desktop.core.datatypes import ATTENDANCE, DATA_TYPES, MARKS
from hub_desktop.core.events import Level, LogRow
from hub_desktop.core.integration import Integration
from hub_desktop.core.redaction import Redactor
from hub_desktop.core.runs import Run
from hub_desktop.core.times import utc_now
from hub_desktop.core.words import count
from hub_desktop.store.references import ReferenceStore


def unknown_students(
    run: Run, integration: Integration, references: ReferenceStore, sources: Collection[int], redactor: Redactor
) -> Iterator[LogRow]:
    """Yield a row of the log for each kind of data in which the run brought something about unknown students.

    `sources` are the integrations of the college. A run that wrote nothing says nothing again.
    """
    wrote: set[str] = set()
    for name, outcome in run.endpoints.items():
        if name in integration.endpoints and outcome.counts.added + outcome.counts.changed:
            wrote.add(integration.data_type_of(name))
    for data_type in (ATTENDANCE, MARKS):
        if data_type.name not in wrote:
            continue
        found = references.unknown_students(data_type, run.integration_id, run.run_id, sources)
        if found is None or not found.number:
            continue
        shown = ", ".join(found.first)
        yield LogRow(
            utc_now(),
            Level.WARNING,
            f"{DATA_TYPES[data_type.name].label} came of {count(found.number, 'student')} whom no list of students "
            "knows. They are kept.",
            redactor.line(f"Student ID {shown}" + (", …" if found.number > len(found.first) else "")),
            run.integration_id,
            run.run_id,
            integration=integration.name,
        )
