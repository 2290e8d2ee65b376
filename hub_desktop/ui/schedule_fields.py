"""The fields of a schedule, in the form of an integration and in the details of an endpoint."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from hub_desktop.core.attendance_rules import WEEKDAYS
from hub_desktop.ui.schedule_values import (
    USUAL_QUIET_HOURS,
    USUAL_TIMES,
    is_list,
    parse_quiet_hours,
    parse_times,
    quiet_line,
    times_line,
)
from hub_desktop.ui.setting_fields import SettingField, choice_setting
from hub_desktop.ui.setting_values import ABSENT
from hub_desktop.ui.spoken import spoken
from hub_desktop.ui.style.choice_box import ChoiceBox
from hub_desktop.ui.style.tokens import SPACE_S, SPACE_XS

_AS_INTEGRATION, _NOTHING, _CHOSEN = "as-integration", "nothing", "chosen"
_WEEK, _SIX = list(WEEKDAYS[:5]), list(WEEKDAYS[:6])


class _Chosen(QWidget):
    """A list of ways, of which the last opens what is typed or ticked below it.

    Signals:
        changed(): a person chose or typed something.
    """

    changed = Signal()

    def __init__(self, label: str, ways: Mapping[str, str], below: QWidget) -> None:
        super().__init__()
        self.choice, self.below = ChoiceBox(), below
        for value, said in ways.items():
            self.choice.addItem(said, value)
        self.choice.setAccessibleName(label)
        self.setFocusProxy(self.choice)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE_XS)
        layout.addWidget(self.choice)
        layout.addWidget(below)
        self.choice.currentIndexChanged.connect(self.on_chosen)
        below.setVisible(False)

    def way(self) -> str:
        """Return the chosen way."""
        return str(self.choice.currentData())

    def choose(self, way: str) -> None:
        """Choose a way."""
        self.choice.setCurrentIndex(max(self.choice.findData(way), 0))

    @Slot()
    def on_chosen(self) -> None:
        """Open what belongs to the way."""
        self.below.setVisible(self.way() == _CHOSEN)
        self.changed.emit()


class _Days(QWidget):
    """The weekdays to tick.

    Signals:
        changed(): a day was ticked or not any more.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        names = (
            self.tr("Monday"),
            self.tr("Tuesday"),
            self.tr("Wednesday"),
            self.tr("Thursday"),
            self.tr("Friday"),
            self.tr("Saturday"),
            self.tr("Sunday"),
        )
        self.ticks = {day: QCheckBox(name[:3]) for day, name in zip(WEEKDAYS, names, strict=True)}
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(SPACE_S)
        for (_, tick), name in zip(self.ticks.items(), names, strict=True):
            tick.setAccessibleName(name)
            tick.setToolTip(name)
            tick.toggled.connect(self.changed)
            line.addWidget(tick)
        line.addStretch(1)

    def days(self) -> list[str]:
        """Return the days that are ticked."""
        return [day for day, tick in self.ticks.items() if tick.isChecked()]

    def show_days(self, days: Sequence[str]) -> None:
        """Tick these days."""
        for day, tick in self.ticks.items():
            tick.setChecked(day in days)


def schedule_settings(*, of_endpoint: bool) -> list[SettingField]:
    """Return the fields of a schedule; at an endpoint each may be as the integration has it."""
    kinds = {
        "": _tr("As the integration has it") if of_endpoint else _tr("Attendance rests, other data goes on"),
        True: _tr("Rests on holidays"),
        False: _tr("Goes on on holidays"),
    }
    holidays = choice_setting(
        _tr("Holidays of the college"),
        "schedule.notOnHolidays",
        kinds,
        "",
        note=_tr("The calendar stands in Settings. Syncs that a person starts always begin."),
    )
    return [_times(of_endpoint), _days(of_endpoint), _quiet_hours(of_endpoint), holidays]


