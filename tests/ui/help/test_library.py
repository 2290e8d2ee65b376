"""The texts of the help: whole, in step with the window and the program, and found by what people type."""

import ast
import re
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication

from hub_desktop import ui
from hub_desktop.core.actor import Role
from hub_desktop.core.brakes import Brakes
from hub_desktop.core.datatypes import DATA_TYPES
from hub_desktop.core.integration import read_integration
from hub_desktop.core.redaction import Redactor
from hub_desktop.core.roles import ROLE_LABELS
from hub_desktop.core.schedule_words import interval_text
from hub_desktop.core.status import WORDS, Light
from hub_desktop.ui.help.article import Article, LightLines, Listed, Pairs, Place
from hub_desktop.ui.help.article_view import place_words
from hub_desktop.ui.help.first_steps import EXAMPLE_ANSWER
from hub_desktop.ui.help.library import library, matching
from hub_desktop.ui.help.names import NAMES, window_word
from hub_desktop.ui.help.topics import GROUPS, Topic, group_title
from hub_desktop.ui.navigation import Page
from hub_desktop.ui.shortcuts import Shortcut, keys_of, keys_text, screen_keys, shortcut_words
from hub_desktop.upstream.doctor import examine
from tests.fakes.http_server import HttpServer, as_json

WINDOW = Path(ui.__file__).parent
HELP = WINDOW / "help"


@pytest.fixture
def articles(qapp: QApplication) -> dict[Topic, Article]:
    return library()


def context_of(tree: ast.Module) -> str:
    for node in tree.body:
        if isinstance(node, ast.FunctionDef) and node.name == "_tr":
            for call in ast.walk(node):
                if isinstance(call, ast.Call) and call.args and isinstance(call.args[0], ast.Constant):
                    return str(call.args[0].value)
    return ""


def window_texts(files: list[Path]) -> Iterator[tuple[str, str]]:
    """Give context and text of everything that goes through `tr` in these files."""

    def walk(node: ast.AST, cls: str, own: str) -> Iterator[tuple[str, str]]:
        cls = node.name if isinstance(node, ast.ClassDef) else cls
        if isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant):
            if isinstance(node.func, ast.Attribute) and node.func.attr == "tr":
                yield cls, str(node.args[0].value)
            elif isinstance(node.func, ast.Name) and node.func.id == "_tr":
                yield own, str(node.args[0].value)
        for child in ast.iter_child_nodes(node):
            yield from walk(child, cls, own)

    for file in files:
        tree = ast.parse(file.read_text("utf-8"))
        yield from walk(tree, "", context_of(tree))


def block_of(article: Article, kind: type) -> list[object]:
    return [block for block in article.blocks if isinstance(block, kind)]


def test_every_topic_is_written_and_stands_in_one_group_in_this_order(articles: dict[Topic, Article]) -> None:
    assert list(articles) == list(Topic)
    assert [topic for topics in GROUPS.values() for topic in topics] == list(Topic)
    assert all(group_title(group) for group in GROUPS)
    titles = [article.title for article in articles.values()]
    assert len(set(titles)) == len(titles)


def test_every_topic_says_something_and_leads_on(articles: dict[Topic, Article]) -> None:
    for topic, article in articles.items():
        assert article.topic is topic
        assert article.summary.endswith(".")
        assert article.blocks
        assert article.known_as
        assert topic not in article.see
        assert article.places or article.see
    assert {topic for article in articles.values() for topic in article.see} | {Topic.GETTING_STARTED} >= {
        Topic.ADDRESS,
        Topic.SIGN_IN,
        Topic.REFUSED,
        Topic.SUPPORT,
    }


def test_no_text_keeps_a_placeholder_shouts_or_is_empty(articles: dict[Topic, Article]) -> None:
    for article in articles.values():
        said = list(article.texts())
        if article.topic is not Topic.VENDOR:
            # Its example is JSON.
            assert not [text for text in said if "{" in text or "}" in text]
        assert not [text for text in said if "!" in text or not text.strip() or "  - " in text]


def test_the_names_of_buttons_and_screens_are_those_of_the_window(qapp: QApplication) -> None:
    present = set(window_texts(sorted(WINDOW.rglob("*.py"))))
    assert not {name: where for name, where in NAMES.items() if where not in present}
    assert window_word("more") == "More"
    assert window_word("import") == "Import a configuration"


def test_a_name_has_no_mnemonic_in_any_language(qapp: QApplication) -> None:
    class Foreign(QTranslator):
        def translate(self, context: str, text: str, _note: str | None = None, _number: int = -1) -> str:
            return "एकीकरण जोड़ें (&A)…" if (context, text) == NAMES["add"] else ""

    foreign = Foreign()
    QApplication.installTranslator(foreign)
    assert window_word("add") == "एकीकरण जोड़ें"
    QApplication.removeTranslator(foreign)


