"""What a topic of the help consists of: plain texts, lists and tables, and where it leads."""

from collections.abc import Iterator
from enum import StrEnum

from msgspec import Struct

from hub_desktop.core.status import Light
from hub_desktop.ui.help.topics import Topic


class Place(StrEnum):
    """Where a button of the help leads."""

    HOME = "home"
    INTEGRATIONS = "integrations"
    ADD = "add"
    """To the adding of an integration."""
    DATA = "data"
    REFUSED = "refused"
    """To the records that were refused."""
    ACTIVITY = "activity"
    REPORTS = "reports"
    CALENDAR = "calendar"
    SOURCES = "sources"
    PRIVACY = "privacy"
    ACCOUNTS = "accounts"
    FILES = "files"
    NETWORK = "network"
    LISTENER = "listener"
    DEVICES = "devices"


class Said(Struct, frozen=True):
    """A paragraph."""

    text: str

    def texts(self) -> Iterator[str]:
        """Return all that can be read."""
        yield self.text


class Listed(Struct, frozen=True):
    """Lines under a heading, one below the other; numbered where their order counts."""

    heading: str
    lines: tuple[str, ...]
    numbered: bool = False

    def texts(self) -> Iterator[str]:
        """Return all that can be read."""
        yield self.heading
        yield from self.lines


class Pairs(Struct, frozen=True):
    """Under a heading, what something is called and what is said of it."""

    heading: str
    rows: tuple[tuple[str, str], ...]

    def texts(self) -> Iterator[str]:
        """Return all that can be read."""
        yield self.heading
        for name, said in self.rows:
            yield name
            yield said


class LightLines(Struct, frozen=True):
    """Each light with what it means and what to do."""

    rows: tuple[tuple[Light, str, str, str], ...]
    """Light, its word, what it means, what to do."""

    def texts(self) -> Iterator[str]:
        """Return all that can be read."""
        for _, *said in self.rows:
            yield from said


class Sample(Struct, frozen=True):
    """A text to copy and give to somebody."""

    heading: str
    text: str
    copy_words: str
    fixed: bool = False
    """Whether it is for programs rather than for people."""

    def texts(self) -> Iterator[str]:
        """Return all that can be read."""
        yield self.heading
        yield self.text
        yield self.copy_words


Block = Said | Listed | Pairs | LightLines | Sample


class Article(Struct, frozen=True):
    """One topic as it is read."""

    topic: Topic
    title: str
    summary: str
    blocks: tuple[Block, ...]
    places: tuple[Place, ...] = ()
    """The screens that help, each as a button."""
    see: tuple[Topic, ...] = ()
    """Topics that lead on."""
    known_as: str = ""
    """Words by which it is searched for that do not stand in it."""

    def texts(self) -> Iterator[str]:
        """Return all that can be read."""
        yield self.title
        yield self.summary
        for block in self.blocks:
            yield from block.texts()
