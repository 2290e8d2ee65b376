"""What comes by itself: webhooks, and the punches of attendance devices."""

from PySide6.QtCore import QCoreApplication

from hub_desktop.core.signature import SCHEME_LABELS
from hub_desktop.ui.help.article import Article, Listed, Place, Said
from hub_desktop.ui.help.names import named
from hub_desktop.ui.help.topics import Topic
from hub_desktop.ui.spoken import spoken


def articles() -> list[Article]:
    """Return the topics, in their order."""
    return [_webhook(), _devices()]


def _webhook() -> Article:
    return Article(
        Topic.WEBHOOK,
        _tr("A webhook does not arrive"),
        _tr(
            "With a webhook another system sends its news here at once. It has to find this PC, be let in, and sign "
            "with the right secret."
        ),
        (
            Listed(
                _tr("What to check, in this order"),
                (
                    _tr("Is anything listening? In the settings under “{listener}”, “{listener_on}” must be on."),
                    _tr(
                        "On the page of the integration, under “{part_webhook}”, choose “{webhook_test}”. It says "
                        "which addresses work, and who can reach them."
                    ),
                    _tr("Does the sender use exactly the address under “{where_to}”, with the path at its end?"),
                    _tr(
                        "Can the sender reach this PC? From another computer of the college, “{listener_who}” must "
                        "name its network, and the firewall of this PC must let the port in."
                    ),
                    _tr(
                        "From the internet, a college's PC is mostly out of reach. Your IT team can set up a reverse "
                        "proxy or a tunnel that ends here."
                    ),
                    _tr("Has the sender the secret that is kept here? If in doubt, make a new one and give it over."),
                    _tr(
                        "Does the sender sign the body exactly as it sends it, by the same scheme? These are known: "
                        "{schemes}."
                    ).format(schemes=", ".join(map(spoken, SCHEME_LABELS.values()))),
                ),
                numbered=True,
            ),
            Listed(
                _tr("Where to see what happened"),
                (
                    _tr("“{webhook_came}” counts what arrived, and what was refused because of its signature."),
                    _tr("“{deliveries}” lists each one with the reason. “{replay}” works on it again."),
                    _tr("Nothing in either of them: it did not reach this PC. Look at the sender's own list."),
                ),
            ),
            Said(_tr("A webhook comes beside the syncs. As long as it is silent, they still bring what is new.")),
        ),
        places=(Place.LISTENER, Place.INTEGRATIONS, Place.ACTIVITY),
        see=(Topic.SCHEDULES, Topic.VENDOR, Topic.SUPPORT),
        known_as=_tr("webhook delivery signature secret HMAC 401 port firewall tunnel reverse proxy push reachable"),
    )


def _devices() -> Article:
    return Article(
        Topic.DEVICES,
        _tr("Attendance devices"),
        _tr(
            "Readers of ZKTeco, eSSL and their kin send each punch to this PC by themselves. Their menus call it ADMS, "
            "Cloud server or Push."
        ),
        (
            Listed(
                _tr("Setting one up"),
                (
                    _tr("In the settings under “{listener}”, switch on “{listener_on}”, and choose your network."),
                    _tr("Under “{devices}”, switch on “{push_on}”."),
                    _tr("Type the address and port that stand there into the menu of the device."),
                    _tr("It calls, and appears in the list. Choose “{allow}”, or “{allow_serial}” beforehand."),
                ),
                numbered=True,
            ),
            Listed(
                _tr("If no punches come"),
                (
                    _tr("The device is not in the list: its address or port is wrong, or the firewall stops it."),
                    _tr("It is in the list as unknown: it still has to be allowed."),
                    _tr("It was in contact long ago: is it switched on, and on the network?"),
                    _tr("Did this PC get another address? Then the devices need the new one; ask for a fixed one."),
                ),
            ),
            Listed(
                _tr("If punches are wrong"),
                (
                    _tr("The times differ: set the clock of the device, and its “{device_clock}” here."),
                    _tr("“{put_aside}” counts rows that cannot be right. “{device_details}” shows why."),
                    _tr("A person is missing: the number in the device must be the one in the records."),
                    _tr("Whether somebody counts as present or late is said by the rule in the endpoint's details."),
                ),
            ),
            Said(_tr("What a device cannot deliver it keeps, and sends later. This PC may be off for a while.")),
        ),
        places=(Place.DEVICES, Place.LISTENER),
        see=(Topic.WEBHOOK, Topic.SCHEDULES),
        known_as=_tr("biometric fingerprint reader punch ZKTeco eSSL ADMS serial number clock late present"),
    )


def _tr(text: str) -> str:
    return named(QCoreApplication.translate("help", text))
