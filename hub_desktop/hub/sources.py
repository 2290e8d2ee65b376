"""The sources of a college in their order of precedence, and the names by which people call them."""

from collections.abc import Collection, Sequence

from hub_desktop.core.actor import Actor
from hub_desktop.core.current import SourceOrder, order_of
from hub_desktop.core.datatypes import DATA_TYPES, DataType
from hub_desktop.core.errors import ConfigurationError, NotFoundError
from hub_desktop.core.roles import UseCase
from hub_desktop.core.words import did_you_mean
from hub_desktop.hub.gate import Gate
from hub_desktop.store.integrations import CollegeStore, IntegrationStore
from hub_desktop.store.settings import SettingStore


class Sources:
    """Which sources there are, in which order they are believed, and the use cases of changing that."""

    def __init__(
        self, gate: Gate, integrations: IntegrationStore, colleges: CollegeStore, settings: SettingStore
    ) -> None:
        self._gate = gate
        self._integrations = integrations
        self._colleges = colleges
        self._settings = settings

    def names(self) -> dict[int, str]:
        """Return the names of all sources, of deleted integrations too."""
        return self._integrations.names()

    def order(self, college_id: int) -> SourceOrder:
        """Return the order of precedence of a college."""
        living = {stored.integration_id for stored in self._integrations.all()}
        mine = {n: n not in living for n, college in self._integrations.colleges_of().items() if college == college_id}
        return order_of(college_id, mine, self._settings.get(_key(college_id), []))

    def orders(self, actor: Actor, having: Collection[int] | None = None) -> list[SourceOrder]:
        """Return the orders of the colleges this actor sees, of the sources `having` what is looked for alone."""
        found: list[SourceOrder] = []
        for college_id in sorted(set(self._integrations.colleges_of().values())):
            if actor.may_see(college_id):
                order = self.order(college_id)
                kept = tuple(n for n in order.sources if having is None or n in having)
                if kept:
                    found.append(SourceOrder(college_id, kept, order.gone))
        return found

    def find(self, actor: Actor, source: str) -> frozenset[int]:
        """Return the sources of this name or number; raise ConfigurationError naming a near one."""
        names, colleges = self._integrations.names(), self._integrations.colleges_of()
        mine = {number for number in names if actor.may_see(colleges[number])}
        found = {n for n in mine if names[n].casefold() == source.casefold() or str(n) == source}
        if not found:
            raise ConfigurationError(
                f"There is no source called “{source}”.{did_you_mean(source, [names[n] for n in mine])}",
                field="source",
            )
        return frozenset(found)

    def wanted(self, actor: Actor, having: Collection[int], source: str | None) -> list[SourceOrder]:
        """Return the orders among the sources `having` what is looked for; those called `source` each for itself.

        Raises ConfigurationError when none is called so.
        """
        if source is None:
            return self.orders(actor, having)
        # Each source as it says it: none of them stands behind another.
        return [
            SourceOrder(order.college_id, (number,), order.gone)
            for order in self.orders(actor, self.find(actor, source).intersection(having))
            for number in order.sources
        ]

    def college(self, actor: Actor, college_id: int | None) -> int:
        """Return the college meant: the one given, else the only one; raise NotFoundError or ConfigurationError."""
        self._colleges.default()
        mine = [number for number in self._colleges.all() if actor.may_see(number)]
        if college_id is None and len(mine) == 1:
            return mine[0]
        if college_id is None:
            raise ConfigurationError("There are several colleges. Say which one is meant.", field="college")
        if college_id not in mine:
            raise NotFoundError(f"There is no college {college_id}.")
        return college_id

    def precedence(self, actor: Actor, college_id: int | None = None) -> list[tuple[int, str, bool]]:
        """Return the sources of a college, the most trusted first: number, name, and whether it was deleted."""
        with self._gate.use(actor, UseCase.VIEW_INTEGRATIONS, "precedence"):
            order, names = self.order(self.college(actor, college_id)), self._integrations.names()
            return [(number, names[number], number in order.gone) for number in order.sources]

    def set_precedence(self, actor: Actor, wanted: Sequence[str], college_id: int | None = None) -> list[int]:
        """Let these sources, by name or number, be believed in this order, before all others of the college."""
        with self._gate.use(actor, UseCase.SET_PRECEDENCE, "precedence") as act:
            college = self.college(actor, college_id)
            known = self.order(college)
            numbers: list[int] = []
            for source in wanted:
                if source.isdecimal() and int(source) in known.sources:
                    numbers.append(int(source))
                    continue
                found = self.find(actor, source).intersection(known.sources)
                # A name may have been used before by an integration that was deleted since.
                living = found - known.gone or found
                if not living:
                    raise ConfigurationError(f"“{source}” is no source of this college.", field="source")
                numbers.append(max(living))
            act.college_id, act.detail = college, ", ".join(map(str, numbers))
            self._settings.set(_key(college), numbers)
            return list(self.order(college).sources)


def data_type_named(name: str) -> DataType:
    """Return the data type; raise ConfigurationError naming a near one."""
    found = DATA_TYPES.get(name)
    if found is None:
        raise ConfigurationError(
            f"There is no data type “{name}”.{did_you_mean(name, DATA_TYPES)} "
            f"The data types are {', '.join(DATA_TYPES)}.",
            field="type",
        )
    return found


def _key(college_id: int) -> str:
    return f"precedence-of-college-{college_id}"
