"""The SQL of the current view: one statement lists the records wanted, in their order, whatever the sources say."""

from collections.abc import Collection, Sequence
from typing import Any

from msgspec import Struct, field

from hub_desktop.core.current import SourceOrder
from hub_desktop.core.datatypes import DataType, Field, FieldKind
from hub_desktop.core.filters import LAST_CHANGED, Filter, How, Search
from hub_desktop.core.times import to_text

_NUMBERS = frozenset({FieldKind.NUMBER, FieldKind.INTEGER})
_LETTERS_OF = {
    FieldKind.DATE: frozenset("0123456789-"),
    FieldKind.TIME: frozenset("0123456789:"),
    FieldKind.NUMBER: frozenset("0123456789.-+e"),
    FieldKind.INTEGER: frozenset("0123456789-"),
}
"""What the stored text of a field can consist of; a text with anything else need not be looked for there."""


class Statement(Struct):
    """An SQL text with its parameters."""

    parts: list[str] = field(default_factory=list)
    parameters: list[Any] = field(default_factory=list)

    def add(self, part: str, *parameters: Any) -> None:
        """Append a piece."""
        self.parts.append(part)
        self.parameters += parameters

    @property
    def text(self) -> str:
        """The whole text."""
        return "".join(self.parts)


class CurrentSql:
    """Makes the statement for one search; `corrected` names the fields with corrections, by college.

    With `joins`, SQLite knows concat_ws (3.44 and later): one look into all fields joined is twice as fast as one into
    each.
    """

    def __init__(
        self,
        data_type: DataType,
        search: Search,
        orders: Collection[SourceOrder],
        corrected: dict[int, frozenset[str]],
        *,
        joins: bool = False,
    ) -> None:
        self._joins = joins
        self._type = data_type
        self._search = search
        self._orders = orders
        self._corrected = corrected if search.source is None else {}
        self._keys = [f.name for f in data_type.key_fields]
        self._order = data_type.order_names

    def listing(self, limit: int | None = None) -> Statement:
        """Return the statement that lists the leading row of each record: `rowid` first, then what orders it."""
        made = Statement()
        legs = [(order, place) for order in self._orders for place in range(len(order.sources))]
        for number, (order, place) in enumerate(legs):
            if number:
                made.add(" UNION ALL ")
            self._leg(made, order, place)
        sorted_ = bool(self._search.sort)
        first = 3 if sorted_ else 2
        by = [f"{column}" for column in range(first, first + len(self._keys) + 1)]
        if sorted_:
            down = " DESC" if self._search.descending else ""
            collate = (
                "" if self._search.sort == LAST_CHANGED or self._is_number(self._search.sort) else " COLLATE NOCASE"
            )
            by.insert(0, f"2{collate}{down} NULLS LAST")
        elif self._search.descending:
            by = [f"{column} DESC" for column in by]
        made.add(f" ORDER BY {', '.join(by)}")
        if limit is not None:
            made.add(" LIMIT ?", limit)
        return made

    def values(self, fields: Sequence[str], order: SourceOrder, place: int) -> Statement:
        """Return the statement for current values of the records whose most trusted row is of the source at this place.

        Its columns have the names of the fields; a condition on `r`, that row, may follow.
        """
        made = Statement()
        for number, name in enumerate(fields):
            made.add(", " if number else "SELECT ")
            self._value(made, self._type.field_named(name), order, place)
            made.add(f" AS {name}")
        self._leading(made, order, place)
        return made

    def _leading(self, made: Statement, order: SourceOrder, place: int) -> None:
        """Say which rows they are: of this source, not removed, and of no source that is trusted more."""
        table = self._type.name
        made.add(f" FROM {table} r WHERE r.integration_id = ? AND r.removed_at IS NULL", order.sources[place])
        for better in order.sources[:place]:
            made.add(
                f" AND NOT EXISTS (SELECT 1 FROM {table} b WHERE b.integration_id = ?"  # noqa: S608 - declared names
                + "".join(f" AND b.{key} = r.{key}" for key in self._keys)
                + " AND b.removed_at IS NULL)",
                better,
            )

    def _is_number(self, name: str) -> bool:
        return self._type.field_named(name).kind in _NUMBERS

    def _leg(self, made: Statement, order: SourceOrder, place: int) -> None:
        """Add the records whose most trusted row is of this source."""
        made.add("SELECT r.rowid")
        if self._search.sort:
            made.add(", ")
            self._sort_value(made, order, place)
        made.add("".join(f", r.{name}" for name in self._order) + ", r.integration_id")
        self._leading(made, order, place)
        for one in self._search.filters:
            made.add(" AND ")
            self._condition(made, one, order, place)
            if one.how is How.EQUALS and one.field in self._order[1:]:
                self._each_first(made, order.sources[place])
        if self._search.text:
            self._anywhere(made, order, place)
        if self._search.changed_since is not None:
            made.add(" AND ")
            self._last_changed(made, order, place)
            made.add(" >= ?", to_text(self._search.changed_since))

    def _each_first(self, made: Statement, source: int) -> None:
        """Let SQLite look into each day that there is, rather than at every record, for what is filed by day.

        There are few days and many records of each; SQLite itself finds that way only with statistics it lacks.
        """
        if not self._type.ordered_by:
            return
        first, table = self._order[0], self._type.name
        # Names come from the declared data types, never from outside.
        made.add(
            f" AND r.{first} IN (WITH RECURSIVE each_first(x) AS ("  # noqa: S608
            f"SELECT min({first}) FROM {table} WHERE integration_id = ? UNION ALL "
            f"SELECT (SELECT min({first}) FROM {table} WHERE integration_id = ? AND {first} > x) FROM each_first "
            "WHERE x IS NOT NULL) SELECT x FROM each_first WHERE x IS NOT NULL)",
            source,
            source,
        )

    def _sort_value(self, made: Statement, order: SourceOrder, place: int) -> None:
        if self._search.sort == LAST_CHANGED:
            self._last_changed(made, order, place)
        else:
            self._value(made, self._type.field_named(self._search.sort), order, place)

    def _value(self, made: Statement, wanted: Field, order: SourceOrder, place: int) -> None:
        """Add the current value of a field: of the row itself, else of the next source that has one."""
        name, others = wanted.name, order.sources[place + 1 :]
        if wanted.key:
            made.add(f"r.{name}")
            return
        corrected = name in self._corrected.get(order.college_id, frozenset())
        if corrected:
            found = (
                "FROM corrections WHERE college_id = ? AND data_type = ? AND field = ? AND record_key = "
                f"json_array({', '.join(f'r.{key}' for key in self._keys)})"
            )
            given = (order.college_id, self._type.name, name)
            made.add(f"CASE WHEN EXISTS (SELECT 1 {found})", *given)
            made.add(f" THEN (SELECT json_extract(value, '$') {found}) ELSE ", *given)
        if others:
            made.add(f"COALESCE(r.{name}")
            for other in others:
                made.add(f", (SELECT j.{name} FROM {self._type.name} j WHERE {self._same('j')})", other)  # noqa: S608
            made.add(")")
        else:
            made.add(f"r.{name}")
        if corrected:
            made.add(" END")

    def _last_changed(self, made: Statement, order: SourceOrder, place: int) -> None:
        others = order.sources[place + 1 :]
        if not others:
            made.add("r.last_changed")
            return
        made.add("max(r.last_changed")
        for other in others:
            made.add(
                f", COALESCE((SELECT j.last_changed FROM {self._type.name} j WHERE {self._same('j')}), '')",  # noqa: S608
                other,
            )
        made.add(")")

    def _same(self, alias: str) -> str:
        keys = "".join(f" AND {alias}.{key} = r.{key}" for key in self._keys)
        return f"{alias}.integration_id = ?{keys} AND {alias}.removed_at IS NULL"

    def _condition(self, made: Statement, one: Filter, order: SourceOrder, place: int) -> None:
        wanted = self._type.field_named(one.field)
        match one.how:
            case How.EMPTY | How.FILLED:
                made.add("COALESCE(")
                self._value(made, wanted, order, place)
                made.add(", '') = ''" if one.how is How.EMPTY else ", '') <> ''")
            case How.CONTAINS:
                self._like(made, wanted, one.value, order, place)
            case How.EQUALS:
                self._equals(made, wanted, one.value, order, place)

    def _equals(self, made: Statement, wanted: Field, value: str, order: SourceOrder, place: int) -> None:
        given: str | float = _storable(value)
        if wanted.kind in _NUMBERS:
            try:
                # As a number, for 4 is stored as 4.0.
                given = float(value)
            except ValueError:
                made.add("0")
                return
        self._value(made, wanted, order, place)
        made.add(" = ?", given)

    def _like(self, made: Statement, wanted: Field, text: str, order: SourceOrder, place: int) -> None:
        made.add("(")
        for number, spelling in enumerate(_spellings(text)):
            if number:
                made.add(" OR ")
            self._value(made, wanted, order, place)
            made.add(" LIKE ? ESCAPE '\\'", f"%{_escaped(spelling)}%")
        made.add(")")

    def _anywhere(self, made: Statement, order: SourceOrder, place: int) -> None:
        text = _storable(self._search.text)
        fields = [f for f in self._type.fields if may_contain(f, text)]
        if not fields:
            made.add(" AND 0")
            return
        made.add(" AND (")
        if self._joins:
            for number, spelling in enumerate(_spellings(text)):
                made.add(" OR " if number else "")
                # No text that is looked for has a line break in it, so none is found across two fields.
                made.add("concat_ws(char(10)")
                for wanted in fields:
                    made.add(", ")
                    self._value(made, wanted, order, place)
                made.add(") LIKE ? ESCAPE '\\'", f"%{_escaped(spelling)}%")
        else:
            for number, wanted in enumerate(fields):
                made.add(" OR " if number else "")
                self._like(made, wanted, text, order, place)
        made.add(")")


def may_contain(wanted: Field, text: str) -> bool:
    """Tell whether a value of this field can hold the text at all."""
    letters = _LETTERS_OF.get(wanted.kind)
    if letters is not None:
        return letters.issuperset(text.lower())
    if wanted.kind is FieldKind.CHOICE:
        return any(text.lower() in choice for choice in wanted.choices)
    return True


def _spellings(text: str) -> list[str]:
    # SQLite's LIKE knows upper and lower case of ASCII letters alone.
    text = _storable(text)
    return [text] if text.isascii() else list(dict.fromkeys((text, text.lower(), text.upper(), text.title())))


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")


def _storable(text: str) -> str:
    """Return text without lone surrogates, which SQLite does not take."""
    return text.encode("utf-8", "replace").decode("utf-8")