def _times(of_endpoint: bool) -> SettingField:
    label, line = _tr("Sync by itself"), QLineEdit(USUAL_TIMES)
    line.setAccessibleName(_tr("Times of the day"))
    ways = {
        _NOTHING: _tr("By its interval") if of_endpoint else _tr("By the interval of each kind of data"),
        _CHOSEN: _tr("At times of the day"),
    }
    control = _Chosen(label, _ways(ways, of_endpoint), line)

    def show(value: Any) -> None:
        if is_list(value):
            line.setText(times_line(value))
        _show_way(control, value, of_endpoint)

    return _field(
        label,
        control,
        "schedule.times",
        read=lambda: _read(control, of_endpoint, lambda: parse_times(line.text())),
        show=show,
        edited=line.textChanged,
        note=_tr("By the clock of the college, such as {times}.").format(times=USUAL_TIMES),
    )


def _days(of_endpoint: bool) -> SettingField:
    label, ticks = _tr("Days"), _Days()
    ticks.show_days(_WEEK)
    ways = {
        _NOTHING: _tr("Every day"),
        "week": _tr("Monday to Friday"),
        "six": _tr("Monday to Saturday"),
        _CHOSEN: _tr("Chosen days"),
    }
    control = _Chosen(label, _ways(ways, of_endpoint), ticks)
    presets = {"week": _WEEK, "six": _SIX}

    def chosen() -> list[str]:
        if not ticks.days():
            raise ValueError(_tr("Tick at least one day."))
        return ticks.days()

    def read() -> Any:
        preset = presets.get(control.way())
        return list(preset) if preset is not None else _read(control, of_endpoint, chosen)

    def show(value: Any) -> None:
        way = next((way for way, days in presets.items() if value == days), None)
        if way is not None:
            control.choose(way)
            return
        if is_list(value):
            ticks.show_days([str(one) for one in value])
        _show_way(control, value, of_endpoint)

    return _field(
        label,
        control,
        "schedule.days",
        read=read,
        show=show,
        edited=ticks.changed,
        note=_tr("On which a sync begins."),
    )


def _quiet_hours(of_endpoint: bool) -> SettingField:
    label, line = _tr("Quiet hours"), QLineEdit(spoken(USUAL_QUIET_HOURS))
    line.setAccessibleName(_tr("From when to when nothing begins"))
    ways = {_NOTHING: _tr("None"), _CHOSEN: _tr("Nothing begins from … to …")}
    control = _Chosen(label, _ways(ways, of_endpoint), line)

    def show(value: Any) -> None:
        if is_list(value):
            line.setText(quiet_line(value))
        _show_way(control, value, of_endpoint)

    return _field(
        label,
        control,
        "schedule.quietHours",
        read=lambda: _read(control, of_endpoint, lambda: parse_quiet_hours(line.text())),
        show=show,
        edited=line.textChanged,
        note=_tr("Several with a semicolon between: 22:00 to 06:00; Saturday 13:00 to 00:00."),
    )


def _ways(ways: Mapping[str, str], of_endpoint: bool) -> dict[str, str]:
    first = {_AS_INTEGRATION: _tr("As the integration has it")} if of_endpoint else {}
    return first | dict(ways)


def _read(control: _Chosen, of_endpoint: bool, chosen: Callable[[], Any]) -> Any:
    match control.way():
        case "chosen":
            return chosen()
        case "nothing" if of_endpoint:
            return []
        case _:
            return ABSENT


def _show_way(control: _Chosen, value: Any, of_endpoint: bool) -> None:
    if is_list(value) or isinstance(value, str):
        control.choose(_CHOSEN)
    else:
        control.choose(_AS_INTEGRATION if of_endpoint and (value is ABSENT or value is None) else _NOTHING)


def _field(
    label: str,
    control: _Chosen,
    path: str,
    *,
    read: Callable[[], Any],
    show: Callable[[Any], None],
    edited: Any,
    note: str = "",
) -> SettingField:
    field = SettingField(label, control, path, read=read, show=show, note=note)
    control.changed.connect(field.on_typed)
    edited.connect(field.on_typed)
    return field


def _tr(text: str) -> str:
    return QCoreApplication.translate("schedule", text)
