"""What a run writes into the log, with every secret masked."""

from collections.abc import Callable

from hub_desktop.core.events import Event, Level, LogRow
from hub_desktop.core.integration import Integration
from hub_desktop.core.redaction import Redactor
from hub_desktop.core.runs import Run
from hub_desktop.core.times import utc_now


class RunLog:
    """Tells the rows of one run to whoever keeps and shows them."""

    def __init__(self, run: Run, integration: Integration, redactor: Redactor, tell: Callable[[Event], None]) -> None:
        self._run = run
        self._integration = integration
        self._mask = redactor.line
        self._tell = tell

    def note(self, level: Level, message: str, detail: str = "", endpoint: str = "") -> None:
        """Write a row: a sentence for people, and a detail for IT staff."""
        self._tell(
            LogRow(
                utc_now(),
                level,
                self._mask(message),
                self._mask(detail),
                self._run.integration_id,
                self._run.run_id,
                endpoint,
                integration=self._integration.name,
            )
        )
