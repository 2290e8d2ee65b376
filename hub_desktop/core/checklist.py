"""The set-up checklist of an integration: what is done of it is read from facts, and from nothing that is ticked."""

from enum import StrEnum

from msgspec import Struct, field

from hub_desktop.core.datatypes import DATA_TYPES
from hub_desktop.core.integration import HEADER_SECRET_PREFIX, Integration
from hub_desktop.core.mapping_preview import is_needed
from hub_desktop.core.schedule_words import schedule_lines
from hub_desktop.core.sign_in import OAUTH_TOKENS, SECRET_LABELS
from hub_desktop.core.words import count, listed

FIRST_SYNCS = 3
"""So many syncs that went well are watched before an integration is left to itself."""


class SetUpStep(StrEnum):
    """What belongs to setting an integration up, in its order."""

    CREDENTIALS = "credentials"
    TEST = "test"
    MAPPING = "mapping"
    INTERVAL = "interval"
    SWITCH_ON = "switch-on"
    FIRST_SYNCS = "first-syncs"
    WEBHOOK = "webhook"


OPTIONAL = frozenset({SetUpStep.WEBHOOK})


class SetUpFacts(Struct, frozen=True):
    """What is stored of an integration, as far as its set-up goes."""

    config: Integration
    missing_secrets: tuple[str, ...] = ()
    """Names of the needed secrets that are not kept."""
    tested: bool = False
    """A test of it as it is now passed, or a sync of it went well."""
    seen_good: frozenset[str] = frozenset()
    """Endpoints that brought records which could be taken in."""
    good_runs: int = 0
    webhook_secret: bool = False
    delivered: bool = False
    """A delivery that was signed right has come."""


class SetUpItem(Struct, frozen=True):
    """One line of the checklist."""

    step: SetUpStep
    done: bool
    said: str
    """How it stands, in a sentence."""
    endpoint: str = ""
    """The endpoint that it is about where it is not done; empty where it is about none."""

    @property
    def optional(self) -> bool:
        """Whether an integration is set up without it."""
        return self.step in OPTIONAL


class Checklist(Struct, frozen=True):
    """All lines, for one integration."""

    name: str
    items: tuple[SetUpItem, ...] = ()
    by_person: bool = field(default=False)
    """Whether a person signs in to it, rather than that a key or password is typed."""
    by_devices: bool = field(default=False)

    @property
    def open(self) -> tuple[SetUpItem, ...]:
        """What is still to be done, apart from what is optional."""
        return tuple(item for item in self.items if not item.done and not item.optional)

    def item(self, step: SetUpStep) -> SetUpItem:
        """Return one line."""
        return next(item for item in self.items if item.step is step)


def checklist(facts: SetUpFacts) -> Checklist:
    """Return what is done of the set-up and what is not."""
    config = facts.config
    items = (
        _credentials(facts),
        _test(facts),
        _mapping(facts),
        _interval(config),
        SetUpItem(
            SetUpStep.SWITCH_ON,
            config.enabled,
            "It syncs by itself." if config.enabled else "It is switched off, and syncs only when you ask for it.",
        ),
        _first_syncs(facts),
        _webhook(facts),
    )
    return Checklist(config.name, items, config.signed_in_by_person(), config.fed_by_devices)


def unmapped(config: Integration, endpoint: str) -> list[str]:
    """Return the labels of the required fields for which nobody named an upstream field; custom data has none."""
    kind = config.data_type_of(endpoint)
    if kind == "custom":
        return []
    explicit = {mapping.target for mapping in config.endpoints[endpoint].mappings}
    return [one.label for one in DATA_TYPES[kind].fields if is_needed(one) and one.name not in explicit]


def _credentials(facts: SetUpFacts) -> SetUpItem:
    needed, missing = facts.config.needed_secrets(), facts.missing_secrets
    if not needed:
        return SetUpItem(SetUpStep.CREDENTIALS, True, "It asks for no key or password.")
    if not missing:
        return SetUpItem(SetUpStep.CREDENTIALS, True, "They are kept safe on this computer.")
    if facts.config.signed_in_by_person() and len(missing) == 1:
        return SetUpItem(SetUpStep.CREDENTIALS, False, "Nobody has signed in to it yet.")
    missed = listed([_secret_words(name) for name in missing])
    return SetUpItem(SetUpStep.CREDENTIALS, False, f"Still missing: {missed}.")


def _secret_words(name: str) -> str:
    if name == OAUTH_TOKENS:
        return "the sign-in of a person"
    header = name.removeprefix(HEADER_SECRET_PREFIX)
    return SECRET_LABELS.get(name, name) if header == name else f"the header {header}"


def _test(facts: SetUpFacts) -> SetUpItem:
    said = "It answered as it is set up now." if facts.tested else "It has not been tested as it is set up now."
    return SetUpItem(SetUpStep.TEST, facts.tested, said)


def _mapping(facts: SetUpFacts) -> SetUpItem:
    config = facts.config
    fields = {
        name: unmapped(config, name)
        for name, endpoint in config.endpoints.items()
        if endpoint.enabled and name not in facts.seen_good
    }
    lacking = {name: labels for name, labels in fields.items() if labels}
    if not lacking:
        return SetUpItem(SetUpStep.MAPPING, True, "Every required field has a source.")
    said = [
        f"No record of {endpoint} has shown yet where to find {listed(labels)}." for endpoint, labels in lacking.items()
    ]
    return SetUpItem(
        SetUpStep.MAPPING,
        False,
        " ".join([*said, "A dry run finds out."]),
        next(iter(lacking)),
    )


def _interval(config: Integration) -> SetUpItem:
    if config.fed_by_devices:
        return SetUpItem(SetUpStep.INTERVAL, True, "The devices send by themselves.")
    lines = schedule_lines(config)
    if not lines:
        return SetUpItem(SetUpStep.INTERVAL, False, "No endpoint is switched on.")
    said = "; ".join(f"{listed(names)}: {when}" for when, names in lines.items())
    return SetUpItem(SetUpStep.INTERVAL, True, f"{said[0].upper()}{said[1:]}.")


def _first_syncs(facts: SetUpFacts) -> SetUpItem:
    good = min(facts.good_runs, FIRST_SYNCS)
    if good == FIRST_SYNCS:
        return SetUpItem(SetUpStep.FIRST_SYNCS, True, f"The first {FIRST_SYNCS} syncs went well.")
    return SetUpItem(SetUpStep.FIRST_SYNCS, False, f"{good} of the first {count(FIRST_SYNCS, 'sync')} went well.")


def _webhook(facts: SetUpFacts) -> SetUpItem:
    if facts.delivered:
        return SetUpItem(SetUpStep.WEBHOOK, True, "Deliveries come in.")
    if facts.webhook_secret:
        return SetUpItem(SetUpStep.WEBHOOK, True, "It has a secret; no delivery has come yet.")
    return SetUpItem(SetUpStep.WEBHOOK, False, "Only where the other system can tell of changes at once.")
