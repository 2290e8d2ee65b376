"""One delivery: when and from where it came, what came beside it, its body, and the run that worked on it."""

import json

from msgspec import Struct
from PySide6.QtCore import QCoreApplication, QTimer, Signal, Slot
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from hub_desktop.core.delivery_rules import HEADER_LABEL
from hub_desktop.core.roles import UseCase
from hub_desktop.store.deliveries import Delivery
from hub_desktop.ui.copy_button import CopyButton
from hub_desktop.ui.delivery_model import reason_of, size_word
from hub_desktop.ui.session import Session
from hub_desktop.ui.style.skeleton import Shape
from hub_desktop.ui.style.tokens import SPACE_S
from hub_desktop.ui.style.widgets import PlainLabel, plain_button, set_usable
from hub_desktop.ui.waiting import Reading, Waiting
from hub_desktop.ui.words import exact

_STAY_MS = 200
"""Going through a list with the arrow keys reads no body: each reading leaves a row in the audit."""
_MOST_SHOWN = 60_000


class _Body(Struct, frozen=True):
    delivery_id: int
    text: str


class DeliveryDetails(QWidget):
    """Shows the chosen delivery; unseen while there is none.

    Signals:
        run_asked(int, int): the log of this integration's run is to be shown.
    """

    run_asked = Signal(int, int)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.delivery: Delivery | None = None
        """The one that is shown."""
        self._read = 0
        self.facts = PlainLabel("", "muted", wrap=True)
        self.reason = PlainLabel("", wrap=True)
        self.body = QPlainTextEdit()
        self.body.setAccessibleName(self.tr("Body of the delivery"))
        self.body.setReadOnly(True)
        self.body.setTabChangesFocus(True)
        self.body.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.waiting = Waiting(session, Shape.TEXT, self.body)
        self._reading = Reading(session, self.waiting)
        self.copy_button = CopyButton(self.tr("&Copy the body"), self.body.toPlainText)
        self.run_button = plain_button(self.tr("Show the &log of its run"))
        self.run_button.clicked.connect(self.on_run_chosen)
        self._stay = QTimer(self)
        self._stay.setSingleShot(True)
        self._stay.setInterval(_STAY_MS)
        self._stay.timeout.connect(self.on_stayed)
        line = QHBoxLayout()
        line.setSpacing(SPACE_S)
        line.addWidget(self.copy_button)
        line.addWidget(self.run_button)
        line.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, SPACE_S, 0, 0)
        layout.setSpacing(SPACE_S)
        layout.addWidget(self.facts)
        layout.addWidget(self.reason)
        layout.addWidget(self.waiting, 1)
        layout.addLayout(line)
        self.hide()

    def show_delivery(self, delivery: Delivery | None) -> None:
        """Show this delivery; None: nothing."""
        self.delivery = delivery
        self.setVisible(delivery is not None)
        if delivery is None:
            self._stay.stop()
            return
        self.facts.setText(facts_of(delivery))
        self.reason.show_or_hide(reason_of(delivery))
        self.run_button.setVisible(delivery.run_id is not None)
        set_usable(self.run_button, self._session.refusal(UseCase.VIEW_LOG))
        if self._read != delivery.delivery_id:
            self._read = 0
            self._reading.drop()
            self.waiting.forget()
            self.body.setPlainText("")
            self.copy_button.setEnabled(False)
            self._stay.start()

    @Slot()
    def on_stayed(self) -> None:
        """Read the body, now that somebody looks at it."""
        if self.delivery is None:
            return
        refusal = self._session.refusal(UseCase.VIEW_PERSONAL)
        if refusal:
            # A body holds what its records hold.
            self.body.setPlainText(refusal)
            return
        hub, actor, number = self._session.hub, self._session.actor, self.delivery.delivery_id
        self._reading.ask(
            lambda: _Body(number, body_text(hub.webhooks.delivery(actor, number))),
            self.on_body_read,
        )

    @Slot(object)
    def on_body_read(self, read: _Body) -> None:
        """Show the body, unless another delivery was chosen meanwhile."""
        if self.delivery is None or read.delivery_id != self.delivery.delivery_id:
            return
        self._read = read.delivery_id
        self.body.setPlainText(read.text or self.tr("The body is no longer kept."))
        self.copy_button.setEnabled(bool(read.text))

    @Slot()
    def on_run_chosen(self) -> None:
        """Ask for the log of the run."""
        if self.delivery is not None and self.delivery.run_id is not None:
            self.run_asked.emit(self.delivery.integration_id, self.delivery.run_id)


def facts_of(delivery: Delivery) -> str:
    """Return in one line when and from where a delivery came, and what came beside its body."""
    labels = [f"{name.removeprefix(HEADER_LABEL)}: {value}" for name, value in delivery.labels.items()]
    parts = [
        exact(delivery.received_at),
        _tr("from {address}").format(address=delivery.sender) if delivery.sender else "",
        size_word(delivery.size),
        _tr("id {id}").format(id=delivery.message_id) if delivery.message_id else "",
        *labels,
        _tr("run {number}").format(number=delivery.run_id) if delivery.run_id is not None else "",
    ]
    return " · ".join(part for part in parts if part)


def body_text(delivery: Delivery) -> str:
    """Return a body for reading: JSON with a line for each field, anything else as it is; long ones are cut."""
    text = delivery.body.decode("utf-8", "backslashreplace")
    try:
        text = json.dumps(json.loads(text), ensure_ascii=False, indent=2)
    except (ValueError, RecursionError):
        # It is shown as it came.
        text = text.replace("\0", "\\0")
    text = text.encode("utf-8", "backslashreplace").decode("utf-8")
    if len(text) <= _MOST_SHOWN:
        return text
    more = _tr("({number} more characters are not shown)").format(number=f"{len(text) - _MOST_SHOWN:,}")
    return f"{text[:_MOST_SHOWN]}\n… {more}"


def _tr(text: str) -> str:
    return QCoreApplication.translate("deliveries", text)
