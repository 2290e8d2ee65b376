"""The names of buttons and screens that the help speaks of, taken from the window itself in its language."""

import re

from PySide6.QtCore import QCoreApplication

NAMES: dict[str, tuple[str, str]] = {
    # Screens
    "home": ("navigation", "Home"),
    "integrations": ("navigation", "Integrations"),
    "data": ("navigation", "Data"),
    "activity": ("navigation", "Activity"),
    "reports": ("navigation", "Reports"),
    # Sections of the settings
    "calendar": ("navigation", "Calendar"),
    "sources": ("navigation", "Sources"),
    "privacy": ("navigation", "Privacy"),
    "accounts": ("navigation", "Accounts"),
    "audit": ("navigation", "Audit"),
    "start": ("navigation", "Start at login"),
    "files": ("navigation", "Files"),
    "network": ("navigation", "Network"),
    "notifications": ("navigation", "Notifications"),
    "listener": ("navigation", "Listener"),
    "devices": ("navigation", "Attendance devices"),
    # The help itself
    "what_can_i_do": ("HelpButton", "What can I do?"),
    "copy_details": ("HelpWindow", "&Copy details for IT"),
    # Ways in
    "connect": ("FirstStart", "&Connect a system"),
    "sample": ("FirstStart", "&Try the sample college"),
    "import": ("FirstStart", "I&mport a configuration…"),
    "add": ("IntegrationsPage", "&Add integration"),
    "catalog": ("ChoicePage", "Choose your system"),
    "fill": ("ChoicePage", "&Fill in the form"),
    "paste": ("ChoicePage", "&Paste a command…"),
    "folder": ("ChoicePage", "Choose a fol&der…"),
    "file": ("ChoicePage", "Choose a f&ile…"),
    # A card, and the page of an integration
    "sync": ("StatusControls", "Sync"),
    "test": ("StatusControls", "Test"),
    "edit": ("IntegrationCard", "Edit"),
    "more": ("IntegrationCard", "More ▾"),
    "preview": ("IntegrationCard", "&Preview the next sync…"),
    "part_endpoints": ("IntegrationPage", "Endpoints and mapping"),
    "part_activity": ("IntegrationPage", "Activity"),
    "part_webhook": ("IntegrationPage", "Webhook"),
    "part_settings": ("IntegrationPage", "Settings"),
    "mapping": ("IntegrationEndpoints", "Open the &mapping…"),
    "export_file": ("IntegrationSettings", "Export to a file…"),
    # The form of an integration
    "address": ("IntegrationForm", "Add&ress (base URL), or a folder of files"),
    "test_connection": ("ConnectionTest", "&Test connection"),
    "schedule": ("IntegrationForm", "Schedule"),
    "brake": ("IntegrationForm", "Safety brake"),
    "requests": ("IntegrationForm", "Most requests a minute"),
    "path": ("EndpointRows", "Path below the address"),
    "records_at": ("EndpointSettings", "Records are at"),
    # The test
    "copy_it": ("TestReportDialog", "&Copy for IT"),
    "save_vendor": ("TestReportDialog", "&Save for the vendor…"),
    "test_again": ("TestReportDialog", "Test &again"),
    # What the lights offer
    "sign_in_again": ("remedies", "Sign in again"),
    "review_hold": ("remedies", "Review what is held"),
    "see_changed": ("remedies", "See what changed"),
    "switch_on": ("remedies", "Switch on"),
    "sync_now": ("remedies", "Sync now"),
    # Runs, refused records, decisions
    "run_log": ("RunPanel", "Show its &log"),
    "run_details": ("RunPanel", "&Copy details"),
    "undo_run": ("RunUndo", "&Undo this run…"),
    "refused": ("DataPage", "Refused"),
    "refused_mapping": ("QuarantinePanel", "Open the &mapping"),
    "refused_copy": ("QuarantinePanel", "&Copy for IT"),
    "decide_later": ("HoldPanel", "Decide &later"),
    "drift_mapping": ("DriftDialog", "Open the &mapping"),
    "drift_right": ("DriftDialog", "&Accept the change"),
    # Webhooks and devices
    "webhook_test": ("WebhookTest", "&Test"),
    "webhook_came": ("WebhookPanel", "What came"),
    "where_to": ("WebhookPanel", "Where deliveries go"),
    "deliveries": ("WebhookPanel", "Deliveries"),
    "replay": ("DeliveryPanel", "&Replay"),
    "listener_on": ("ListenerPanel", "Let other programs and devices reach Hub Desktop"),
    "listener_who": ("ListenerPanel", "Who can reach it"),
    "push_on": ("DevicePushForm", "Let attendance devices push their punches here"),
    "allow": ("DevicesPanel", "Allow…"),
    "allow_serial": ("DevicesPanel", "Allow by serial number…"),
    "device_details": ("DevicesPanel", "Device details…"),
    "device_clock": ("DeviceFields", "&Time zone of its clock"),
    "put_aside": ("DeviceModel", "Put aside"),
    # Data, reports, privacy, accounts
    "conflicts": ("DataPage", "Conflicts"),
    "export": ("DataPage", "&Export…"),
    "add_filter": ("FilterBar", "&Add filter"),
    "correct": ("LineagePanel", "&Correct…"),
    "take_back": ("LineagePanel", "&Take back"),
    "as_table": ("ReportCard", "Show as table"),
    "backup_now": ("BackupPanel", "Back up no&w…"),
    "nightly_backups": ("NightlyPanel", "Nightly backups"),
    "restore": ("BackupPanel", "Restore a &backup…"),
    "proxy": ("NetworkPanel", "Proxy on the way to your systems"),
    "proxy_user": ("NetworkPanel", "User name at the proxy"),
    "authorities": ("NetworkPanel", "Certificates that are trusted too"),
    "test_way": ("NetworkPanel", "Test the way"),
    "recovery_key": ("FilesPanel", "Save &recovery key…"),
    "set_rule": ("RetentionForm", "Set r&ule…"),
    "person_find": ("PersonForm", "&Find"),
    "person_save": ("PersonForm", "Save what is &kept…"),
    "person_erase": ("PersonForm", "Er&ase…"),
    "person_never": ("PersonForm", "Do not store this person a&gain"),
    "add_account": ("AccountPanel", "Add &account…"),
}
"""By which name the help calls a word of the window; context and text as the window has them translated."""

_MNEMONIC = re.compile(r" ?\(&\w\)")


class _Names(dict[str, str]):
    def __missing__(self, name: str) -> str:
        # What is no name of the window is filled in by whoever wrote the text.
        return window_word(name) if name in NAMES else f"{{{name}}}"


def window_word(name: str) -> str:
    """Return what the window calls something, without what is only for its button."""
    word = QCoreApplication.translate(*NAMES[name])
    # In a script without capitals the letter of a mnemonic stands behind the words.
    return _MNEMONIC.sub("", word).replace("&", "").removesuffix("▾").strip().removesuffix("…")


def named(text: str) -> str:
    """Return a text with the names of the window in it; other placeholders stay."""
    return text.format_map(_Names())
