"""Which of the things that are shown were chosen, and how a range of them is; no widget in it."""

from collections.abc import Sequence


class Selection:
    """The chosen among things known by number, in the order in which they are shown; what is not shown is not chosen.

    Chosen with Shift, a thing takes with it all that stand between it and the one that was chosen last.
    """

    def __init__(self) -> None:
        self._shown: list[int] = []
        self._chosen: set[int] = set()
        self._last: int | None = None

    @property
    def chosen(self) -> list[int]:
        """The chosen, in the order in which they are shown."""
        return [number for number in self._shown if number in self._chosen]

    @property
    def shown(self) -> int:
        """How many are shown."""
        return len(self._shown)

    def show(self, numbers: Sequence[int]) -> None:
        """Take over what is shown now; what is no longer seen is no longer chosen."""
        self._shown = list(numbers)
        self._chosen &= set(self._shown)
        if self._last not in self._shown:
            self._last = None

    def put(self, number: int, on: bool, *, ranged: bool = False) -> None:
        """Choose one, or let go of it; `ranged` does the same with all from the last one to this."""
        if number not in self._shown:
            return
        reached = [number]
        if ranged and self._last is not None:
            first, last = sorted((self._shown.index(self._last), self._shown.index(number)))
            reached = self._shown[first : last + 1]
        self._chosen = self._chosen | set(reached) if on else self._chosen - set(reached)
        self._last = number

    def put_all(self) -> None:
        """Choose all that are shown."""
        self._chosen = set(self._shown)

    def clear(self) -> None:
        """Let go of all."""
        self._chosen, self._last = set(), None
