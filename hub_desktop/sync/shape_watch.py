"""Watching what the records of one endpoint look like while a run reads them, and saying what has changed."""

from collections.abc import Callable, Sequence

from msgspec.structs import replace

from hub_desktop.core.drift import Memory, ShapeSampler, Uses, notice, with_key_names
from hub_desktop.core.events import Level
from hub_desktop.core.integration import Integration
from hub_desktop.core.validation import RecordChecker
from hub_desktop.store.shapes import ShapeStore


class ShapeWatch:
    """Made for one endpoint of one run. `told` hears of each change once, as a sentence with its level.

    Without a store, nothing is remembered and so nothing is noticed.
    """

    def __init__(
        self,
        shapes: ShapeStore | None,
        integration_id: int,
        run_id: int,
        integration: Integration,
        endpoint: str,
        *,
        mask: Callable[[str], str],
        told: Callable[[Level, str], None],
    ) -> None:
        self._shapes = shapes
        self._integration_id = integration_id
        self._run_id = run_id
        self._integration = integration
        self._endpoint = endpoint
        self._mask = mask
        self._told = told
        self._sampler = ShapeSampler()
        self._all_checked, self._any_checked = True, False

    def sample(self, records: Sequence[object], *, checked: bool = True) -> None:
        """Look at a page, which was `checked` unless it was left alone because it came as the last time."""
        self._all_checked = self._all_checked and checked
        self._any_checked = self._any_checked or checked
        self._sampler.sample(records)

    def conclude(self, checker: RecordChecker, *, whole: bool, usable: bool) -> None:
        """Remember what the records looked like, and tell what is new about them.

        Only a `whole` pass shows that a field is gone, and only one of `usable` records what is to be expected.
        """
        if not self._any_checked:
            # Everything came as the last time.
            return
        # What was not checked was not counted either, so that the sample has to tell.
        counted = self._all_checked and not checker.rewrites
        seen = self._sampler.shape(checker.shapes if counted else {})
        if self._shapes is None or not seen.records:
            return
        config = self._integration
        uses = Uses(config.name, checker.data_type, config.endpoints[self._endpoint])
        fingerprint = config.fingerprint(self._endpoint)
        news: list[tuple[Level, str]] = []

        def change(memory: Memory | None) -> Memory | None:
            # A record is named by what it holds once it was transformed.
            came = [] if checker.rewrites else list(seen.fields)
            key_names = uses.key_names([*came, *(name for names in checker.shapes for name in names)])
            if not whole:
                return with_key_names(memory, key_names, fingerprint)
            expects = memory is not None and memory.fingerprint == fingerprint and memory.shape.records > 0
            if not usable and not expects:
                return memory
            noticed = notice(memory, seen, fingerprint, uses, mask=self._mask)
            before = () if memory is None or self._all_checked else memory.key_names
            kept = replace(noticed.memory, key_names=before)
            noticed = replace(noticed, memory=with_key_names(kept, key_names, fingerprint))
            news.extend((Level.WARNING, one.sentence) for one in noticed.changes)
            news.extend((Level.INFO, self._mask(sentence)) for sentence in noticed.settled)
            return noticed.memory

        self._shapes.amend(self._integration_id, self._endpoint, self._run_id, change)
        for level, sentence in news:
            self._told(level, sentence)
