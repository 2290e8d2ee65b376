"""When a sync fails, refuses records, waits for a decision, or meets other fields than before."""

from PySide6.QtCore import QCoreApplication

from hub_desktop.core.brakes import Brakes
from hub_desktop.core.status import WORDS, Light
from hub_desktop.ui.help.article import Article, Listed, Place, Said
from hub_desktop.ui.help.names import named
from hub_desktop.ui.help.topics import Topic
from hub_desktop.ui.spoken import spoken


def articles() -> list[Article]:
    """Return the topics, in their order."""
    return [_sync_failed(), _refused(), _hold(), _drift()]


def _sync_failed() -> Article:
    return Article(
        Topic.SYNC_FAILED,
        _tr("A sync failed"),
        _tr("Nothing is lost: the records from before stay as they were, and what did come in is kept."),
        (
            Listed(
                _tr("What to do"),
                (
                    _tr("Read the sentence beside the light. The button under it does what helps most."),
                    _tr("“{waiting}” needs nobody: the light says when. “{sync}” tries at once.").format(
                        waiting=spoken(WORDS[Light.WAITING])
                    ),
                    _tr("Choose “{test}” to see on which step of the way it fails."),
                    _tr(
                        "On the page of the integration, “{part_activity}” lists every sync. “{run_log}” shows what "
                        "happened in it, line by line."
                    ),
                ),
                numbered=True,
            ),
            Listed(
                _tr("The usual causes"),
                (
                    _tr("A key or password that has expired."),
                    _tr("A path that is not right any more, for example since the system was updated."),
                    _tr("Records or fields of another form than before."),
                    _tr("More requests than the system allows."),
                    _tr("A network, a firewall or a system that was away."),
                ),
            ),
            Listed(
                _tr("Good to know"),
                (
                    _tr("If only some kinds of data failed, the others were taken in all the same."),
                    _tr("“{undo_run}” takes back everything that one sync did."),
                    _tr("“{run_details}” copies what happened, for your IT team or the vendor."),
                ),
            ),
        ),
        places=(Place.ACTIVITY, Place.INTEGRATIONS),
        see=(Topic.SIGN_IN, Topic.ADDRESS, Topic.FORMAT, Topic.BUSY, Topic.REFUSED, Topic.FILES),
        known_as=_tr("error red run log partial retry again undo rollback stopped"),
    )


def _refused() -> Article:
    return Article(
        Topic.REFUSED,
        _tr("Records were refused"),
        _tr(
            "A record that cannot be right is put aside, with all its reasons, and does not stop the others. It waits "
            "under “{data}”, “{refused}”."
        ),
        (
            Listed(
                _tr("What to do"),
                (
                    _tr("Look at the causes. Often a single one stands behind hundreds of records."),
                    _tr(
                        "A field is missing or wrong in all of them: choose “{refused_mapping}” and correct its source."
                    ),
                    _tr("Then replay them: they are checked again, and those that are good now are stored."),
                    _tr("Single records are wrong in their system: have them corrected there, and sync again."),
                    _tr("What is not wanted at all can be discarded."),
                ),
                numbered=True,
            ),
            Said(_tr("“{refused_copy}” copies the causes without anything personal, for your IT team or the vendor.")),
        ),
        places=(Place.REFUSED,),
        see=(Topic.FORMAT, Topic.DRIFT),
        known_as=_tr("quarantine invalid rejected validation missing required mapping replay discard bad records"),
    )


def _hold() -> Article:
    usual = Brakes()
    return Article(
        Topic.HOLD,
        _tr("A sync waits for your decision"),
        _tr(
            "A sync that would remove or change unusually much is stopped, and a person decides. Until then the old "
            "records stay."
        ),
        (
            Listed(
                _tr("What to do"),
                (
                    _tr("Choose “{review_hold}”. You see how many records it is about, and their names."),
                    _tr("If it is meant, such as students who have graduated: remove them, or take the changes over."),
                    _tr("If something went wrong in the system: keep the old records, and tell the people who run it."),
                    _tr("If you have to ask first: “{decide_later}”. Nothing happens until you decide."),
                ),
                numbered=True,
            ),
            Listed(
                _tr("When that happens"),
                (
                    _tr(
                        "More than {percent} % of the known records would disappear, and at least {number} of them; or "
                        "all of them."
                    ).format(percent=usual.removed_percent, number=usual.removed_at_least),
                    _tr("More than {percent} % of the records would change.").format(percent=usual.changed_percent),
                    _tr("These limits can be changed for each system: “{edit}”, then “{brake}”."),
                ),
            ),
            Said(_tr("A decision can be taken back: “{undo_run}”, at this run in its activity.")),
        ),
        places=(Place.INTEGRATIONS, Place.ACTIVITY),
        see=(Topic.SYNC_FAILED, Topic.DRIFT),
        known_as=_tr("hold held brake removed disappeared vanished deleted students accept refuse keep"),
    )


def _drift() -> Article:
    return Article(
        Topic.DRIFT,
        _tr("A system sends other fields"),
        _tr("Fields that were always there are missing, or hold values of another kind. Often the system was updated."),
        (
            Listed(
                _tr("What to do"),
                (
                    _tr("Choose “{see_changed}”. Each field is listed with what it was and what it is now."),
                    _tr("A field got another name: choose “{drift_mapping}”, and name the new one."),
                    _tr("It was changed on purpose, and is right so: choose “{drift_right}”."),
                    _tr("Nobody knows of a change: ask the people who run the system."),
                ),
                numbered=True,
            ),
            Said(_tr("Syncs go on meanwhile. A record that lacks a required field is put aside and not lost.")),
        ),
        places=(Place.INTEGRATIONS,),
        see=(Topic.REFUSED, Topic.FORMAT),
        known_as=_tr("drift schema changed renamed missing field update version new fields"),
    )


def _tr(text: str) -> str:
    return named(QCoreApplication.translate("help", text))
