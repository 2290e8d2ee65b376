"""The academic calendar of a college, in the settings: its time zone, its days off and its holidays."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import QDate, QSize, QStandardPaths, Qt, Slot
from PySide6.QtGui import QShowEvent, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QCheckBox,
    QDateEdit,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from hub_desktop.core.attendance_rules import WEEKDAYS
from hub_desktop.core.calendar_files import MAX_CALENDAR_BYTES
from hub_desktop.core.college_calendar import Holiday
from hub_desktop.core.errors import ConfigurationError, HubError
from hub_desktop.core.roles import UseCase
from hub_desktop.hub.college_calendars import CalendarView, Imported, zone_names
from hub_desktop.ui.college_calls import CollegeCalls
from hub_desktop.ui.form_fields import Field, ProblemLabel
from hub_desktop.ui.session import Session
from hub_desktop.ui.spoken import count
from hub_desktop.ui.style.choice_box import ChoiceBox
from hub_desktop.ui.style.skeleton import Shape
from hub_desktop.ui.style.tokens import SEARCH_WIDTH, SPACE_M, SPACE_S
from hub_desktop.ui.style.widgets import PlainLabel, plain_button, set_usable
from hub_desktop.ui.waiting import Reading, Waiting

_SHOWN_ROWS = 6


class _DateEdit(QDateEdit):
    """A day that the wheel leaves alone, for it stands in something that scrolls."""

    def __init__(self) -> None:
        super().__init__(QDate.currentDate())
        self.setDisplayFormat("d MMM yyyy")
        self.setCalendarPopup(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the settings scroll."""
        event.ignore()


class _NameEdit(QLineEdit):
    """As high as the days beside it, which Qt makes a little higher than a line."""

    def __init__(self, beside: QWidget) -> None:
        super().__init__()
        self._beside = beside

    def sizeHint(self) -> QSize:
        """Return the wanted size."""
        self._beside.ensurePolished()
        return super().sizeHint().expandedTo(QSize(0, self._beside.sizeHint().height()))


