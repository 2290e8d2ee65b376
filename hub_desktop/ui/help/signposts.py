"""Which topic of the help fits what is seen: the one place where errors, checks and screens lead to one."""

from hub_desktop.core.errors import ErrorKind, HubError, Problem, Remedy, Trouble
from hub_desktop.core.status import Light, Status
from hub_desktop.ui.help.topics import Topic
from hub_desktop.ui.navigation import Page, Section, section_title
from hub_desktop.upstream.report import Check

TROUBLE_TOPICS: dict[Trouble, Topic] = {
    Trouble.ADDRESS: Topic.ADDRESS,
    Trouble.LOOK_UP: Topic.LOOK_UP,
    Trouble.CONNECTION: Topic.CONNECTION,
    Trouble.CERTIFICATE: Topic.CERTIFICATE,
    Trouble.SIGN_IN: Topic.SIGN_IN,
    Trouble.PERMISSION: Topic.PERMISSION,
    Trouble.BUSY: Topic.BUSY,
    Trouble.FORMAT: Topic.FORMAT,
    Trouble.FOLDER: Topic.FILES,
}

REMEDY_TOPICS: dict[Remedy, Topic] = {
    Remedy.RETRY: Topic.SYNC_FAILED,
    Remedy.SIGN_IN_AGAIN: Topic.SIGN_IN,
    Remedy.EDIT: Topic.SYNC_FAILED,
    Remedy.SHOW_LOG: Topic.SYNC_FAILED,
    Remedy.SHOW_QUARANTINE: Topic.REFUSED,
    Remedy.REVIEW_HOLD: Topic.HOLD,
    Remedy.REVIEW_DRIFT: Topic.DRIFT,
    Remedy.SHOW_WEBHOOK: Topic.WEBHOOK,
    Remedy.SHOW_DEVICES: Topic.DEVICES,
    Remedy.ENABLE: Topic.LIGHTS,
    Remedy.WAIT: Topic.SYNC_FAILED,
    Remedy.NONE: Topic.SUPPORT,
}

KIND_TOPICS: dict[ErrorKind, Topic] = {
    ErrorKind.CONFIGURATION: Topic.SUPPORT,
    ErrorKind.SIGN_IN: Topic.SIGN_IN,
    ErrorKind.TRANSIENT: Topic.SYNC_FAILED,
    ErrorKind.RECORD: Topic.REFUSED,
    ErrorKind.HELD: Topic.HOLD,
    ErrorKind.NOT_ALLOWED: Topic.ACCOUNTS,
    ErrorKind.NOT_FOUND: Topic.SUPPORT,
    ErrorKind.CANCELLED: Topic.SYNC_FAILED,
    ErrorKind.BUG: Topic.SUPPORT,
}
"""For an error that names no remedy."""

CHECK_TOPICS: dict[str, Topic] = {
    "Address": Topic.ADDRESS,
    "Proxy": Topic.CONNECTION,
    "Name look-up": Topic.LOOK_UP,
    "Connection": Topic.CONNECTION,
    "Certificate": Topic.CERTIFICATE,
    "Answer time": Topic.BUSY,
    "Clock": Topic.SIGN_IN,
    "Sign-in": Topic.SIGN_IN,
    "Permission": Topic.PERMISSION,
    "System": Topic.CONNECTING,
    "Endpoints": Topic.CONNECTING,
    "Folder": Topic.FILES,
    "Device push": Topic.DEVICES,
    "Devices": Topic.DEVICES,
}
"""By the name of a step that is not about an endpoint."""

PAGE_TOPICS: dict[Page, Topic] = {
    Page.HOME: Topic.LIGHTS,
    Page.INTEGRATIONS: Topic.LIGHTS,
    Page.DATA: Topic.DATA,
    Page.ACTIVITY: Topic.SYNC_FAILED,
    Page.REPORTS: Topic.DATA,
    Page.SETTINGS: Topic.SUPPORT,
}

