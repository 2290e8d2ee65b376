"""One person: what is kept of them, saving it for them, and erasing them everywhere."""

import json
from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QCheckBox, QFileDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from hub_desktop.core.backups import Occasion
from hub_desktop.core.errors import HubError, StorageError
from hub_desktop.core.nightly import NightlyLeft
from hub_desktop.core.roles import UseCase
from hub_desktop.hub.privacy import PersonFound
from hub_desktop.hub.written_files import written_file
from hub_desktop.ui.college_calls import CollegeCalls
from hub_desktop.ui.form_fields import ProblemLabel
from hub_desktop.ui.question import Question
from hub_desktop.ui.session import Session
from hub_desktop.ui.spoken import count, listed
from hub_desktop.ui.style.tokens import SEARCH_WIDTH, SPACE_S
from hub_desktop.ui.style.widgets import PlainLabel, danger_button, plain_button, set_usable
from hub_desktop.ui.words import when


class PersonForm(QWidget):
    """Finds a person by number; what can be done about them follows."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._of_college = CollegeCalls(session, self)
        self.found: PersonFound | None = None
        self.number = QLineEdit()
        self.find_button = plain_button(self.tr("&Find"))
        self.result = PlainLabel("", wrap=True)
        self.exclude = QCheckBox(self.tr("Do not store this person a&gain"))
        self.save_button = plain_button(self.tr("Save what is &kept…"))
        self.erase_button = danger_button(self.tr("Er&ase…"))
        self.message = ProblemLabel()
        self._lay_out()
        refusal = session.refusal(UseCase.ERASE_PERSON)
        for control in (self.number, self.find_button):
            set_usable(control, refusal)
        self.message.show_note(refusal)
        self.number.returnPressed.connect(self.on_find_asked)
        self.find_button.clicked.connect(self.on_find_asked)
        self.save_button.clicked.connect(self.on_save_asked)
        self.erase_button.clicked.connect(self.on_erase_asked)
        self._settle()

    def set_college(self, college: int | None) -> None:
        """Look for persons in this college."""
        self._of_college.college = college
        self.found = None
        self._settle()

    @Slot()
    def on_find_asked(self) -> None:
        """Look what is kept of the person."""
        hub, actor, person = self._session.hub, self._session.actor, self.number.text()
        self.found = None
        self._settle()
        self.message.show_problem("")
        self._of_college.call(
            lambda college: hub.privacy.find_person(actor, person, college), self.on_found, self.on_failed
        )

    @Slot(object)
    def on_found(self, found: PersonFound) -> None:
        """Show what is kept."""
        self.found = found
        self._settle()

    @Slot()
    def on_save_asked(self) -> None:
        """Ask where to save what is kept of the person."""
        dialog = QFileDialog(self, self.tr("Save what is kept"), "person.json")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.fileSelected.connect(self.on_place_chosen)
        dialog.open()

    @Slot(str)
    def on_place_chosen(self, place: str) -> None:
        """Write it there."""
        found = self.found
        if found is not None:
            self._session.calls.call(lambda: save_person(found, Path(place)), self.on_saved, self.on_failed, owner=self)

    @Slot(object)
    def on_saved(self, place: Path) -> None:
        """Say where it was written."""
        self.message.show_note(self.tr("Saved to {place}. It is personal data: keep it safe.").format(place=place))

    @Slot()
    def on_erase_asked(self) -> None:
        """Ask, with names and counts, before what cannot be undone."""
        found = self.found
        if found is None:
            return
        after = (
            self.tr("No sync stores this person again.")
            if self.exclude.isChecked()
            else self.tr("A system that still has this person brings them back with its next sync.")
        )
        question = Question(
            self.tr("Erase a person"),
            [
                self.tr("Erase {person}?").format(person=_named(found)),
                _parts(found) + ".",
                self.tr("This cannot be undone. {after} Backups made before still hold them.").format(after=after),
            ],
            danger_button(self.tr("Erase {traces}").format(traces=count(found.total, "trace"))),
            self.tr("Cancel"),
            default_yes=False,
            parent=self,
        )
        question.accepted.connect(self.on_confirmed)
        question.open()

    @Slot()
    def on_confirmed(self) -> None:
        """Erase the person."""
        found = self.found
        if found is None:
            return
        hub, actor, exclude = self._session.hub, self._session.actor, self.exclude.isChecked()
        self._of_college.call(
            lambda college: hub.privacy.erase_person(actor, found.person, college, exclude=exclude),
            self.on_erased,
            self.on_failed,
        )

    @Slot(object)
    def on_erased(self, erased: PersonFound) -> None:
        """Say what was erased."""
        self.found = None
        self.number.clear()
        self.exclude.setChecked(False)
        self._settle()
        done = self.tr("Erased: {parts}.").format(parts=_parts(erased))
        kept = [self._kept(erased, occasion) for occasion in Occasion]
        self.message.show_note(
            " ".join(filter(None, (done, erased.still_there, self._by_night(erased.nightly), *kept)))
        )

    @Slot(object)
    def on_failed(self, error: HubError) -> None:
        """Say why nothing was done."""
        self.message.show_problem(error.sentence)

    def _by_night(self, left: NightlyLeft) -> str:
        """Return until when nightly backups hold them still; empty where there is none."""
        if not left.number:
            return ""
        backups = count(left.number, "nightly backup")
        if left.until is None:
            return self.tr("{backups} in {folders} can still hold this person, until you remove them there.").format(
                backups=backups, folders=listed(list(left.places))
            )
        return self.tr(
            "{backups} can still hold this person. The oldest goes each night, and the last of them about {day} where "
            "no night is missed."
        ).format(backups=backups, day=when(left.until))

    def _kept(self, erased: PersonFound, occasion: Occasion) -> str:
        """Return what was kept on an occasion and can hold them still; empty where there is nothing."""
        at = listed([when(one.at) for one in erased.kept if one.occasion is occasion])
        if not at:
            return ""
        said = {
            Occasion.UPDATE: self.tr("What was kept when Hub Desktop was updated ({when}) can still hold this person."),
            Occasion.RESTORE: self.tr("What was kept when a backup was restored ({when}) can still hold this person."),
            Occasion.ANEW: self.tr("What was kept when Hub Desktop began anew ({when}) can still hold this person."),
        }[occasion]
        return f"{said.format(when=at)} {self.tr('Remove it under Files.')}"

    def _settle(self) -> None:
        found = self.found
        said = (
            "" if found is None else " ".join(filter(None, (f"{_named(found)}: {_parts(found)}.", found.still_there)))
        )
        self.result.show_or_hide(said)
        for control in (self.exclude, self.save_button, self.erase_button):
            control.setVisible(found is not None)

    def _lay_out(self) -> None:
        self.number.setAccessibleName(self.tr("Student or faculty number"))
        self.number.setPlaceholderText(self.tr("Student or faculty number"))
        self.number.setMaximumWidth(SEARCH_WIDTH)
        top, under = QHBoxLayout(), QHBoxLayout()
        for row, controls in ((top, (self.number, self.find_button)), (under, (self.save_button, self.erase_button))):
            row.setSpacing(SPACE_S)
            for control in controls:
                row.addWidget(control)
            row.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_S)
        column.addWidget(
            PlainLabel(self.tr("Find, save or erase everything that is kept of one person."), "muted", wrap=True)
        )
        column.addLayout(top)
        column.addWidget(self.result)
        column.addWidget(self.exclude)
        column.addLayout(under)
        column.addWidget(self.message)


def save_person(found: PersonFound, place: Path) -> Path:
    """Write what is kept of a person to a file only its owner can read; raise StorageError when it cannot be."""
    document = {
        "person": found.person,
        "names": list(found.names),
        "traces": dict(found.counts),
        "records": dict(found.records),
    }
    try:
        with written_file(place) as out:
            json.dump(document, out, ensure_ascii=False, indent=2)
    except OSError as error:
        raise StorageError(
            f"The file {place} cannot be written: {error.strerror or error}.", f"{type(error).__name__}: {error}"
        ) from error
    return place


def _named(found: PersonFound) -> str:
    return f"{listed(found.names)} ({found.person})" if found.names else found.person


def _parts(found: PersonFound) -> str:
    return ", ".join(f"{where} {number:,}" for where, number in found.counts.items())
