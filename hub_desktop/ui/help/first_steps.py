"""The first steps: getting in, reading the lights, connecting, what a vendor is asked for, and when data is synced."""

import json

from PySide6.QtCore import QCoreApplication

from hub_desktop.core.datatypes import DATA_TYPES
from hub_desktop.core.errors import Remedy
from hub_desktop.core.schedule_rules import MINIMUM_INTERVAL
from hub_desktop.core.schedule_words import interval_text
from hub_desktop.core.status import WORDS, Light, Status
from hub_desktop.ui.help.article import Article, LightLines, Listed, Pairs, Place, Said, Sample
from hub_desktop.ui.help.names import named, window_word
from hub_desktop.ui.help.topics import Topic
from hub_desktop.ui.remedies import offer
from hub_desktop.ui.spoken import spoken

EXAMPLE_ANSWER = {
    "success": True,
    "data": [
        {
            "studentId": "CS2101",
            "name": "John Doe",
            "attendance": "present",
            "date": "2024-01-15",
            "subject": "Data Structures",
        }
    ],
    "pagination": {"page": 1, "limit": 100, "total": 250},
}
"""An answer that is read without a word about where its records are or what its fields mean."""


def articles() -> list[Article]:
    """Return the topics, in their order."""
    return [_getting_started(), _lights(), _connecting(), _vendor(), _schedules()]


def _getting_started() -> Article:
    return Article(
        Topic.GETTING_STARTED,
        _tr("Getting started"),
        _tr(
            "Hub Desktop keeps one checked copy of the records in your college's systems, and always tells you "
            "whether those systems work."
        ),
        (
            Listed(
                _tr("Three ways in"),
                (
                    _tr(
                        "“{connect}”: you need the address of your ERP, LMS or attendance machine, and a key or "
                        "password from your IT team. It takes about five minutes."
                    ),
                    _tr(
                        "“{sample}”: a made-up college to look around in. Nothing in it is real, and nothing can be "
                        "broken."
                    ),
                    _tr(
                        "“{import}”: your IT team may have sent you a file that ends in .json. What it holds arrives "
                        "switched off, until you have looked at it."
                    ),
                ),
            ),
            Said(
                _tr(
                    "They stand under “{home}” until a system is connected. After that, “{add}” under “{integrations}” "
                    "leads to the first and the last of them."
                )
            ),
            Listed(
                _tr("From nothing to a system that works by itself"),
                (
                    _tr("Ask the people who run the system for its address, and for a key that may read its records."),
                    _tr("Choose “{add}”, pick your system from the list, and fill in what it asks for."),
                    _tr("Choose “{test_connection}”. Each step is ticked; one that fails says what to do."),
                    _tr("If a required field is still without a source, open the field mapping and choose one."),
                    _tr("Save it, and keep the recommended interval or choose another."),
                    _tr("Look at the dry run. It shows what would come in, and writes nothing."),
                    _tr("Switch it on. Look at “{home}” after the first few syncs."),
                    _tr("If the system can send its news by itself, set up its webhook too."),
                    _tr(
                        "Keep what you set up on file: “{export_file}”, on its page under “{part_settings}”, writes "
                        "all but the keys and passwords."
                    ),
                ),
                numbered=True,
            ),
            Said(
                _tr(
                    "You are led through this from the test on, and can go on later: the checklist is under “{more}” "
                    "on the card. “{preview}”, there too, shows at any time what a sync would bring."
                )
            ),
        ),
        places=(Place.HOME, Place.ADD),
        see=(Topic.CONNECTING, Topic.LIGHTS),
        known_as=_tr("begin start first setup set-up checklist welcome sample demo"),
    )