SECTION_TOPICS: dict[Section, Topic] = {
    Section.COLLEGE: Topic.GETTING_STARTED,
    Section.CALENDAR: Topic.SCHEDULES,
    Section.SOURCES: Topic.DATA,
    Section.PRIVACY: Topic.PRIVACY,
    Section.ACCOUNTS: Topic.ACCOUNTS,
    Section.TOKENS: Topic.ACCOUNTS,
    Section.APPEARANCE: Topic.GETTING_STARTED,
    Section.AUTOSTART: Topic.SCHEDULES,
    Section.NOTIFICATIONS: Topic.LIGHTS,
    Section.FILES: Topic.PRIVACY,
    Section.NETWORK: Topic.CONNECTION,
    Section.LISTENER: Topic.WEBHOOK,
    Section.DEVICES: Topic.DEVICES,
    Section.AUDIT: Topic.ACCOUNTS,
    Section.ABOUT: Topic.SUPPORT,
}

DIALOG_TOPICS: dict[str, Topic] = {
    "AddDialog": Topic.CONNECTING,
    "SetUpDialog": Topic.GETTING_STARTED,
    "IntegrationForm": Topic.CONNECTING,
    "EndpointDetails": Topic.FORMAT,
    "MappingDialog": Topic.FORMAT,
    "TestReportDialog": Topic.TEST_FAILED,
    "PreviewDialog": Topic.SYNC_FAILED,
    "HoldReview": Topic.HOLD,
    "DriftDialog": Topic.DRIFT,
    "WebhookDialog": Topic.WEBHOOK,
    "UpstreamSignInDialog": Topic.SIGN_IN,
    "UndoDialog": Topic.SYNC_FAILED,
    "CorrectionDialog": Topic.DATA,
    "ExportDialog": Topic.DATA,
    "DeviceDialog": Topic.DEVICES,
    "AllowDeviceDialog": Topic.DEVICES,
    "AddAccountDialog": Topic.ACCOUNTS,
    "AddTokenDialog": Topic.ACCOUNTS,
    "NewPasswordDialog": Topic.ACCOUNTS,
    "RestoreDialog": Topic.PRIVACY,
    "ImportSummary": Topic.CONNECTING,
    "JsonDialog": Topic.CONNECTING,
}
"""By the class of a dialog; one that is not here helps with what is behind it."""

PART_TOPICS: dict[str, Topic] = {
    "overview": Topic.LIGHTS,
    "endpoints": Topic.FORMAT,
    "activity": Topic.SYNC_FAILED,
    "webhook": Topic.WEBHOOK,
    "settings": Topic.CONNECTING,
}
"""By the part of an integration's page that is shown."""


def topic_of_error(error: HubError | Problem) -> Topic:
    """Return the topic about an error: by where it lies, else by its remedy, else by its kind."""
    if error.trouble is not None:
        return TROUBLE_TOPICS[error.trouble]
    if error.remedy is Remedy.NONE or error.kind is ErrorKind.BUG:
        return KIND_TOPICS[error.kind]
    return REMEDY_TOPICS[error.remedy]


def topic_of_status(status: Status) -> Topic | None:
    """Return the topic about what a light says; None for one that needs nobody and has nothing to explain."""
    if status.light in {Light.ACTIVE, Light.SYNCING}:
        return None
    if status.trouble is not None:
        return TROUBLE_TOPICS[status.trouble]
    if status.light in {Light.INACTIVE, Light.NEVER_RUN}:
        return None
    return REMEDY_TOPICS[status.remedy]


def topic_of_section(title: str) -> Topic:
    """Return the topic about a section of the settings, given as the window calls it."""
    return next((t for section, t in SECTION_TOPICS.items() if section_title(section) == title), Topic.SUPPORT)


def topic_of_check(check: Check) -> Topic:
    """Return the topic about a step of the connection test."""
    if check.trouble is not None:
        return TROUBLE_TOPICS[check.trouble]
    if check.endpoint:
        # It was reached and could be read; what is left is what came.
        return Topic.FORMAT
    # A finding about a system of the catalog bears the name of that system.
    return CHECK_TOPICS.get(check.name, Topic.CONNECTING)
