"""How an integration stands: what needs attention, how old its data is, its last and next run, its last days."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hub_desktop.core.run_days import days_sentence
from hub_desktop.core.runs import RunStatus
from hub_desktop.core.status import Status
from hub_desktop.core.times import utc_now
from hub_desktop.hub.closeups import Closeup, EndpointView
from hub_desktop.hub.overview import IntegrationView
from hub_desktop.ui.fact_grid import Fact, FactGrid
from hub_desktop.ui.form_sections import section
from hub_desktop.ui.need_row import NeedRow
from hub_desktop.ui.run_strip import RunStrip
from hub_desktop.ui.run_words import count_words, endpoint_label, status_word, trigger_word
from hub_desktop.ui.session import Session
from hub_desktop.ui.spoken import count, listed, spoken
from hub_desktop.ui.style.skeleton import Shape
from hub_desktop.ui.style.tokens import SPACE_L, SPACE_M, SPACE_S
from hub_desktop.ui.style.widgets import PageScroll, PlainLabel, clear
from hub_desktop.ui.waiting import Waiting
from hub_desktop.ui.words import data_type_counts, duration, exact, when


class IntegrationOverview(PageScroll):
    """The first part of an integration's page.

    Signals:
        action_asked(int, Action): what to do with the integration of this number.
    """

    action_asked = Signal(int, object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._view: IntegrationView | None = None
        self._closeup: Closeup | None = None
        self._needs_shown: tuple[Status, ...] = ()
        self.needs: list[NeedRow] = []
        self._need_rows = QVBoxLayout()
        self._need_rows.setSpacing(SPACE_S)
        self.needs_card = section(self.tr("Needs attention as well"), self._need_rows)
        self.needs_card.hide()
        self.facts = FactGrid()
        self.strip = RunStrip()
        self.days_said = PlainLabel("", "muted", wrap=True)
        self.waiting = Waiting(session, Shape.TEXT)
        """Its last days are read after how it stands."""
        days = QVBoxLayout(self.waiting.content)
        days.setContentsMargins(0, 0, 0, 0)
        days.setSpacing(SPACE_M)
        days.addWidget(self.strip)
        days.addWidget(self.days_said)
        self.days_card = section(self.tr("Last 30 days"), self.waiting)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setSpacing(SPACE_L)
        column.addWidget(self.needs_card)
        column.addWidget(section(self.tr("At a glance"), self.facts))
        column.addWidget(self.days_card)
        column.addStretch(1)
        self.hold(inside, column)

    def show_view(self, view: IntegrationView) -> None:
        """Show how it stands now."""
        self._view = view
        # What the light says stands above with its button already.
        needs = tuple(need for need in view.needs if need.reason != view.status.reason)
        if needs != self._needs_shown:
            self._show_needs(view, needs)
        self._show_facts()

    def show_closeup(self, closeup: Closeup) -> None:
        """Show how old its data is and how its runs went."""
        self._closeup = closeup
        self.strip.show_days(closeup.days)
        self.days_said.setText(spoken(days_sentence(closeup.days)))
        self._show_facts()

    def _show_needs(self, view: IntegrationView, needs: tuple[Status, ...]) -> None:
        self._needs_shown = needs
        clear(self._need_rows)
        self.needs = []
        for need in needs:
            row = NeedRow(self._session, view, need)
            row.action_asked.connect(self.action_asked)
            self.needs.append(row)
            self._need_rows.addWidget(row)
        self.needs_card.setVisible(bool(needs))

    def _show_facts(self) -> None:
        if self._view is None:
            return
        self.facts.show_facts(self._found(self._view))

    def _found(self, view: IntegrationView) -> list[Fact]:
        synced = when(view.last_success) if view.last_success else self.tr("Not synced yet")
        coming = _sentence(spoken(view.next_words))
        if not view.config.enabled:
            coming = self.tr("None, for it is switched off")
        elif not coming:
            coming = self.tr("As soon as a device sends something") if view.config.fed_by_devices else ""
        return [
            (self.tr("Source data"), *self._data_from(view)),
            (self.tr("Last synced"), _sentence(synced), exact(view.last_success)),
            (self.tr("Last run"), *self._last_run(view)),
            (self.tr("Next run"), coming, exact(view.next_run)),
            (self.tr("Keeps"), data_type_counts(view.records) or self.tr("No records yet"), ""),
            (self.tr("In quarantine"), count(view.quarantined, "record") if view.quarantined else "", ""),
            (self.tr("Deliveries"), *self._delivered(view)),
            (self.tr("Devices"), *self._devices(view)),
        ]

    def _data_from(self, view: IntegrationView) -> tuple[str, str]:
        found = self._closeup.data_from() if self._closeup is not None else None
        if found is None or view.last_success is None:
            return "", ""
        oldest, endpoint = found
        said = _sentence(when(oldest))
        if when(oldest) != when(view.last_success):
            said = self.tr("{time} at the oldest ({endpoint})").format(time=said, endpoint=endpoint_label(endpoint))
        missing = [endpoint_label(one.name) for one in self._endpoints() if one.enabled and not one.last_succeeded]
        if missing:
            said = self.tr("{said}; nothing yet from {endpoints}").format(said=said, endpoints=listed(missing))
        return said, exact(oldest)

    def _endpoints(self) -> tuple[EndpointView, ...]:
        return self._closeup.endpoints if self._closeup is not None else ()

    def _last_run(self, view: IntegrationView) -> tuple[str, str]:
        run = view.last_run
        if run is None:
            return "", ""
        if run.status is RunStatus.RUNNING:
            return self.tr("Going on since {time}").format(time=when(run.started_at)), exact(run.started_at)
        said = self.tr("{time}, {why}: {how}, {counts}").format(
            time=when(run.finished_at),
            why=trigger_word(run.trigger).lower(),
            how=status_word(run.status).lower(),
            counts=count_words(run.total),
        )
        took = self.tr("took {time}").format(time=duration(run.seconds))
        return _sentence(said), f"{exact(run.finished_at)}, {took}"

    def _delivered(self, view: IntegrationView) -> tuple[str, str]:
        parts = []
        if view.last_delivery is not None:
            parts.append(self.tr("The last came {time}.").format(time=when(view.last_delivery)))
        if view.wrong_signatures is not None:
            parts.append(spoken(view.wrong_signatures.sentence(utc_now())))
        return " ".join(parts), exact(view.last_delivery)

    def _devices(self, view: IntegrationView) -> tuple[str, str]:
        devices = view.devices
        if devices is None or not devices.allowed:
            return "", ""
        number = count(devices.allowed, "device")
        if devices.last_contact is None:
            return self.tr("{devices}, no contact yet").format(devices=number), ""
        said = self.tr("{devices}, last contact {time}")
        return said.format(devices=number, time=when(devices.last_contact)), exact(devices.last_contact)


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]