def test_what_stands_in_quotes_is_drawn_from_the_window() -> None:
    quoted = [
        quote
        for _, text in window_texts([file for file in sorted(HELP.glob("*.py")) if file.stem != "help_window"])
        for quote in re.findall(r"“([^”]*)”", text)
    ]
    assert len(quoted) > 80
    assert not [quote for quote in quoted if not re.fullmatch(r"\{\w+\}", quote)]


def test_every_name_is_used() -> None:
    written = "\n".join(file.read_text("utf-8") for file in HELP.glob("*.py") if file.stem != "names")
    places = {place.value for place in Place}
    unused = [n for n in NAMES if f"{{{n}}}" not in written and f'window_word("{n}")' not in written]
    assert not [name for name in unused if name not in places]


@pytest.mark.parametrize("place", list(Place))
def test_every_place_has_words(qapp: QApplication, place: Place) -> None:
    assert place_words(place)
    assert "{" not in place_words(place)


def test_the_lights_are_explained_by_their_own_words(articles: dict[Topic, Article]) -> None:
    (lines,) = block_of(articles[Topic.LIGHTS], LightLines)
    assert isinstance(lines, LightLines)
    assert [(light, word) for light, word, _, _ in lines.rows] == [(light, WORDS[light]) for light in Light]
    (buttons,) = block_of(articles[Topic.LIGHTS], Pairs)
    assert isinstance(buttons, Pairs)
    words = [name for name, _ in buttons.rows]
    assert "Review what is held" in words
    assert "Sync now" not in words
    assert all(words)


def test_intervals_limits_roles_and_keys_are_those_of_the_program(articles: dict[Topic, Article]) -> None:
    (intervals,) = block_of(articles[Topic.SCHEDULES], Pairs)
    assert isinstance(intervals, Pairs)
    assert list(intervals.rows) == [(one.label, interval_text(one.recommended_interval)) for one in DATA_TYPES.values()]
    brakes = Brakes()
    limits = " ".join(text for block in block_of(articles[Topic.HOLD], Listed) for text in block.texts())  # type: ignore[attr-defined]
    assert f"More than {brakes.removed_percent} % of the known records" in limits
    assert f"at least {brakes.removed_at_least} of them" in limits
    (roles,) = block_of(articles[Topic.ACCOUNTS], Pairs)
    assert isinstance(roles, Pairs)
    assert [name for name, _ in roles.rows] == [ROLE_LABELS[role] for role in Role if role is not Role.SYSTEM]
    keys, screens = block_of(articles[Topic.SHORTCUTS], Pairs)
    assert isinstance(keys, Pairs)
    assert isinstance(screens, Pairs)
    assert list(keys.rows) == [(keys_text(keys_of(one)), shortcut_words(one)) for one in Shortcut]
    assert [name for name, _ in screens.rows] == [keys_text(screen_keys(n)) for n, _ in enumerate(Page, start=1)]


def test_the_example_for_the_vendor_is_read_without_further_settings() -> None:
    with HttpServer(lambda _: as_json(EXAMPLE_ANSWER)) as server:
        written = {"name": "ERP", "baseUrl": server.url, "authType": "none", "endpoints": {"attendance": "/a"}}
        report = examine(
            read_integration(written).integration, {}, cancel=threading.Event(), redactor=Redactor(), templates=()
        )
    assert report.ok, [check.sentence for check in report.checks if check.ok is False]
    read = next(check for check in report.checks if check.endpoint == "attendance")
    assert "1 good, 0 refused" in read.detail


@pytest.mark.parametrize(
    ("typed", "topic"),
    [
        ("", Topic.GETTING_STARTED),
        ("firewall", Topic.CONNECTION),
        ("DNS", Topic.LOOK_UP),
        ("429", Topic.BUSY),
        ("403", Topic.PERMISSION),
        ("certificate expired", Topic.CERTIFICATE),
        ("quarantine", Topic.REFUSED),
        ("fingerprint", Topic.DEVICES),
        ("backup", Topic.PRIVACY),
        ("keyboard", Topic.SHORTCUTS),
        ("zkteco", Topic.DEVICES),
        ("students disappeared", Topic.HOLD),
        ("certifcate", Topic.CERTIFICATE),
    ],
)
def test_topics_are_found_by_what_people_type(articles: dict[Topic, Article], typed: str, topic: Topic) -> None:
    assert matching(typed, articles)[0] is topic


def test_nothing_is_found_by_nonsense(articles: dict[Topic, Article]) -> None:
    assert matching("xqzwvk", articles) == []
