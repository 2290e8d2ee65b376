"""The banner over a window that shows the sample college."""

from collections.abc import Sequence
from functools import partial
from typing import Protocol

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QWidget

from hub_desktop.ui.session import Session
from hub_desktop.ui.style.tokens import SPACE_M, SPACE_S
from hub_desktop.ui.style.widgets import IconLabel, PlainLabel, plain_button

_NO_FAULT = "none"


class Rehearsal(Protocol):
    """The sample college, as far as the window can play with it."""

    def advance_day(self) -> str:
        """Let a school day pass and return what changed, as a sentence."""

    def systems(self) -> Sequence[str]:
        """Return the names of the college's systems."""

    def set_fault(self, system: str, fault: str) -> None:
        """Let a system fail: none, down, wrong-token, slow or missing-key."""


class RehearsalBanner(QFrame):
    """Says that nothing is real, and lets time pass and things fail.

    Signals:
        told(str, str, str): kind, sentence and detail of something to say above the page.
        taken_back(str): a sentence said before that is no longer true.
    """

    told = Signal(str, str, str)
    taken_back = Signal(str)

    def __init__(self, session: Session, rehearsal: Rehearsal, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._rehearsal = rehearsal
        self._said: dict[str, str] = {}
        """What was last said of each system."""
        self.next_day = plain_button(self.tr("Next day"))
        self.practise = plain_button(self.tr("Practise a failure ▾"))
        self.practise.setAccessibleName(self.tr("Practise a failure"))
        self.menu = QMenu(self)
        self._actions: dict[tuple[str, str], QAction] = {}
        self._fill_menu()
        self.practise.setMenu(self.menu)
        self.next_day.clicked.connect(self.on_next_day_clicked)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE_M, SPACE_S, SPACE_S, SPACE_S)
        row.setSpacing(SPACE_S)
        row.addWidget(IconLabel("college", "text"))
        said = self.tr("Rehearsal: you are practising with the sample college. Nothing here is real.")
        row.addWidget(PlainLabel(said, wrap=True), 1)
        row.addWidget(self.next_day)
        row.addWidget(self.practise)
        self.setAccessibleName(self.tr("Rehearsal"))

    def fault_action(self, system: str, fault: str) -> QAction:
        """Return the entry of the menu for a fault of a system."""
        return self._actions[system, fault]

    @Slot()
    def on_next_day_clicked(self) -> None:
        """Let a school day pass."""
        self._session.calls.call(self._rehearsal.advance_day, self.on_day_passed, owner=self)

    @Slot(str)
    def on_day_passed(self, sentence: str) -> None:
        """Say what changed."""
        self.told.emit("info", sentence, "")

    def on_fault_chosen(self, system: str, fault: str) -> None:
        """Let a system fail, or work again."""
        self._session.calls.call(
            lambda: self._rehearsal.set_fault(system, fault), partial(self.on_fault_set, system, fault), owner=self
        )

    def on_fault_set(self, system: str, fault: str, nothing: None) -> None:
        """Say what to expect of the next sync."""
        del nothing
        if fault == _NO_FAULT:
            said = self.tr("{system} works normally again. Sync it to see.")
        else:
            said = self.tr("{system} now fails: it {fault}. Sync it to see what happens.")
        words = _fault_words(fault)
        sentence = said.format(system=_system_title(system), fault=words[:1].lower() + words[1:])
        self.taken_back.emit(self._said.get(system, ""))
        self._said[system] = sentence
        self.told.emit("info", sentence, "")

    def _fill_menu(self) -> None:
        for system in self._rehearsal.systems():
            submenu = self.menu.addMenu(_system_title(system))
            group = QActionGroup(submenu)
            for fault in (_NO_FAULT, "down", "wrong-token", "slow", "missing-key"):
                action = submenu.addAction(_fault_words(fault))
                action.setCheckable(True)
                action.setChecked(fault == _NO_FAULT)
                group.addAction(action)
                action.triggered.connect(partial(self.on_fault_chosen, system, fault))
                self._actions[system, fault] = action


def _system_title(system: str) -> str:
    titles = {"erp": "Sample ERP", "biometric": "Sample Biometric", "lms": "Sample LMS"}
    return titles.get(system, system)


def _fault_words(fault: str) -> str:
    return {
        _NO_FAULT: _tr("Works normally"),
        "down": _tr("Is down"),
        "wrong-token": _tr("Refuses the password or key"),
        "slow": _tr("Answers very slowly"),
        "missing-key": _tr("Sends records without their number"),
    }.get(fault, fault)


def _tr(text: str) -> str:
    return QCoreApplication.translate("rehearsal", text)
