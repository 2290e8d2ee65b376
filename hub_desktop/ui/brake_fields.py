"""The fields of the safety brake in the form of an integration."""

from PySide6.QtCore import QCoreApplication

from hub_desktop.core.brakes import Brakes
from hub_desktop.ui.setting_fields import SettingField, number_setting


def brake_settings() -> list[SettingField]:
    """Return the fields of how much a sync may remove or change before it is held."""
    usual = Brakes()
    return [
        number_setting(
            _tr("Removed, in a hundred"),
            "brakes.removedPercent",
            placeholder=str(usual.removed_percent),
            note=_tr("More than this share of the known records gone, and…"),
        ),
        number_setting(
            _tr("Removed, at least"),
            "brakes.removedAtLeast",
            placeholder=str(usual.removed_at_least),
            note=_tr("…at least so many records; a handful is removed without asking."),
        ),
        number_setting(
            _tr("Changed, in a hundred"),
            "brakes.changedPercent",
            placeholder=str(usual.changed_percent),
            note=_tr("More than this share changed; 100 never asks."),
        ),
    ]


def _tr(text: str) -> str:
    return QCoreApplication.translate("brakes", text)
