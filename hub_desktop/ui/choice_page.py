"""Where adding an integration begins: a system of the catalog, or one of four other ways."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListWidgetItem, QScrollArea, QVBoxLayout, QWidget

from hub_desktop.core.catalog import Template
from hub_desktop.core.errors import HubError
from hub_desktop.core.unfinished import Draft
from hub_desktop.ui.catalog_list import CatalogList
from hub_desktop.ui.form_fields import ProblemLabel
from hub_desktop.ui.search_edit import SearchEdit
from hub_desktop.ui.session import Session
from hub_desktop.ui.style.tokens import SPACE_L, SPACE_M, SPACE_S, SPACE_XL, SPACE_XS
from hub_desktop.ui.style.widgets import Card, IconLabel, PlainLabel, plain_button, primary_button, set_usable
from hub_desktop.ui.words import when

_AS_THE_FORM = "generic-rest"
"""A template that asks for what the form asks for; in a terminal, where there is no form, it is of use."""


class ChoicePage(QWidget):
    """Choose from the catalog, fill in the form, paste a cURL command, read the files of a folder, or import a file.

    Signals:
        template_chosen(Template): a system of the catalog.
        form_asked(): the empty form.
        curl_asked(): a cURL command is to be pasted.
        folder_asked(): the files of a folder are to be read.
        import_asked(): a file is to be imported.
        draft_continued(): what was begun before is to be gone on with.
        draft_discarded(): it is not.
        cancelled(): nothing is to be added.
    """

    template_chosen = Signal(object)
    form_asked = Signal()
    curl_asked = Signal()
    folder_asked = Signal()
    import_asked = Signal()
    draft_continued = Signal()
    draft_discarded = Signal()
    cancelled = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._templates: list[Template] = []
        self.search = SearchEdit()
        self.search.setPlaceholderText(self.tr("Search, such as Moodle or attendance"))
        self.search.setAccessibleName(self.tr("Search the catalog"))
        self.search.setClearButtonEnabled(True)
        self.systems = CatalogList()
        self.said = ProblemLabel()
        self.continue_button = primary_button(self.tr("C&ontinue"))
        self.form_button = plain_button(self.tr("&Fill in the form"))
        self.curl_button = plain_button(self.tr("&Paste a command…"))
        self.folder_button = plain_button(self.tr("Choose a fol&der…"))
        self.import_button = plain_button(self.tr("Choose a f&ile…"))
        self.cancel_button = plain_button(self.tr("Cancel"))
        self.problem = ProblemLabel()
        self.draft_said = PlainLabel(wrap=True)
        self.draft_button = primary_button(self.tr("&Go on with it"))
        self.discard_button = plain_button(self.tr("Di&scard it"))
        self.draft = Card()
        self.draft.hide()
        self._lay_out()
        self._connect()
        self.on_system_marked()
        session.calls.call(session.hub.catalog.all, self.on_catalog_read, self.on_catalog_failed, owner=self)

    def show_draft(self, draft: Draft | None) -> None:
        """Offer to go on with what was begun before; None: there is nothing."""
        self.draft.setVisible(draft is not None)
        if draft is not None:
            said = self.tr("You began to add {name} {time}. Passwords and keys were not kept.")
            name = draft.name or self.tr("an integration")
            self.draft_said.setText(said.format(name=name, time=when(draft.kept_at)))

    def template_of(self, template_id: str) -> Template | None:
        """Return a system of the catalog, None where there is none of this name, or not read yet."""
        return next((template for template in self._templates if template.id == template_id), None)

    @Slot(object)
    def on_catalog_read(self, templates: Sequence[Template]) -> None:
        """Show the systems of the catalog."""
        self._templates = [template for template in templates if template.id != _AS_THE_FORM]
        self._show()

    @Slot(object)
    def on_catalog_failed(self, error: HubError) -> None:
        """Say why there is no catalog; the other ways stay."""
        self.said.show_problem(error.sentence)

    @Slot()
    def on_search_typed(self) -> None:
        """Show what fits the words."""
        self._show()

    @Slot(QListWidgetItem)
    def on_system_chosen(self, item: QListWidgetItem) -> None:
        """Go on with a system."""
        self.template_chosen.emit(self.systems.template_of(item))

    @Slot()
    def on_continue_asked(self) -> None:
        """Go on with the system that is marked."""
        for item in self.systems.selectedItems():
            self.on_system_chosen(item)

    @Slot()
    def on_system_marked(self) -> None:
        """Let a person go on once a system is marked."""
        set_usable(
            self.continue_button, "" if self.systems.selectedItems() else self.tr("Choose a system of the list first.")
        )

    def _show(self) -> None:
        self.systems.show_templates(self._templates, self.search.text())
        self.on_system_marked()
        found = bool(self.systems.count())
        self.said.show_note(
            "" if found else self.tr("No system of the catalog has these words. Fill in the form instead.")
        )

    def _connect(self) -> None:
        self.search.textChanged.connect(self.on_search_typed)
        self.search.returnPressed.connect(self.on_continue_asked)
        self.search.left_downwards.connect(self.systems.setFocus)
        self.systems.itemSelectionChanged.connect(self.on_system_marked)
        self.systems.itemActivated.connect(self.on_system_chosen)
        self.systems.itemDoubleClicked.connect(self.on_system_chosen)
        self.continue_button.clicked.connect(self.on_continue_asked)
        self.form_button.clicked.connect(self.form_asked)
        self.curl_button.clicked.connect(self.curl_asked)
        self.folder_button.clicked.connect(self.folder_asked)
        self.import_button.clicked.connect(self.import_asked)
        self.draft_button.clicked.connect(self.draft_continued)
        self.discard_button.clicked.connect(self.draft_discarded)
        self.cancel_button.clicked.connect(self.cancelled)

    def _lay_out(self) -> None:
        catalog = Card()
        column = QVBoxLayout(catalog)
        column.setContentsMargins(SPACE_L, SPACE_L, SPACE_L, SPACE_L)
        column.setSpacing(SPACE_S)
        column.addWidget(PlainLabel(self.tr("Choose your system"), "subtitle"))
        column.addWidget(self.search)
        column.addWidget(self.systems, 1)
        column.addWidget(self.said)
        column.addWidget(self.continue_button, 0, Qt.AlignmentFlag.AlignRight)
        side = QWidget()
        side.setProperty("look", "page")
        others = QVBoxLayout(side)
        others.setContentsMargins(0, 0, 0, 0)
        others.setSpacing(SPACE_M)
        for icon, title, sentence, button in (
            (
                "plug",
                self.tr("Any other system"),
                self.tr("Not in the list? If it has a REST API, its addresses and a key are enough."),
                self.form_button,
            ),
            (
                "table",
                self.tr("Files in a folder"),
                self.tr("CSV, Excel or JSON that a system or an office puts there."),
                self.folder_button,
            ),
            (
                "sliders",
                self.tr("A cURL command"),
                self.tr("For IT staff: copied from the browser, from Postman or from the vendor's documentation."),
                self.curl_button,
            ),
            (
                "upload",
                self.tr("A configuration file"),
                self.tr("From your IT team; it ends in .json. What it holds arrives switched off."),
                self.import_button,
            ),
        ):
            others.addWidget(_way(icon, title, sentence, button))
        others.addStretch(1)
        begun = QHBoxLayout(self.draft)
        begun.setContentsMargins(SPACE_L, SPACE_M, SPACE_L, SPACE_M)
        begun.setSpacing(SPACE_S)
        begun.addWidget(self.draft_said, 1)
        begun.addWidget(self.discard_button)
        begun.addWidget(self.draft_button)
        both = QHBoxLayout()
        both.setSpacing(SPACE_L)
        both.addWidget(catalog, 3)
        both.addWidget(_scrolled(side), 2)
        foot = QHBoxLayout()
        foot.addWidget(self.problem, 1)
        foot.addWidget(self.cancel_button, 0, Qt.AlignmentFlag.AlignRight)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE_XL, SPACE_XL, SPACE_XL, SPACE_L)
        layout.setSpacing(SPACE_M)
        layout.addWidget(PlainLabel(self.tr("Add an integration"), "title"))
        layout.addWidget(self.draft)
        layout.addLayout(both, 1)
        layout.addLayout(foot)


def _scrolled(inside: QWidget) -> QScrollArea:
    """Return what stands beside the catalog so that nothing of it is squeezed where the screen is low."""
    area = QScrollArea()
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(inside)
    return area


def _way(icon: str, title: str, sentence: str, button: QWidget) -> Card:
    card = Card()
    column = QVBoxLayout(card)
    column.setContentsMargins(SPACE_L, SPACE_M, SPACE_L, SPACE_M)
    column.setSpacing(SPACE_S)
    head = QHBoxLayout()
    head.setSpacing(SPACE_S)
    head.addWidget(IconLabel(icon, "accent"))
    head.addWidget(PlainLabel(title, "strong"), 1)
    column.addLayout(head)
    column.addWidget(PlainLabel(sentence, "muted", wrap=True))
    column.addSpacing(SPACE_XS)
    column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
    return card
