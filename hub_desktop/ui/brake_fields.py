"""The fields of the safety brake in the form of an integration."""

from PySide6.QtCore import QObject

from hub_desktop.core.brakes import Brakes
from hub_desktop.ui.setting_fields import SettingField, number_setting


def brake_settings(form: QObject) -> list[SettingField]:
    """Return the fields of how much a sync may remove or change before it is held."""
    usual = Brakes()
    return [
        number_setting(
            form.tr("Removed, in a hundred"),
            "brakes.removedPercent",
            placeholder=str(usual.removed_percent),
            note=form.tr("More than this share of the known records gone, and…"),
        ),
        number_setting(
            form.tr("Removed, at least"),
            "brakes.removedAtLeast",
            placeholder=str(usual.removed_at_least),
            note=form.tr("…at least so many records; a handful is removed without asking."),
        ),
        number_setting(
            form.tr("Changed, in a hundred"),
            "brakes.changedPercent",
            placeholder=str(usual.changed_percent),
            note=form.tr("More than this share changed; 100 never asks."),
        ),
    ]