class CalendarPanel(QWidget):
    """The calendar of a college."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._of_college = CollegeCalls(session, self)
        self.waiting = Waiting(session, Shape.FORM)
        self._reading = Reading(session, self.waiting)
        self._showing = False
        self._read = False
        self._failed = False
        self._refused: HubError | None = None
        """Why the last change was refused, until what is kept has been read again."""
        self._zone = ""
        self._make_controls()
        self._lay_out()
        self._connect()
        self._refusal = session.refusal(UseCase.MANAGE_COLLEGES)
        for control in self._changing:
            set_usable(control, self._refusal)
        self.message.show_note(self._refusal)
        self._settle()

    def load(self, college: int | None) -> None:
        """Read the calendar of a college, and which time zones there are."""
        if college != self._of_college.college:
            # What stands there is of another college, and must not be changed in the name of this one.
            self._reading.drop()
            self.waiting.forget()
            self._read = False
            self._refused = None
            self.holidays.clear()
            self.today.setText("")
            self.message.show_note(self._refusal)
            self.zone_field.show_problem("")
            self._settle()
        self._of_college.college = college
        self._load()

    def showEvent(self, event: QShowEvent) -> None:
        """Read once more what could not be read: until then the days off cannot be changed."""
        super().showEvent(event)
        if self._failed:
            self._reading.repeat()

    # -- slots -----------------------------------------------------------------------------------------------------

    @Slot(object)
    def on_loaded(self, loaded: tuple[CalendarView, list[str]]) -> None:
        """Show the calendar among the zones there are."""
        view, zones = loaded
        self._failed = False
        self._showing = True
        self.zone.clear()
        self.zone.addItem(self.tr("As this computer has it"), "")
        for name in zones:
            self.zone.addItem(name, name)
        self._showing = False
        self.on_changed(view)
        refused, self._refused = self._refused, None
        if refused is not None:
            self.on_failed(refused)

    @Slot(object)
    def on_changed(self, view: CalendarView) -> None:
        """Show the calendar as it is kept."""
        self._read = True
        self._zone = view.calendar.zone
        self._show_zone()
        self._showing = True
        for day, tick in self.weekly.items():
            tick.setChecked(day in view.calendar.weekly_off)
        self._showing = False
        self.holidays.clear()
        for one in view.calendar.holidays:
            item = QListWidgetItem(self.tr("{name}: {days}").format(name=one.name, days=one.days))
            item.setData(Qt.ItemDataRole.UserRole, one)
            self.holidays.addItem(item)
        self.zone_field.show_note(self.tr("It is {zone} now.").format(zone=view.zone) if not view.calendar.zone else "")
        self.today.setText(
            self.tr("Today is a holiday: {name}.").format(name=view.holiday_today)
            if view.holiday_today
            else self.tr("No holiday is written down yet.")
            if not view.calendar.holidays
            else self.tr("{holidays} to come.").format(holidays=count(len(view.upcoming), "holiday"))
        )
        self.on_selected()
        self._settle()

    @Slot()
    def on_zone_chosen(self) -> None:
        """Let the college live by another zone; Enter is told in several ways, and counts once."""
        typed = self.zone.currentText().strip()
        if self._showing or not self._read:
            return
        known = self.zone.findText(typed, Qt.MatchFlag.MatchFixedString)
        zone = str(self.zone.itemData(known)) if known >= 0 else typed
        if not typed or zone == self._zone:
            self._show_zone()
            return
        hub, actor = self._session.hub, self._session.actor
        self._zone = zone
        self._change(lambda college: hub.calendars.set_zone(actor, zone, college))

    @Slot()
    def on_zone_left(self) -> None:
        """Take what is typed when the keyboard goes on; while a list is open, something is still being chosen."""
        if QApplication.activePopupWidget() is None:
            self.on_zone_chosen()

    @Slot()
    def on_weekly_ticked(self) -> None:
        """Let the college be closed on other weekdays."""
        if self._showing or not self._read:
            return
        hub, actor = self._session.hub, self._session.actor
        days = [day for day, tick in self.weekly.items() if tick.isChecked()]
        self._change(lambda college: hub.calendars.set_weekly_off(actor, days, college))

    @Slot()
    def on_first_day_chosen(self) -> None:
        """Let the last day follow, where it lies before the first one."""
        if self.end.date() < self.start.date():
            self.end.setDate(self.start.date())

    @Slot()
    def on_add_asked(self) -> None:
        """Add the holiday that is typed."""
        hub, actor = self._session.hub, self._session.actor
        name = self.name.text().strip()
        if not name:
            self.name_field.show_problem(self.tr("Type the name of the holiday, such as Diwali."))
            self.name.setFocus()
            return
        self.name_field.show_problem("")
        start, end = _day(self.start), _day(self.end)
        self._of_college.call(
            lambda college: hub.calendars.add(actor, name, start, end, college), self.on_added, self.on_failed
        )

    @Slot(object)
    def on_added(self, view: CalendarView) -> None:
        """Show the new holiday and make room for the next one."""
        self.name.clear()
        self.message.show_note("")
        self.on_changed(view)

    @Slot()
    def on_remove_asked(self) -> None:
        """Remove the chosen holidays."""
        hub, actor = self._session.hub, self._session.actor
        chosen: list[Holiday] = [item.data(Qt.ItemDataRole.UserRole) for item in self.holidays.selectedItems()]
        self._change(lambda college: hub.calendars.discard(actor, chosen, college))

    @Slot()
    def on_selected(self) -> None:
        """Offer to remove what is chosen, with its number."""
        number = len(self.holidays.selectedItems())
        self.remove_button.setText(
            self.tr("Remove {holidays}").format(holidays=count(number, "holiday")) if number else self.tr("Remove")
        )
        self.remove_button.setEnabled(bool(number) and not self._refusal)

    @Slot()
    def on_import_asked(self) -> None:
        """Let a file be chosen."""
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        dialog = QFileDialog(self, self.tr("Import holidays"), folder)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("Calendars (*.ics *.csv)"), self.tr("All files (*)")])
        dialog.fileSelected.connect(self.import_file)
        dialog.open()

    @Slot(str)
    def import_file(self, file: str) -> None:
        """Add the holidays of an .ics or CSV file."""
        hub, actor = self._session.hub, self._session.actor

        def read(college: int | None) -> tuple[Imported, CalendarView]:
            done = hub.calendars.import_file(actor, _content(Path(file)), college)
            return done, hub.calendars.show(actor, college)

        self._of_college.call(read, self.on_imported, self.on_failed)

    @Slot(object)
    def on_imported(self, imported: tuple[Imported, CalendarView]) -> None:
        """Say what came of the file."""
        done, view = imported
        self.on_changed(view)
        said = self.tr("{holidays} added.").format(holidays=count(done.added, "holiday"))
        if done.known:
            said += self.tr(" {number} were there already.").format(number=f"{done.known:,}")
        if done.skipped:
            said += self.tr(" Passed over because they take less than a day: {number}.").format(
                number=f"{done.skipped:,}"
            )
        self.message.show_note(said)

    @Slot(object)
    def on_not_loaded(self, _error: HubError) -> None:
        """Read it again when somebody looks again; what was refused before is over by then."""
        self._failed, self._refused = True, None

    @Slot()
    def on_again_asked(self) -> None:
        """Take back what was said of an earlier try."""
        self._refused = None
        self.message.show_note(self._refusal)
        self.zone_field.show_problem("")

    @Slot(object)
    def on_failed(self, error: HubError) -> None:
        """Say why the calendar is as it was."""
        field = error.field if isinstance(error, ConfigurationError) else ""
        {"zone": self.zone_field, "name": self.name_field}.get(field, self.message).show_problem(error.sentence)

    # -- how it is done ----------------------------------------------------------------------------------------------

    def _load(self) -> None:
        hub, actor, college = self._session.hub, self._session.actor, self._of_college.college
        self._reading.ask(
            lambda: (hub.calendars.show(actor, college), sorted(zone_names())), self.on_loaded, self.on_not_loaded
        )

    def _change(self, change: Callable[[int | None], CalendarView]) -> None:
        self.message.show_note("")
        self.zone_field.show_problem("")
        self._of_college.call(change, self.on_changed, self.on_refused)

    @Slot(object)
    def on_refused(self, error: HubError) -> None:
        """Say why nothing was changed; a tick that was refused must not stay."""
        self._refused = error
        self.on_failed(error)
        self._load()

    def _show_zone(self) -> None:
        self._showing = True
        self.zone.setCurrentIndex(max(self.zone.findData(self._zone), 0))
        self.zone.setEditText(self.zone.itemText(self.zone.currentIndex()))
        self._showing = False

    def _settle(self) -> None:
        waits = "" if self._read else self.tr("One moment, please.")
        for tick in self.weekly.values():
            set_usable(tick, self._refusal or waits)

    def _make_controls(self) -> None:
        self.zone = ChoiceBox()
        self.zone.setEditable(True)
        self.zone.setInsertPolicy(ChoiceBox.InsertPolicy.NoInsert)
        self.zone.setMaximumWidth(SEARCH_WIDTH)
        self.zone_field = Field(self.tr("Time &zone"), self.zone)
        names = (
            self.tr("Monday"),
            self.tr("Tuesday"),
            self.tr("Wednesday"),
            self.tr("Thursday"),
            self.tr("Friday"),
            self.tr("Saturday"),
            self.tr("Sunday"),
        )
        self.weekly = {day: QCheckBox(name) for day, name in zip(WEEKDAYS, names, strict=True)}
        for tick, name in zip(self.weekly.values(), names, strict=True):
            tick.setAccessibleName(self.tr("Closed on {day}").format(day=name))
        self.today = PlainLabel("", wrap=True)
        self.holidays = QListWidget()
        self.holidays.setAccessibleName(self.tr("Holidays"))
        self.holidays.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.holidays.setFixedHeight(self.holidays.fontMetrics().lineSpacing() * (_SHOWN_ROWS + 1))
        self.start, self.end = _DateEdit(), _DateEdit()
        self.name = _NameEdit(self.start)
        self.name.setPlaceholderText(self.tr("Diwali"))
        self.name_field = Field(self.tr("New &holiday"), self.name)
        self.start_field = Field(self.tr("&First day"), self.start)
        self.end_field = Field(self.tr("&Last day"), self.end)
        self.add_button = plain_button(self.tr("Add holiday"))
        self.import_button = plain_button(self.tr("Import .ics or CSV…"))
        self.remove_button = plain_button(self.tr("Remove"))
        self.message = ProblemLabel()
        self._changing: tuple[QWidget, ...] = (
            self.zone,
            self.name,
            self.start,
            self.end,
            self.add_button,
            self.import_button,
            self.remove_button,
        )

    def _connect(self) -> None:
        self.zone.activated.connect(self.on_zone_chosen)
        line = self.zone.lineEdit()
        if line is not None:
            line.editingFinished.connect(self.on_zone_left)
        for tick in self.weekly.values():
            tick.toggled.connect(self.on_weekly_ticked)
        self.start.dateChanged.connect(self.on_first_day_chosen)
        self.name.returnPressed.connect(self.on_add_asked)
        self.add_button.clicked.connect(self.on_add_asked)
        self.import_button.clicked.connect(self.on_import_asked)
        self.remove_button.clicked.connect(self.on_remove_asked)
        self.holidays.itemSelectionChanged.connect(self.on_selected)
        self.waiting.again_asked.connect(self.on_again_asked)

    def _lay_out(self) -> None:
        weekly = QGridLayout()
        weekly.setHorizontalSpacing(SPACE_M)
        for number, tick in enumerate(self.weekly.values()):
            weekly.addWidget(tick, number // 4, number % 4)
        weekly.setColumnStretch(4, 1)
        new = QHBoxLayout()
        new.setSpacing(SPACE_S)
        for field, share in ((self.name_field, 2), (self.start_field, 1), (self.end_field, 1)):
            new.addWidget(field, share, Qt.AlignmentFlag.AlignTop)
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE_S)
        for button in (self.add_button, self.import_button, self.remove_button):
            buttons.addWidget(button)
        buttons.addStretch(1)
        self.waiting.fill(self)
        column = QVBoxLayout(self.waiting.content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_M)
        column.addWidget(self.zone_field)
        column.addWidget(PlainLabel(self.tr("Always closed on"), "muted"))
        column.addLayout(weekly)
        column.addWidget(self.today)
        column.addWidget(self.holidays)
        column.addLayout(new)
        column.addLayout(buttons)
        column.addWidget(
            PlainLabel(
                self.tr(
                    "On holidays attendance is not synced by itself, and nobody is told that it is missing. A CSV file "
                    "has a line for each holiday: date, last day (may be left out), name."
                ),
                "muted",
                wrap=True,
            )
        )
        column.addWidget(self.message)


def _day(edit: QDateEdit) -> date:
    chosen = edit.date()
    return date(chosen.year(), chosen.month(), chosen.day())


def _content(file: Path) -> bytes:
    try:
        with file.open("rb") as read:
            return read.read(MAX_CALENDAR_BYTES + 1)
    except OSError as error:
        raise ConfigurationError(f"The file cannot be read: {error.strerror or error}.", field="file") from error
