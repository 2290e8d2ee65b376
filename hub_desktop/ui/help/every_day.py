"""Every day: looking at the data, keeping it safe, who may do what, the keys, and whom to ask."""

from PySide6.QtCore import QCoreApplication

from hub_desktop.core.actor import Role
from hub_desktop.core.roles import ROLE_LABELS
from hub_desktop.ui.help.article import Article, Listed, Pairs, Place, Said
from hub_desktop.ui.help.names import named
from hub_desktop.ui.help.topics import Topic
from hub_desktop.ui.navigation import Page, page_title
from hub_desktop.ui.shortcuts import Shortcut, keys_of, keys_text, screen_keys, shortcut_words
from hub_desktop.ui.spoken import spoken


def articles() -> list[Article]:
    """Return the topics, in their order."""
    return [_data(), _privacy(), _accounts(), _shortcuts(), _support()]


def _data() -> Article:
    return Article(
        Topic.DATA,
        _tr("Records and reports"),
        _tr("“{data}” shows what is kept now, from all systems together; “{reports}” shows it over time."),
        (
            Listed(
                _tr("Records"),
                (
                    _tr("Choose the kind of data, search, or narrow it down with “{add_filter}”."),
                    _tr("Choose a record to see from which system each value came, when, and what it replaced."),
                    _tr("A value is wrong, and its system cannot be corrected: choose the value, then “{correct}”."),
                    _tr("A correction stays over all syncs, until you choose “{take_back}”."),
                    _tr("“{export}” writes what is shown as CSV, Excel or JSON."),
                ),
            ),
            Listed(
                _tr("When systems disagree"),
                (
                    _tr("“{conflicts}” lists the fields on which they do."),
                    _tr("The order under “{sources}” in the settings says which system is believed first."),
                ),
            ),
            Listed(
                _tr("Reports"),
                (
                    _tr("Each says when it was counted. “{as_table}” shows the numbers behind a picture."),
                    _tr("Data that is far older than its recommended interval is called late."),
                ),
            ),
        ),
        places=(Place.DATA, Place.REPORTS, Place.SOURCES),
        see=(Topic.REFUSED, Topic.PRIVACY),
        known_as=_tr("student search filter export Excel lineage history correction conflict precedence chart plot"),
    )


def _privacy() -> Article:
    return Article(
        Topic.PRIVACY,
        _tr("Privacy and safe keeping"),
        _tr(
            "All records stay on this computer. They leave it only where somebody exports them, or lets another "
            "program fetch them."
        ),
        (
            Listed(
                _tr("Against loss"),
                (
                    _tr(
                        "The files can be opened with a key that only this computer has. Under “{files}” in the "
                        "settings choose “{recovery_key}”, and keep it in a safe, apart from this computer."
                    ),
                    _tr("“{backup_now}”, there too, puts everything into one file. Keep it on another computer."),
                    _tr(
                        "“{nightly_backups}”, there too: one is made every night by itself, and the last few are kept. "
                        "Let them lie on another disk than the data, for a disk that fails takes both."
                    ),
                    _tr("“{restore}” brings it all back. On another computer that needs the recovery key."),
                    _tr("Keys and passwords of your systems are not in it. On another computer they are entered anew."),
                ),
            ),
            Listed(
                _tr("What is kept, and for how long"),
                (
                    _tr("Without a rule, a record is kept as long as its system has it."),
                    _tr("Under “{privacy}” choose “{set_rule}” for a kind of data; what is older is then removed."),
                    _tr("Columns with personal data are hidden from those whose role does not need them."),
                ),
            ),
            Listed(
                _tr("If a person asks about their data"),
                (
                    _tr("Under “{privacy}”, type the number of the student or teacher and choose “{person_find}”."),
                    _tr("“{person_save}” writes all of it to a file that can be handed over."),
                    _tr("“{person_erase}” removes all of it. That cannot be undone."),
                    _tr("With “{person_never}”, no sync brings them back."),
                ),
            ),
        ),
        places=(Place.PRIVACY, Place.FILES),
        see=(Topic.ACCOUNTS, Topic.DATA),
        known_as=_tr("backup restore recovery key encryption GDPR DPDP erase delete retention personal data lost"),
    )


