"""Where an integration can be delivered to, and what is missing before anything can."""

from functools import partial

from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from hub_desktop.core.listener_settings import ListenerSettings
from hub_desktop.core.roles import UseCase
from hub_desktop.hub.listener_settings import ListenerState
from hub_desktop.hub.webhooks import Lack, WebhookStatus
from hub_desktop.store.deliveries import DeliveryState
from hub_desktop.ui.copy_button import CopyButton
from hub_desktop.ui.session import Session
from hub_desktop.ui.spoken import count, spoken
from hub_desktop.ui.style.tokens import ICON, SPACE_M, SPACE_S
from hub_desktop.ui.style.widgets import IconLabel, PlainLabel, clear, plain_button, set_usable
from hub_desktop.ui.words import exact, when

_USE_CASES: dict[Lack, UseCase] = {
    Lack.SWITCHED_OFF: UseCase.TOGGLE_INTEGRATION,
    Lack.NO_SECRET: UseCase.SET_SECRET,
    Lack.SECRET_MISFIT: UseCase.SET_SECRET,
    Lack.NO_LISTENER: UseCase.VIEW_INTEGRATIONS,
}


class AddressPanel(QWidget):
    """The addresses to hand out, and a button for each thing that is missing.

    Signals:
        remedy_asked(Lack): what is missing is to be mended.
    """

    remedy_asked = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._shown: WebhookStatus | None = None
        self.remedies: dict[Lack, QWidget] = {}
        self.addresses: list[QLineEdit] = []
        self.copy_buttons: list[CopyButton] = []
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(SPACE_S)

    def show_status(self, status: WebhookStatus) -> None:
        """Show how it stands; the controls stay as they are where nothing changed."""
        before, self._shown = self._shown, status
        if before is not None and (before.addresses, before.advice) == (status.addresses, status.advice):
            return
        clear(self._rows)
        self.remedies, self.addresses, self.copy_buttons = {}, [], []
        for lack, sentence in zip(status.lacks, status.advice, strict=True):
            self._rows.addWidget(self._lack(lack, sentence))
        if not status.advice:
            self._rows.addWidget(_said("check-circle", "active", self.tr("Deliveries are taken in now.")))
        for place, address in enumerate(status.addresses):
            self._rows.addWidget(self._address(place, address))
        if status.addresses:
            note = (
                self.tr("The first works on this computer, the others within the network of the college.")
                if len(status.addresses) > 1
                else self.tr("It works on this computer alone. Choose Test to see who else can reach it, and how.")
                if not status.open_to_network
                else ""
            )
            self._rows.addWidget(PlainLabel(note, "muted", wrap=True))

    def _lack(self, lack: Lack, sentence: str) -> QWidget:
        words = {
            Lack.SWITCHED_OFF: self.tr("Switch on"),
            Lack.NO_SECRET: self.tr("Make a secret"),
            Lack.SECRET_MISFIT: self.tr("Make a new secret"),
            Lack.NO_LISTENER: self.tr("Open the listener settings"),
        }
        button = plain_button(words[lack])
        set_usable(button, self._session.refusal(_USE_CASES[lack]))
        button.clicked.connect(partial(self.remedy_asked.emit, lack))
        self.remedies[lack] = button
        return _said("warning", "attention", sentence, button)

    def _address(self, place: int, address: str) -> QWidget:
        edit = QLineEdit(address)
        edit.setReadOnly(True)
        edit.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        edit.setCursorPosition(0)
        edit.setAccessibleName(self.tr("Address {number}").format(number=place + 1))
        copy = CopyButton(self.tr("Copy"), edit.text, self.tr("Copy address {number}").format(number=place + 1))
        self.addresses.append(edit)
        self.copy_buttons.append(copy)
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(SPACE_S)
        line.addWidget(edit, 1)
        line.addWidget(copy)
        return row


def _said(shape: str, colour: str, sentence: str, button: QWidget | None = None) -> QWidget:
    row = QWidget()
    line = QHBoxLayout(row)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(SPACE_M)
    line.addWidget(IconLabel(shape, colour, ICON))
    line.addWidget(PlainLabel(spoken(sentence), wrap=True), 1)
    if button is not None:
        line.addWidget(button)
    return row


def in_the_window(status: WebhookStatus, settings: ListenerSettings, state: ListenerState) -> WebhookStatus:
    """Return a webhook with what a person at the window can do about a listener that does not listen."""
    if not settings.on:
        said = _tr("The listener is switched off, so nothing can be delivered. Switch it on in its settings.")
    elif state.problem:
        said = _tr("The listener could not start, so nothing can be delivered: {problem}").format(problem=state.problem)
    else:
        said = _tr("The listener has not started, so nothing can be delivered yet. Its settings say how it stands.")
    found = zip(status.lacks, status.advice, strict=True)
    advice = tuple(said if lack is Lack.NO_LISTENER else sentence for lack, sentence in found)
    return replace(status, advice=advice)


def came_in(status: WebhookStatus) -> list[tuple[str, str]]:
    """Return what came to a webhook, each line with what is said on hover."""
    counts = status.counts
    total = sum(counts.values()) - counts.get(DeliveryState.TEST, 0)
    if not total:
        lines = [(_tr("Nothing was delivered yet."), "")]
    else:
        parts = [
            _tr("{number} processed").format(number=f"{counts.get(DeliveryState.PROCESSED, 0):,}"),
            _tr("{number} waiting").format(number=f"{counts.get(DeliveryState.RECEIVED, 0):,}"),
            _tr("{number} refused").format(number=f"{counts.get(DeliveryState.REFUSED, 0):,}"),
            _tr("{number} failed").format(number=f"{counts.get(DeliveryState.FAILED, 0):,}"),
        ]
        said = _tr("{deliveries}: {parts}. The last came {time}.").format(
            deliveries=count(total, "delivery", "deliveries"),
            parts=", ".join(parts),
            time=when(status.last_received_at),
        )
        lines = [(said, exact(status.last_received_at))]
    if not status.refused:
        return [*lines, (_tr("None came with a wrong signature."), "")]
    sender = _tr(" from {address}").format(address=status.refused_from) if status.refused_from else ""
    said = _tr(
        "{deliveries} with a wrong signature: refused, nothing of it was kept. The last came {time}{sender}."
    ).format(deliveries=count(status.refused, "delivery", "deliveries"), time=when(status.refused_at), sender=sender)
    return [*lines, (said, exact(status.refused_at))]


def _tr(text: str) -> str:
    return QCoreApplication.translate("webhook", text)
