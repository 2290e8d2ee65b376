"""References between kinds of data: students that attendance or marks name and no list of students knows."""

from collections.abc import Collection

import sqlalchemy as sa
from msgspec import Struct

from hub_desktop.core.datatypes import STUDENTS, DataType

_SHOWN = 10

# From one student to the next along the primary key: as many steps as there are students, however many their records.
_UNKNOWN = """
WITH RECURSIVE named(student_id) AS (
    SELECT min(student_id) FROM {name} WHERE integration_id = :source
    UNION ALL
    SELECT (SELECT min(student_id) FROM {name} WHERE integration_id = :source AND student_id > named.student_id)
    FROM named WHERE named.student_id IS NOT NULL
)
SELECT student_id FROM named
WHERE student_id IS NOT NULL
AND NOT EXISTS (
    SELECT 1 FROM students WHERE students.integration_id IN :sources AND students.student_id = named.student_id
)
AND EXISTS (
    SELECT 1 FROM {name} AS brought
    WHERE brought.integration_id = :source AND brought.student_id = named.student_id
    AND brought.run_id = :run AND brought.removed_at IS NULL
)
"""


class UnknownStudents(Struct, frozen=True):
    """How many students nobody knows, and the first of their numbers."""

    number: int
    first: tuple[str, ...]


class ReferenceStore:
    """Looks references up."""

    def __init__(self, engine: sa.Engine) -> None:
        self._engine = engine

    def unknown_students(
        self, data_type: DataType, source: int, run_id: int, sources: Collection[int]
    ) -> UnknownStudents | None:
        """Return the students of whom the run brought records of this type and whom none of the sources lists.

        Those once listed and removed since are known. None where no student is listed at all.
        """
        if STUDENTS.key_fields[0].name not in {f.name for f in data_type.key_fields}:
            raise ValueError(f"{data_type.name} names no student")
        known = sa.text("SELECT 1 FROM students WHERE integration_id IN :sources AND removed_at IS NULL LIMIT 1")
        # The name comes from the declared data types, never from outside.
        unknown = sa.text(_UNKNOWN.format(name=data_type.name))
        listed: sa.BindParameter[int] = sa.bindparam("sources", expanding=True)
        with self._engine.connect() as connection:
            if connection.execute(known.bindparams(listed), {"sources": list(sources)}).first() is None:
                return None
            found = connection.execute(
                unknown.bindparams(listed), {"source": source, "run": run_id, "sources": list(sources)}
            )
            numbers = [str(row.student_id) for row in found]
        return UnknownStudents(len(numbers), tuple(numbers[:_SHOWN]))