def _lights() -> Article:
    meanings = {
        Light.ACTIVE: (_tr("It works."), _tr("Nothing has to be done.")),
        Light.SYNCING: (
            _tr("Records are coming in now."),
            _tr("You can go on working, or cancel; what came until then stays."),
        ),
        Light.ATTENTION: (
            _tr("It works, but something waits for you: a decision, refused records, or a device."),
            _tr("Read the sentence beside it, and choose the button under it."),
        ),
        Light.ERROR: (
            _tr("The last sync failed, and it will not pass by itself."),
            _tr("Read the sentence beside it, and choose the button under it. The data from before stays."),
        ),
        Light.WAITING: (
            _tr("The last sync failed for a reason that usually passes by itself."),
            _tr("Nothing for now. It is tried again at the time that is shown; “{sync}” tries at once."),
        ),
        Light.INACTIVE: (
            _tr("It is switched off. Its records stay, and nothing new comes in."),
            _tr("Choose “{switch_on}” when it is to sync again."),
        ),
        Light.NEVER_RUN: (
            _tr("It was set up, but has not brought anything yet."),
            _tr("Choose “{sync}” to bring the first records."),
        ),
    }
    buttons = {
        Remedy.SIGN_IN_AGAIN: _tr("The system refused the key or password. It is not asked again until you enter one."),
        Remedy.EDIT: _tr("Something in the settings has to change: an address, a path, a field."),
        Remedy.REVIEW_HOLD: _tr("A sync would have removed or changed unusually much, and waits for your decision."),
        Remedy.REVIEW_DRIFT: _tr("The system sends other fields than before."),
        Remedy.SHOW_QUARANTINE: _tr("Some records could not be taken in; or something failed, and the log says what."),
        Remedy.SHOW_WEBHOOK: _tr("Deliveries came with a signature that is not right."),
        Remedy.SHOW_DEVICES: _tr("A device is silent, unknown, or sends rows that cannot be right."),
        Remedy.ENABLE: _tr("It is switched off."),
    }
    return Article(
        Topic.LIGHTS,
        _tr("What the lights mean"),
        _tr(
            "Every system has one light, the same everywhere: on “{home}”, on its card, on its page and in the tray. "
            "The tray shows the one that matters most."
        ),
        (
            LightLines(tuple((light, spoken(WORDS[light]), *meanings[light]) for light in Light)),
            Pairs(
                _tr("The button beside the light"),
                tuple((_button(remedy), said) for remedy, said in buttons.items()),
            ),
            Said(
                _tr(
                    "“{sync_now}” and “{sync}” try at once. “{what_can_i_do}” beside a light opens the page of this "
                    "help that fits. What you are told while the window is closed is chosen under “{notifications}” in "
                    "the settings."
                )
            ),
        ),
        places=(Place.INTEGRATIONS, Place.HOME),
        see=(Topic.SYNC_FAILED, Topic.HOLD, Topic.REFUSED),
        known_as=_tr("status colour red green yellow orange blue error inactive tray icon"),
    )


def _connecting() -> Article:
    return Article(
        Topic.CONNECTING,
        _tr("Connecting a system"),
        _tr("A system is connected by its address, a sign-in, and the list of what is to be read from it."),
        (
            Listed(
                _tr("What you need"),
                (
                    _tr(
                        "The address of its API. It mostly begins with https://, and is not the page where people sign "
                        "in."
                    ),
                    _tr("A key, a token, or a user name and password that may read the records."),
                    _tr("For a system that is not in the list: the path of each kind of data, such as /students."),
                ),
            ),
            Pairs(
                _tr("Ways to add it"),
                (
                    (
                        window_word("catalog"),
                        _tr("For a system of the list: all but its address and key is filled in."),
                    ),
                    (window_word("fill"), _tr("For any other system with a REST API.")),
                    (window_word("paste"), _tr("For IT staff: a command from the browser, Postman or the vendor.")),
                    (window_word("folder"), _tr("For CSV, Excel or JSON files that a system or an office puts there.")),
                    (window_word("file"), _tr("For a configuration from your IT team.")),
                ),
            ),
            Listed(
                _tr("Then"),
                (
                    _tr("Choose “{test_connection}” before you save. It tries every step and reads the first records."),
                    _tr("Where the test offers a change, its button makes it for you."),
                    _tr("Keys and passwords go into the password store of this computer. They are never shown again."),
                ),
            ),
        ),
        places=(Place.ADD, Place.INTEGRATIONS),
        see=(Topic.VENDOR, Topic.TEST_FAILED, Topic.SCHEDULES),
        known_as=_tr("add new integration catalog template API key token password base URL endpoint cURL Postman"),
    )


