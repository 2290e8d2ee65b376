"""How a topic of the help looks: wrapped plain text in a column that scrolls."""

from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from hub_desktop.ui.copy_button import CopyButton
from hub_desktop.ui.help.article import Article, Block, LightLines, Listed, Pairs, Place, Said, Sample
from hub_desktop.ui.help.names import window_word
from hub_desktop.ui.help.topics import Topic
from hub_desktop.ui.style.icons import LIGHT_ICONS
from hub_desktop.ui.style.tokens import ICON, SPACE_L, SPACE_M, SPACE_S, SPACE_XL, SPACE_XS, TEXT_WIDTH
from hub_desktop.ui.style.widgets import (
    Button,
    IconLabel,
    PageScroll,
    PlainLabel,
    TextRole,
    clear,
    plain_button,
    quiet_button,
    set_usable,
)

_TOP = Qt.AlignmentFlag.AlignTop
_LEFT = Qt.AlignmentFlag.AlignLeft


def place_words(place: Place) -> str:
    """Return the words on a button that leads somewhere."""
    if place is Place.ADD:
        return window_word("add")
    if place is Place.REFUSED:
        return _tr("Open the refused records")
    if place in {Place.HOME, Place.INTEGRATIONS, Place.DATA, Place.ACTIVITY, Place.REPORTS}:
        return _tr("Open {screen}").format(screen=window_word(place.value))
    return _tr("Open {section} in the settings").format(section=window_word(place.value))


class ArticleView(PageScroll):
    """Shows one topic at a time, from its beginning.

    Signals:
        topic_chosen(Topic): a topic that leads on was chosen.
        place_chosen(Place): a screen that helps was chosen.
    """

    topic_chosen = Signal(object)
    place_chosen = Signal(object)

    def __init__(self, add_refusal: str, parent: QWidget | None = None) -> None:
        """`add_refusal` says why this person may not add an integration; the empty string allows it."""
        super().__init__(parent)
        self._add_refusal = add_refusal
        self.article: Article | None = None
        self.places: dict[Place, Button] = {}
        self.links: dict[Topic, Button] = {}
        # By the keyboard it is scrolled through like a text.
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        inside = QWidget()
        inside.setMaximumWidth(TEXT_WIDTH + SPACE_XL)
        self._column = QVBoxLayout(inside)
        self.hold(inside, self._column)

    def show_article(self, article: Article, titles: dict[Topic, str]) -> None:
        """Show this topic; `titles` are those of all topics."""
        self.article = article
        self.places, self.links = {}, {}
        self.setAccessibleName(article.title)
        # Later, because the link that was chosen may stand in what goes.
        clear(self._column)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_S)
        column.addWidget(PlainLabel(article.title, "title", wrap=True))
        column.addWidget(_text(article.summary))
        for block in article.blocks:
            column.addSpacing(SPACE_M)
            self._add(column, block)
        self._add_ways(column, article, titles)
        column.addStretch(1)
        self._column.addWidget(page)
        self.verticalScrollBar().setValue(0)

    def _add(self, column: QVBoxLayout, block: Block) -> None:
        match block:
            case Said():
                column.addWidget(_text(block.text))
            case Listed():
                column.addWidget(PlainLabel(block.heading, "subtitle", wrap=True))
                column.addLayout(_list(block))
            case Pairs():
                column.addWidget(PlainLabel(block.heading, "subtitle", wrap=True))
                column.addLayout(_pairs(block))
            case LightLines():
                column.addLayout(_lights(block))
            case Sample():
                column.addWidget(PlainLabel(block.heading, "subtitle", wrap=True))
                column.addWidget(_sample(block))
                column.addWidget(CopyButton(block.copy_words, partial(str, block.text)), 0, _LEFT)

    def _add_ways(self, column: QVBoxLayout, article: Article, titles: dict[Topic, str]) -> None:
        if article.places:
            column.addSpacing(SPACE_M)
            column.addWidget(PlainLabel(self.tr("Where it is done"), "subtitle", wrap=True))
        for place in article.places:
            button = plain_button(place_words(place))
            if place is Place.ADD and self._add_refusal:
                set_usable(button, self._add_refusal)
            button.clicked.connect(partial(self.place_chosen.emit, place))
            self.places[place] = button
            column.addWidget(button, 0, _LEFT)
        if article.see:
            column.addSpacing(SPACE_M)
            column.addWidget(PlainLabel(self.tr("More about it"), "subtitle", wrap=True))
        for topic in article.see:
            link = quiet_button(titles[topic])
            link.clicked.connect(partial(self.topic_chosen.emit, topic))
            self.links[topic] = link
            column.addWidget(link, 0, _LEFT)


def _text(text: str, role: TextRole = "body") -> PlainLabel:
    label = PlainLabel(text, role, wrap=True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def _grid(stretched: int) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(SPACE_S)
    grid.setVerticalSpacing(SPACE_XS)
    grid.setColumnStretch(stretched, 1)
    return grid


def _list(block: Listed) -> QGridLayout:
    grid = _grid(1)
    for row, line in enumerate(block.lines):
        grid.addWidget(PlainLabel(f"{row + 1}." if block.numbered else "•", "muted"), row, 0, _TOP)
        grid.addWidget(_text(line), row, 1)
    return grid


def _pairs(block: Pairs) -> QGridLayout:
    grid = _grid(1)
    grid.setHorizontalSpacing(SPACE_L)
    for row, (name, said) in enumerate(block.rows):
        grid.addWidget(PlainLabel(name, "strong"), row, 0, _TOP)
        grid.addWidget(_text(said), row, 1)
    return grid


def _lights(block: LightLines) -> QGridLayout:
    grid = _grid(2)
    grid.setHorizontalSpacing(SPACE_M)
    grid.setVerticalSpacing(SPACE_M)
    for row, (light, word, meaning, to_do) in enumerate(block.rows):
        named = PlainLabel(word, "strong")
        named.setProperty("light", light.value)
        said = QVBoxLayout()
        said.setSpacing(0)
        said.addWidget(_text(meaning))
        said.addWidget(_text(to_do, "muted"))
        shape = QHBoxLayout()
        shape.addWidget(IconLabel(LIGHT_ICONS[light], light.value, ICON), 0, _TOP)
        grid.addLayout(shape, row, 0)
        grid.addWidget(named, row, 1, _TOP)
        grid.addLayout(said, row, 2)
    return grid


def _sample(block: Sample) -> QPlainTextEdit:
    edit = QPlainTextEdit(block.text)
    edit.setReadOnly(True)
    edit.setTabChangesFocus(True)
    edit.setAccessibleName(block.heading)
    if block.fixed:
        edit.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
    lines = min(block.text.count("\n") + 1, 18)
    edit.setFixedHeight(lines * edit.fontMetrics().lineSpacing() + SPACE_XL)
    return edit


def _tr(text: str) -> str:
    return QCoreApplication.translate("help", text)
