"""The backups that are made every night, in the settings: how the last one ended, and when, where and how many."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from hub_desktop.core.errors import ConfigurationError, HubError
from hub_desktop.core.events import BackupsChanged, Event
from hub_desktop.core.nightly import MOST_KEPT, NightlySettings
from hub_desktop.hub.nightly import NightlyView
from hub_desktop.ui.calls import StandingQuestion
from hub_desktop.ui.form_fields import Field, FieldProblems, ProblemLabel
from hub_desktop.ui.kept_panel import megabytes
from hub_desktop.ui.listener_fields import FileEdit, why_not
from hub_desktop.ui.session import Session
from hub_desktop.ui.setting_fields import FieldGrid
from hub_desktop.ui.spoken import count, spoken
from hub_desktop.ui.style.tokens import SPACE_M, SPACE_S
from hub_desktop.ui.style.widgets import PlainLabel, Switch, plain_button, set_usable
from hub_desktop.ui.words import exact, when_for_long


class FolderEdit(FileEdit):
    """The path of a folder, typed or chosen."""

    @Slot()
    def on_choice_asked(self) -> None:
        """Ask for the folder."""
        dialog = QFileDialog(self, self.choose_button.accessibleName(), self.written() or self.path.placeholderText())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self.on_chosen)
        dialog.open()


class NightlyPanel(QWidget):
    """How it stands, and a form that is saved as a whole."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._reading = StandingQuestion(session.calls, self)
        self._view: NightlyView | None = None
        self._before: NightlyView | None = None
        """How it stood when somebody last saved."""
        self._busy = False
        self._make_controls()
        self._lay_out()
        self._connect()
        self._settle()

    def load(self) -> None:
        """Read how it stands."""
        self._reading.ask(self._session.hub.nightly.view, self.on_loaded, self.on_failed)

    def on_event(self, event: Event) -> None:
        """Show what was made, or changed elsewhere."""
        if isinstance(event, BackupsChanged):
            self.load()

    def newest_place(self) -> str:
        """Return the folder of the newest one that is there, the empty string while there is none."""
        return str(self._view.files[0].path.parent) if self._view is not None and self._view.files else ""

    @Slot(object)
    def on_loaded(self, view: NightlyView) -> None:
        """Show how it stands; what somebody is typing stays."""
        untouched = self._view is None or not self._changes()
        self._view = view
        if untouched:
            self._show(view.settings)
        self._show_standing(view)
        self._settle()

    @Slot()
    def on_edited(self) -> None:
        """Take back what was said, and let it be saved."""
        self._problems.clear()
        self._settle()

    @Slot()
    def on_save_asked(self) -> None:
        """Keep what was changed."""
        hub, actor, changes = self._session.hub, self._session.actor, self._changes()
        if not changes or self._busy:
            return
        # Kept here: the change is told to everyone, and may be shown before the answer is.
        self._busy, self._before = True, self._view
        self._settle()
        self._session.calls.call(lambda: hub.nightly.change(actor, changes), self.on_saved, self.on_failed, owner=self)

    @Slot(object)
    def on_saved(self, view: NightlyView) -> None:
        """Show what is kept now, and say what stays where it was."""
        before, self._busy, self._view = self._before, False, view
        self._show(view.settings)
        self._show_standing(view)
        left = before is not None and before.files and before.place != view.place
        self.message.show_note(
            self.tr("Saved. Those made until now stay in {folder}, and none of them is removed any more.").format(
                folder=before.place
            )
            if before is not None and left
            else self.tr("Saved.")
        )
        self._settle()

    @Slot(object)
    def on_failed(self, error: HubError) -> None:
        """Say why it was not saved, under the field that it is about."""
        self._busy = False
        wrong = error.field if isinstance(error, ConfigurationError) else ""
        if wrong == "keep":
            self._problems.show(wrong, self.tr("Type a number from 1 to {most}.").format(most=MOST_KEPT))
        elif wrong == "at":
            self._problems.show(wrong, self.tr("Type a time such as 02:00."))
        else:
            self._problems.show_error(error)
        self._settle()

    @Slot()
    def on_folder_asked(self) -> None:
        """Show the folder in which they lie."""
        if self._view is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(self._view.place))

    # -- how it stands -----------------------------------------------------------------------------------------------

    def _changes(self) -> dict[str, Any]:
        """Return the settings that are typed otherwise than kept."""
        if self._view is None:
            return {}
        keep = self.keep.text().strip()
        typed: dict[str, Any] = {
            "on": self.on.isChecked(),
            "folder": self.folder.written(),
            # What is no number is told by the hub.
            "keep": int(keep) if keep.isascii() and keep.isdecimal() and len(keep) <= 3 else keep,
            "at": self.at.text().strip(),
        }
        kept = self._view.settings.model_dump(by_alias=True, mode="json")
        return {name: value for name, value in typed.items() if value != kept[name]}

    def _show(self, settings: NightlySettings) -> None:
        self.on.blockSignals(True)
        self.on.setChecked(settings.on)
        self.on.blockSignals(False)
        self.folder.show_path(settings.folder)
        self.keep.setText(str(settings.keep))
        self.at.setText(settings.at)

    def _show_standing(self, view: NightlyView) -> None:
        made, state = view.state.made, view.state
        if made is None:
            self.last.setText(
                self.tr("None was made yet. One is made once Hub Desktop has run for a few minutes.")
                if view.settings.on
                else self.tr("None was made yet.")
            )
        elif any(file.path == Path(made.file) for file in view.files):
            self.last.setText(
                self.tr("The last one: {when}, {size}. In {folder}: {backups}.").format(
                    when=when_for_long(made.at),
                    size=megabytes(made.bytes),
                    folder=view.place,
                    backups=count(len(view.files), "backup"),
                )
            )
        else:
            self.last.setText(
                self.tr("The last one: {when}, {size}, in {file}").format(
                    when=when_for_long(made.at), size=megabytes(made.bytes), file=made.file
                )
            )
        self.last.setToolTip(exact(made.at) if made is not None else "")
        self.trouble.show_warning(
            self.tr("No backup could be made. {reason} It is tried again every hour. It first failed {when}.").format(
                reason=spoken(state.problem), when=when_for_long(state.since)
            )
            if state.problem
            else spoken(view.silent)
        )
        if not view.settings.folder:
            self.folder.path.setPlaceholderText(view.place)
        # Nobody can open what is not there.
        there = "" if view.same_disk is not None and view.files else self.tr("There is no backup in it yet.")
        set_usable(self.open_button, view.silent or there)

    def _settle(self) -> None:
        refusal = why_not(self._session)
        off = "" if self.on.isChecked() else self.tr("No backup is made at night.")
        set_usable(self.on, refusal)
        for control in (self.folder.path, self.folder.choose_button, self.keep, self.at):
            set_usable(control, refusal or off)
        set_usable(self.save_button, refusal)
        self.save_button.setEnabled(not refusal and not self._busy and bool(self._changes()))

    # -- how it looks ------------------------------------------------------------------------------------------------

    def _make_controls(self) -> None:
        self.last = PlainLabel(wrap=True)
        self.last.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.trouble = ProblemLabel()
        self.on = Switch(self.tr("Make a backup every &night"))
        self.folder = FolderEdit(self.tr("Folder of the nightly backups"), self.tr("Choose the folder of the backups"))
        self.keep, self.at = QLineEdit(), QLineEdit()
        self.fields = {
            "folder": Field(
                self.tr("Folder of the nightly backups"),
                self.folder,
                note=self.tr(
                    "A backup on the disk of the data is lost with that disk. Choose a folder on another disk, on a "
                    "stick that stays plugged in, or on a network share."
                ),
            ),
            "keep": Field(self.tr("How many are kept"), self.keep),
            "at": Field(self.tr("From this time on"), self.at),
        }
        self.note = PlainLabel(
            self.tr(
                "It is made at the first chance after that time by the clock of this computer, when no sync is in its "
                "way. Once that many are kept, the oldest goes when a new one is whole."
            ),
            "muted",
            wrap=True,
        )
        self.save_button = plain_button(self.tr("Save nightly backups"))
        self.open_button = plain_button(self.tr("Open the folder"))
        self.message = ProblemLabel()
        self._problems = FieldProblems(self.fields, self.message)

    def _connect(self) -> None:
        self.on.toggled.connect(self.on_edited)
        self.folder.edited.connect(self.on_edited)
        for edit in (self.keep, self.at):
            edit.textEdited.connect(self.on_edited)
        for edit in (self.folder.path, self.keep, self.at):
            edit.returnPressed.connect(self.save_button.click)
        self.save_button.clicked.connect(self.on_save_asked)
        self.open_button.clicked.connect(self.on_folder_asked)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE_S)
        buttons.addWidget(self.save_button)
        buttons.addWidget(self.open_button)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE_M)
        layout.addSpacing(SPACE_S)
        layout.addWidget(PlainLabel(self.tr("Nightly backups"), "strong"))
        for part in (self.last, self.trouble, self.on, self.fields["folder"]):
            layout.addWidget(part)
        layout.addWidget(FieldGrid([self.fields["keep"], self.fields["at"]]))
        layout.addWidget(self.note)
        layout.addLayout(buttons)
        layout.addWidget(self.message)