def _vendor() -> Article:
    wishes = (
        _tr("The address of the API, and a key or account that may read the records but not change them."),
        _tr("Plain addresses that answer in JSON over https, by the usual rules of REST."),
        _tr("Long lists in pages, with the number of all records."),
        _tr("In every record the time of its last change, and a way to ask only for what changed since then."),
        _tr("Filters by date and by department."),
        _tr("Error messages that say in words what is wrong."),
        _tr("Documentation of every address, with an example of its answer."),
        _tr("How many requests a minute are allowed."),
        _tr("Whether changes can be sent by themselves (a webhook), signed with a secret."),
    )
    letter = "\n".join(
        (
            _tr("Dear colleagues,"),
            "",
            _tr("our college reads its records into Hub Desktop. For the connection to your system, please send us:"),
            "",
            *(f"- {wish}" for wish in wishes),
            "",
            _tr("An answer of the following form is read without further settings:"),
            "",
            example_text(),
        )
    )
    return Article(
        Topic.VENDOR,
        _tr("What to ask the vendor for"),
        _tr("Send this list to the people who make or run the other system. The more of it they have, the better."),
        (
            Listed(_tr("Please ask for"), wishes),
            Sample(_tr("An answer that is read as it is"), example_text(), _tr("Copy the example"), fixed=True),
            Sample(_tr("The whole as a message"), letter, _tr("Copy the message")),
        ),
        places=(Place.ADD,),
        see=(Topic.CONNECTING, Topic.FORMAT, Topic.WEBHOOK),
        known_as=_tr("developer API REST pagination incremental timestamp documentation example response letter"),
    )


def _schedules() -> Article:
    return Article(
        Topic.SCHEDULES,
        _tr("When data is synced"),
        _tr("Each kind of data has an interval of its own. The recommended one is chosen already."),
        (
            Pairs(
                _tr("Recommended intervals"),
                tuple(
                    (spoken(kind.label), spoken(interval_text(kind.recommended_interval)))
                    for kind in DATA_TYPES.values()
                ),
            ),
            Said(
                _tr(
                    "Attendance changes all through the day, marks less often; timetable, students and faculty hardly "
                    "ever. The shortest interval is {minutes} minutes."
                ).format(minutes=MINIMUM_INTERVAL)
            ),
            Listed(
                _tr("Good to know"),
                (
                    _tr("“{edit}”, then “{schedule}”: times of the day, weekdays, and quiet hours."),
                    _tr("On the holidays under “{calendar}” attendance rests. Nobody is told that it is missing."),
                    _tr("What was missed while this PC was off is caught up once, as soon as it is on again."),
                    _tr("With “{start}” switched on in the settings, Hub Desktop works without anybody opening it."),
                    _tr("A shorter interval means more requests. Some systems then ask to slow down."),
                    _tr("With a webhook, news arrives at once, whatever the interval."),
                ),
            ),
        ),
        places=(Place.CALENDAR, Place.INTEGRATIONS),
        see=(Topic.BUSY, Topic.WEBHOOK),
        known_as=_tr("interval how often minutes hours timetable holiday weekend quiet night pause clock"),
    )


def example_text() -> str:
    """Return the example answer as it is copied."""
    return json.dumps(EXAMPLE_ANSWER, indent=2)


def _button(remedy: Remedy) -> str:
    found = offer(Status(Light.ERROR, remedy=remedy))
    return found.words if found is not None else ""


def _tr(text: str) -> str:
    return named(QCoreApplication.translate("help", text))