def _accounts() -> Article:
    duties = {
        Role.PRINCIPAL: _tr("May do everything: connect systems, decide, correct, and manage accounts."),
        Role.ADMIN: _tr("May do the same as the principal."),
        Role.IT_STAFF: _tr("Tests, syncs, reads the log, sees refused records and devices, and replays."),
        Role.VIEWER: _tr("Looks at the systems, the reports, and records without personal data."),
    }
    return Article(
        Topic.ACCOUNTS,
        _tr("Accounts: who may do what"),
        _tr("A button that cannot be chosen says why when the mouse rests on it. Often another role is needed."),
        (
            Pairs(_tr("The roles"), tuple((spoken(ROLE_LABELS[role]), said) for role, said in duties.items())),
            Listed(
                _tr("Good to know"),
                (
                    _tr("Without any account, whoever sits at this PC is the principal."),
                    _tr("“{add_account}” under “{accounts}” makes the first one; from then on everybody signs in."),
                    _tr("A forgotten password is set anew there by a principal or an administrator."),
                    _tr("Whatever somebody does, or tries to do, is written down under “{audit}” in the settings."),
                ),
            ),
        ),
        places=(Place.ACCOUNTS,),
        see=(Topic.PRIVACY, Topic.SUPPORT),
        known_as=_tr("role permission password user sign in disabled grey not allowed audit viewer"),
    )


def _shortcuts() -> Article:
    screens = tuple((keys_text(screen_keys(number)), page_title(page)) for number, page in enumerate(Page, start=1))
    keys = tuple((keys_text(keys_of(shortcut)), shortcut_words(shortcut)) for shortcut in Shortcut)
    return Article(
        Topic.SHORTCUTS,
        _tr("Keys"),
        _tr("What is done often has a key."),
        (
            Pairs(_tr("From anywhere"), keys),
            Pairs(_tr("Screens"), screens),
            Listed(
                _tr("On a screen"),
                (
                    _tr("Tab goes to the next control, and with Shift to the one before."),
                    _tr("Alt with the underlined letter of a button or field goes straight to it."),
                    _tr("Enter on a card opens its page."),
                    _tr("Where several integrations are selected, the arrows go from box to box."),
                ),
            ),
        ),
        see=(Topic.GETTING_STARTED,),
        known_as=_tr("keyboard shortcut hotkey accessibility mouse"),
    )


def _support() -> Article:
    return Article(
        Topic.SUPPORT,
        _tr("Where to get support"),
        _tr("Three groups of people can help. What to tell them stands here."),
        (
            Listed(
                _tr("Whom to ask for what"),
                (
                    _tr("Your IT team: this PC, the network, firewall and proxy, accounts, certificates."),
                    _tr("The administrator of the other system: keys, permissions, what it holds, whether it is up."),
                    _tr("Its vendor, and its documentation: addresses, paths, limits, the form of the answers."),
                ),
            ),
            Listed(
                _tr("Before you ask"),
                (
                    _tr("Choose “{test}” on the card. The first step that fails is often the answer."),
                    _tr("Look into “{activity}”: the log says in words what happened, and when."),
                    _tr("Has something changed lately: a new key, an update, another network?"),
                ),
            ),
            Listed(
                _tr("What to hand over"),
                (
                    _tr("“{copy_details}” below: versions, folder and listener, nothing personal."),
                    _tr("“{copy_it}” in the test, and “{run_details}” at a sync that failed."),
                    _tr("Never a key or a password. Nobody who helps needs yours."),
                ),
            ),
            Said(_tr("Hub Desktop itself reports nothing to anybody.")),
        ),
        places=(Place.ACTIVITY, Place.INTEGRATIONS),
        see=(Topic.TEST_FAILED, Topic.SYNC_FAILED),
        known_as=_tr("help contact IT vendor administrator diagnostics version about bug problem"),
    )


def _tr(text: str) -> str:
    return named(QCoreApplication.translate("help", text))
