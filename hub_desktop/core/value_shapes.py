"""What a spreadsheet does to values it takes for days: “10-20” becomes “20-Oct” when a file is opened and saved.

A column is told by its other values: where nearly all of them are two numbers with a hyphen or slash between, those
that look like a day or a month were such a pair once.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from hub_desktop.core.redaction import one_line

_PAIR = re.compile(r"\s*\d{1,4}\s?[-–/]\s?\d{1,4}\s?%?\s*")
_MONTHS = "jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec"
_DAY = re.compile(rf"(?i)\s*(?:\d{{1,2}}-(?:{_MONTHS})|(?:{_MONTHS})-\d{{2,4}})\s*")
_SHARE = 0.9
"""Of the values that look like no day, so many are pairs."""

_FEWEST_PAIRS = 10
_GIVEN_UP_AFTER = 5_000
_MOST_COLUMNS = 200
_MOST_WARNINGS = 5


class _Column:
    """What was seen of one column."""

    __slots__ = ("day", "days", "given", "pair", "pairs")

    def __init__(self) -> None:
        self.given = self.pairs = self.days = 0
        self.pair = self.day = ""

    def take(self, values: Mapping[str, int]) -> None:
        for value, times in values.items():
            self.given += times
            if _PAIR.fullmatch(value):
                self.pairs += times
                self.pair = self.pair or value.strip()
            elif _DAY.fullmatch(value):
                self.days += times
                self.day = self.day or value.strip()

    @property
    def hopeless(self) -> bool:
        """Whether so many values are neither pairs nor days that the rest will hardly change it."""
        others = self.given - self.pairs - self.days
        return self.given > _GIVEN_UP_AFTER and others > self.given / 2

    @property
    def damaged(self) -> bool:
        return 0 < self.days < self.pairs >= max(_FEWEST_PAIRS, _SHARE * (self.given - self.days))


class DamageWatch:
    """Looks at the texts of records page by page; memory grows with the number of columns only."""

    def __init__(self) -> None:
        self._columns: dict[str, _Column] = {}
        self._given_up: set[str] = set()

    def take(self, records: Sequence[object]) -> None:
        """Look at a page of records."""
        tables = [record for record in records if isinstance(record, Mapping)]
        names = dict.fromkeys(name for record in tables[:1] + tables[-1:] for name in record)
        for name in names:
            column = self._columns.get(name)
            if column is None:
                if name in self._given_up or len(self._columns) >= _MOST_COLUMNS:
                    continue
                column = self._columns[name] = _Column()
            values = Counter(
                value for record in tables if isinstance(value := record.get(name), str) and value and len(value) < 20
            )
            column.take(values)
            longer = sum(isinstance(value := record.get(name), str) and len(value) >= 20 for record in tables)
            column.given += longer
            if column.hopeless:
                del self._columns[name]
                self._given_up.add(name)

    def warnings(self) -> tuple[str, ...]:
        """Return a sentence for each column that was damaged: its name, how many values, and an example."""
        return tuple(
            f"“{one_line(name, 80)}”: {column.days:,} of {column.given:,} values look like days, such as "
            f"“{column.day}”, while the others look like “{column.pair}”. A spreadsheet program has probably changed "
            "them. Ask for the file as the system exported it, and do not save it from a spreadsheet."
            for name, column in self._columns.items()
            if column.damaged
        )[:_MOST_WARNINGS]
