"""What a person says of an attendance device: its name, where its punches go, the zone of its clock, how far back."""

import zoneinfo
from collections.abc import Mapping, Sequence

from msgspec import Struct
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QCompleter, QLineEdit

from hub_desktop.core.actor import Actor
from hub_desktop.hub.devices import LOOK_BACK_DAYS
from hub_desktop.hub.hub import Hub
from hub_desktop.ui.form_fields import Field
from hub_desktop.ui.style.choice_box import ChoiceBox


class DeviceChoices(Struct, frozen=True):
    """What can be chosen for a device."""

    integrations: Mapping[int, str]
    """Those that devices feed, by number."""
    zones: Sequence[str]
    colleges: Mapping[int, str]
    """Those that this person may see, by number."""


def read_choices(hub: Hub, actor: Actor) -> DeviceChoices:
    """Read what can be chosen for a device; not on the GUI thread."""
    fed = {view.integration_id: view.name for view in hub.overview.all(actor) if view.config.fed_by_devices}
    # Names without a city are of no use to people.
    zones = sorted(zone for zone in zoneinfo.available_timezones() if "/" in zone)
    return DeviceChoices(fed, zones, hub.accounts.colleges(actor))


class DeviceFields(QObject):
    """The fields, by the names under which the hub speaks of them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.name, self.look_back = QLineEdit(), QLineEdit()
        self.integration, self.zone = ChoiceBox(), ChoiceBox()
        self.name.setPlaceholderText(self.tr("Main gate"))
        self.look_back.setPlaceholderText(str(LOOK_BACK_DAYS))
        self.zone.setEditable(True)
        self.zone.setInsertPolicy(ChoiceBox.InsertPolicy.NoInsert)
        self._this_computer = self.tr("That of this computer")
        self.zone.addItem(self._this_computer)
        self.fields = {
            "integration": Field(self.tr("&Integration"), self.integration),
            "name": Field(self.tr("&Name"), self.name),
            "zone": Field(self.tr("&Time zone of its clock"), self.zone),
            "lookBackDays": Field(
                self.tr("&Days to look back"),
                self.look_back,
                note=self.tr("Punches from before the day it is allowed are taken this far back."),
            ),
        }

    def show_choices(self, choices: DeviceChoices) -> None:
        """Offer integrations and zones."""
        for number, name in choices.integrations.items():
            self.integration.addItem(name, number)
        typed = self.zone.currentText()
        self.zone.addItems(list(choices.zones))
        self.zone.setCurrentText(typed)
        completer = QCompleter(self.zone.model(), self.zone)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.zone.setCompleter(completer)

    def show_zone(self, zone: str) -> None:
        """Show the zone of a clock; empty: that of this computer."""
        self.zone.setCurrentText(zone or self._this_computer)

    def written_zone(self) -> str:
        """Return the zone as the hub takes it."""
        typed = self.zone.currentText().strip()
        return "" if typed == self._this_computer else typed

    def days(self) -> int | None:
        """Return the days to look back, None where nothing is typed; raise ValueError with a sentence."""
        typed = self.look_back.text().strip().replace(",", "")
        if not typed:
            return None
        if not (typed.isascii() and typed.isdecimal() and len(typed) < 10):
            raise ValueError(self.tr("Type a number of days, such as 30."))
        return int(typed)

    def show_problem(self, name: str, sentence: str) -> bool:
        """Show what is wrong under the field of this name; return whether there is such a field."""
        field = self.fields.get(name)
        if field is None:
            return False
        field.show_problem(sentence)
        field.control.setFocus()
        return True

    def clear_problems(self) -> None:
        """Take away what was said of the fields."""
        for field in self.fields.values():
            field.show_problem("")
