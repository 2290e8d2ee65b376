"""A person signs in to the system behind an integration: in the browser, or with a code on another device."""

import contextlib
import threading
from collections.abc import Callable

from PySide6.QtCore import Qt, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hub_desktop.core.errors import ErrorKind, HubError
from hub_desktop.ui.copy_button import CopyButton
from hub_desktop.ui.session import Session
from hub_desktop.ui.spoken import spoken
from hub_desktop.ui.style.tokens import DIALOG_WIDTH, SPACE_L, SPACE_M, SPACE_S, SPACE_XL
from hub_desktop.ui.style.widgets import PlainLabel, plain_button, primary_button
from hub_desktop.ui.tab_order import ReadingOrderDialog
from hub_desktop.upstream.device_sign_in import DeviceCode

OpenPage = Callable[[QUrl], bool]


class UpstreamSignInDialog(ReadingOrderDialog):
    """Begins the sign-in as soon as it is shown and closes once it is done; Cancel stops it.

    `open_page` opens an address in the browser and returns False where there is none.

    Signals:
        signed_in(int): a person has signed in to the integration of this number.
    """

    signed_in = Signal(int)
    _address_came = Signal(str)
    _code_came = Signal(object)

    def __init__(
        self,
        session: Session,
        integration_id: int,
        name: str,
        parent: QWidget | None = None,
        *,
        open_page: OpenPage = QDesktopServices.openUrl,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._integration_id = integration_id
        self._name = name
        self._open_page = open_page
        self._cancel = threading.Event()
        self._running = False
        self._page = ""
        self._copied = ""
        self.setWindowTitle(self.tr("Sign in to {name}").format(name=name))
        self.sentence = PlainLabel(wrap=True)
        self.address = PlainLabel(role="strong", wrap=True)
        self.code = PlainLabel(role="title")
        for label in (self.address, self.code):
            label.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
        self.copy_button = CopyButton("", lambda: self._copied)
        self.page_button = plain_button("")
        self.again_button = primary_button(self.tr("Try &again"))
        self.close_button = plain_button("")
        self._lay_out()
        self.page_button.clicked.connect(self.on_page_asked)
        self.again_button.clicked.connect(self.on_again_asked)
        self.close_button.clicked.connect(self.reject)
        # The worker tells of both; this dialog hears of them on its own thread.
        self._address_came.connect(self.on_address_came, Qt.ConnectionType.QueuedConnection)
        self._code_came.connect(self.on_code_came, Qt.ConnectionType.QueuedConnection)
        self._settle(self.tr("Preparing the sign-in…"))

    def showEvent(self, event: QShowEvent) -> None:
        """Begin when the dialog is first seen."""
        super().showEvent(event)
        if not self._running and not self._page:
            self.on_again_asked()

    def reject(self) -> None:
        """Stop the sign-in, if it still goes on, and close."""
        self._cancel.set()
        super().reject()

    @Slot()
    def on_again_asked(self) -> None:
        """Begin the sign-in."""
        hub, actor, number = self._session.hub, self._session.actor, self._integration_id
        cancel = self._cancel = threading.Event()
        # Where the window goes without asking this dialog, as when the program ends.
        self.destroyed.connect(cancel.set)
        self._running = True
        self._page = self._copied = ""
        self._settle(self.tr("Preparing the sign-in…"))
        self._session.calls.call(
            lambda: hub.sign_ins.sign_in(
                actor, number, open_browser=self._tell_address, show_code=self._tell_code, cancel=cancel
            ),
            self.on_signed_in,
            self.on_failed,
            owner=self,
            cancel=cancel,
        )

    @Slot(str)
    def on_address_came(self, address: str) -> None:
        """Open the page where a person signs in."""
        if not self._running:
            return
        self._page = self._copied = address
        if self._open_page(QUrl(address)):
            said = self.tr("Your browser shows the sign-in page of {name}. Sign in there, then come back here.")
            self._settle(said.format(name=self._name))
            return
        # All of it is far too long to be read, or typed.
        shown = address.partition("?")[0]
        self._settle(
            self.tr("No browser could be opened. Copy the address into a browser on this computer and sign in."),
            address=f"{shown}…",
        )
        self.copy_button.setFocus()

    @Slot(object)
    def on_code_came(self, code: DeviceCode) -> None:
        """Show the code and where to type it."""
        if not self._running:
            return
        self._page, self._copied = code.complete_address or code.address, code.user_code
        self._settle(
            self.tr("Open this page on any device, sign in to {name} and type the code.").format(name=self._name),
            address=code.address,
            code=code.user_code,
        )

    @Slot()
    def on_page_asked(self) -> None:
        """Open the page once more."""
        if self._page and not self._open_page(QUrl(self._page)):
            self.sentence.setText(self.tr("No browser could be opened. Use another device, or copy the address."))

    @Slot(object)
    def on_signed_in(self, result: object) -> None:
        """Close, now that it is done."""
        del result
        self._running = False
        self.signed_in.emit(self._integration_id)
        self.accept()

    @Slot(object)
    def on_failed(self, error: HubError) -> None:
        """Say why nobody was signed in, and offer another try."""
        self._running = False
        stopped = error.kind is ErrorKind.CANCELLED
        self._settle(self.tr("The sign-in was stopped.") if stopped else spoken(error.sentence))

    def _tell_address(self, address: str) -> None:
        # The dialog may have been closed and destroyed in the meantime.
        with contextlib.suppress(RuntimeError):
            self._address_came.emit(address)

    def _tell_code(self, code: DeviceCode) -> None:
        with contextlib.suppress(RuntimeError):
            self._code_came.emit(code)

    def _settle(self, sentence: str, *, address: str = "", code: str = "") -> None:
        """Show how the sign-in stands, and the buttons that help."""
        self.sentence.setText(sentence)
        self.address.show_or_hide(address)
        self.code.show_or_hide(code)
        waiting = self._running and bool(self._page)
        self.page_button.setVisible(waiting)
        self.page_button.setText(self.tr("&Open the page") if code else self.tr("&Open the page again"))
        self.copy_button.setVisible(waiting)
        self.copy_button.show_words(self.tr("&Copy the code") if code else self.tr("&Copy the address"))
        self.again_button.setVisible(not self._running and self.isVisible())
        self.close_button.setText(self.tr("Cancel") if self._running else self.tr("Close"))
        for button in (self.page_button, self.copy_button, self.close_button):
            button.setAccessibleName(button.text().replace("&", ""))
        (self.page_button if waiting and code else self.close_button).setFocus()
        # What is said may be longer or shorter than before, and wrapped text does not make a window grow by itself.
        self._column.invalidate()
        self.setFixedSize(DIALOG_WIDTH, self._column.totalHeightForWidth(DIALOG_WIDTH))

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE_S)
        buttons.addWidget(self.copy_button)
        buttons.addWidget(self.page_button)
        buttons.addStretch(1)
        buttons.addWidget(self.close_button)
        buttons.addWidget(self.again_button)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_XL, SPACE_XL, SPACE_XL, SPACE_L)
        column.setSpacing(SPACE_M)
        column.addWidget(PlainLabel(self.windowTitle(), "subtitle", wrap=True))
        for label in (self.sentence, self.address, self.code):
            column.addWidget(label)
        column.addStretch(1)
        column.addSpacing(SPACE_S)
        column.addLayout(buttons)
