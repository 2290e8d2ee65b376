"""What was kept before backups were restored and before updates, in the settings: how much it is, and removing it."""

from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hub_desktop.core.backups import KeptBefore, Occasion
from hub_desktop.core.errors import HubError
from hub_desktop.core.roles import UseCase
from hub_desktop.ui.calls import StandingQuestion
from hub_desktop.ui.form_fields import ProblemLabel
from hub_desktop.ui.question import Question
from hub_desktop.ui.session import Session
from hub_desktop.ui.style.tokens import SPACE_M, SPACE_S
from hub_desktop.ui.style.widgets import Button, PlainLabel, clear, danger_button, plain_button, set_usable
from hub_desktop.ui.words import exact, when


class KeptPanel(QWidget):
    """One line for each of them; hidden while there is none and nothing to say."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._reading = StandingQuestion(session.calls, self)
        self._asked: KeptBefore | None = None
        self.buttons: list[Button] = []
        self._lines = QVBoxLayout()
        self._lines.setSpacing(SPACE_S)
        self.message = ProblemLabel()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE_M)
        layout.addLayout(self._lines)
        layout.addWidget(self.message)
        self.hide()

    def load(self) -> None:
        """Look what is kept."""
        self._reading.ask(self._session.hub.backups.kept, self.on_loaded, self.on_failed)

    @Slot(object)
    def on_loaded(self, kept: list[KeptBefore]) -> None:
        """Show what is kept."""
        clear(self._lines)
        self.buttons = []
        refusal = self._session.refusal(UseCase.REMOVE_KEPT)
        for one in kept:
            self._lines.addWidget(self._line(one, refusal))
        self.setVisible(bool(kept or self.message.text()))

    @Slot()
    def on_remove_asked(self, kept: KeptBefore) -> None:
        """Ask first, for this cannot be undone."""
        self._asked = kept
        question = Question(
            self.tr("Remove what was kept"),
            [
                self._question(kept),
                self.tr(
                    "The records, systems, accounts and settings from before it are gone for good then. "
                    "This cannot be undone."
                ),
            ],
            danger_button(self.tr("Remove {size}").format(size=megabytes(kept.bytes))),
            self.tr("Cancel"),
            default_yes=False,
            parent=self,
        )
        question.accepted.connect(self.on_confirmed)
        question.open()

    @Slot()
    def on_confirmed(self) -> None:
        """Remove it."""
        kept = self._asked
        if kept is None:
            return
        hub, actor = self._session.hub, self._session.actor
        self.message.show_note("")
        for button in self.buttons:
            set_usable(button, self.tr("This is just being removed."))
        self._session.calls.call(
            lambda: hub.backups.remove_kept(actor, kept.name), self.on_removed, self.on_failed, owner=self
        )

    @Slot(object)
    def on_removed(self, kept: KeptBefore) -> None:
        """Say that it is gone."""
        self.message.show_note(
            {
                Occasion.UPDATE: self.tr("What was kept when Hub Desktop was updated {when} is removed."),
                Occasion.RESTORE: self.tr("What was kept when a backup was restored {when} is removed."),
                Occasion.ANEW: self.tr("What was kept when Hub Desktop began anew {when} is removed."),
            }[kept.occasion].format(when=when(kept.at))
        )
        self.load()

    @Slot(object)
    def on_failed(self, error: HubError) -> None:
        """Say why it is there still."""
        self.message.show_problem(error.sentence)
        self.show()
        refusal = self._session.refusal(UseCase.REMOVE_KEPT)
        for button in self.buttons:
            set_usable(button, refusal)

    def _question(self, kept: KeptBefore) -> str:
        asked = {
            Occasion.UPDATE: self.tr("Remove what was kept when Hub Desktop was updated {when}?"),
            Occasion.RESTORE: self.tr("Remove what was kept when a backup was restored {when}?"),
            Occasion.ANEW: self.tr("Remove what was kept when Hub Desktop began anew {when}?"),
        }
        return asked[kept.occasion].format(when=when(kept.at))

    def _line(self, kept: KeptBefore, refusal: str) -> QWidget:
        line = QWidget()
        line_of = {
            Occasion.UPDATE: self.tr("Kept when Hub Desktop was updated {when}: {size}"),
            Occasion.RESTORE: self.tr("Kept when a backup was restored {when}: {size}"),
            Occasion.ANEW: self.tr("Kept when Hub Desktop began anew {when}: {size}"),
        }[kept.occasion]
        said = PlainLabel(line_of.format(when=when(kept.at), size=megabytes(kept.bytes)), wrap=True)
        said.setToolTip(exact(kept.at))
        button = plain_button(self.tr("Remove…"))
        button.setAccessibleName(
            {
                Occasion.UPDATE: self.tr("Remove what was kept when Hub Desktop was updated {when}"),
                Occasion.RESTORE: self.tr("Remove what was kept when a backup was restored {when}"),
                Occasion.ANEW: self.tr("Remove what was kept when Hub Desktop began anew {when}"),
            }[kept.occasion].format(when=when(kept.at))
        )
        set_usable(button, refusal)
        button.clicked.connect(partial(self.on_remove_asked, kept))
        self.buttons.append(button)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_S)
        row.addWidget(said, 1)
        row.addWidget(button)
        return line


def megabytes(number: int) -> str:
    """Return a length in bytes as people read it."""
    return f"{number / 1e6:,.1f} MB"
