"""Adding an integration, from the choice of a way to what is saved; going back loses nothing."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QVBoxLayout, QWidget

from hub_desktop.core.catalog import Template
from hub_desktop.core.curl import CurlGuess
from hub_desktop.core.errors import HubError
from hub_desktop.core.integration import Submitted, read_integration
from hub_desktop.core.offers import Offer
from hub_desktop.core.roles import UseCase
from hub_desktop.core.unfinished import Draft
from hub_desktop.ui import draft_values, form_values
from hub_desktop.ui.choice_page import ChoicePage
from hub_desktop.ui.curl_page import CurlPage
from hub_desktop.ui.dialog_room import room_for
from hub_desktop.ui.discarding import DiscardQuestion
from hub_desktop.ui.form_values import FormValues
from hub_desktop.ui.importing import FileImport
from hub_desktop.ui.integration_form import IntegrationForm
from hub_desktop.ui.session import Session
from hub_desktop.ui.tab_order import ReadingOrderDialog
from hub_desktop.ui.template_page import TemplatePage


class AddDialog(ReadingOrderDialog):
    """Leads from the choice to a template, a cURL command or the form, and back.

    Signals:
        saved(int): the integration of this number was stored.
        told(str, str, str): kind, sentence and detail of something to say once this is closed.
        draft_left(Draft, list): what was typed and not saved, and the secrets among it, which are not to be kept.
        draft_gone(): what was kept before is needed no more.
    """

    saved = Signal(int)
    told = Signal(str, str, str)
    draft_left = Signal(object, object)
    draft_gone = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._leaving = False
        self._kept: Draft | None = None
        self._continued = False
        self._templates: dict[str, TemplatePage] = {}
        self._forms: dict[str, IntegrationForm] = {}
        self._filled_from: dict[str, object] = {}
        self._way_back: QWidget | None = None
        self.choice = ChoicePage(session)
        self.curl = CurlPage()
        self.importing = FileImport(session, self)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.choice)
        self.stack.addWidget(self.curl)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.stack)
        self.resize(room_for(self))
        self._connect()
        self.setWindowTitle(self.tr("Add an integration"))
        self.choice.search.setFocus()
        if not session.refusal(UseCase.VIEW_DRAFT):
            hub, actor = session.hub, session.actor
            session.calls.call(lambda: hub.drafts.kept(actor), self.on_draft_read, self.on_draft_failed, owner=self)

    def template_page(self) -> TemplatePage | None:
        """Return the page of the chosen template while it is shown."""
        shown = self.stack.currentWidget()
        return shown if isinstance(shown, TemplatePage) else None

    def form(self) -> IntegrationForm | None:
        """Return the form while it is shown."""
        shown = self.stack.currentWidget()
        return shown if isinstance(shown, IntegrationForm) else None

    def reject(self) -> None:
        """Close; what was typed is kept for the next time, and only a command, which may hold a key, is asked about."""
        draft = None if self._leaving else self._draft()
        if draft is None and self.curl.text().strip() and not self._leaving:
            question = DiscardQuestion(self)
            question.discarded.connect(self.on_discarded)
            question.open()
            return
        if draft is not None:
            self.draft_left.emit(*draft)
        pages: list[TemplatePage | IntegrationForm] = [*self._templates.values(), *self._forms.values()]
        for page in pages:
            page.stop()
        super().reject()

    # -- slots -----------------------------------------------------------------------------------------------------

    @Slot(object)
    def on_template_chosen(self, template: Template) -> None:
        """Show a system of the catalog, with what was typed for it before."""
        if template.id not in self._templates:
            page = self._templates[template.id] = TemplatePage(self._session, template)
            self.stack.addWidget(page)
            page.back_asked.connect(self.on_choice_asked)
            page.cancelled.connect(self.reject)
            page.saved.connect(self.on_saved)
            page.settings_asked.connect(self.on_settings_asked)
            page.offers_chosen.connect(self.on_offers_chosen)
        page = self._templates[template.id]
        self.stack.setCurrentWidget(page)
        self.setWindowTitle(self.tr("Add {name}").format(name=template.name))
        page.begin()

    @Slot()
    def on_choice_asked(self) -> None:
        """Go back to the choice."""
        self.stack.setCurrentWidget(self.choice)
        self.setWindowTitle(self.tr("Add an integration"))
        self.choice.search.setFocus()

    @Slot()
    def on_curl_asked(self) -> None:
        """Show where a command is pasted."""
        self.stack.setCurrentWidget(self.curl)
        self.curl.edit.setFocus()

    @Slot()
    def on_form_asked(self) -> None:
        """Show the empty form."""
        self._show_form("", None, form_values.blank())

    @Slot()
    def on_folder_asked(self) -> None:
        """Ask for the folder whose files are to be read."""
        dialog = QFileDialog(self, self.tr("Choose the folder of the files"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self.on_folder_chosen)
        dialog.open()

    @Slot(str)
    def on_folder_chosen(self, folder: str) -> None:
        """Show the form with the folder in it."""
        values = replace(form_values.blank(), base_url=str(Path(folder)), type="custom")
        note = self.tr("Write for each kind of data the name of its file, such as students*.csv, and test it.")
        self._show_form("folder", folder, values, (note,))

    @Slot(object)
    def on_command_read(self, guess: CurlGuess) -> None:
        """Show the form filled from a command."""
        values = form_values.pasted(read_integration(guess.written))
        self._show_form("curl", self.curl.text(), values, guess.notes)

    @Slot(object)
    def on_settings_asked(self, submitted: Submitted) -> None:
        """Show the form filled from a template."""
        self._show_form(submitted.integration.template, submitted, form_values.pasted(submitted))

    @Slot(object, object)
    def on_offers_chosen(self, submitted: Submitted, offers: Sequence[Offer]) -> None:
        """Show the form filled from a template and let it make the changes that a test offers."""
        self.on_settings_asked(submitted)
        form = self.form()
        if form is not None:
            form.on_offers_chosen(offers)

    @Slot()
    def on_back_asked(self) -> None:
        """Go back from the form to where it was opened from."""
        if isinstance(self._way_back, TemplatePage):
            self.on_template_chosen(self._way_back.template)
        elif self._way_back is self.curl:
            self.on_curl_asked()
        else:
            self.on_choice_asked()

    @Slot(str, str, str)
    def on_told(self, kind: str, sentence: str, detail: str) -> None:
        """Show here what keeps an import from being done; all else is said once this is closed."""
        if kind == "error":
            self.choice.problem.show_problem(sentence)
        else:
            self.told.emit(kind, sentence, detail)

    @Slot(int)
    def on_import_ended(self, number: int) -> None:
        """Close where something came in and nothing was refused."""
        if number and not self.choice.problem.text():
            self._close()

    @Slot()
    def on_import_asked(self) -> None:
        """Ask for the file."""
        self.choice.problem.show_problem("")
        self.importing.on_asked()

    @Slot(int)
    def on_saved(self, integration_id: int) -> None:
        """Close, now that it is stored; what was kept of it is needed no more."""
        if self._continued:
            self.draft_gone.emit()
        self.saved.emit(integration_id)
        self.accept()

    @Slot(object)
    def on_draft_read(self, draft: Draft | None) -> None:
        """Offer to go on with what was begun before."""
        self._kept = draft
        self.choice.show_draft(draft)

    @Slot(object)
    def on_draft_failed(self, error: HubError) -> None:
        """Say why it could not be read; the ways to begin anew are there."""
        self.choice.problem.show_problem(error.sentence)

    @Slot()
    def on_draft_continued(self) -> None:
        """Show what was begun, where it was begun."""
        draft = self._kept
        if draft is None:
            return
        try:
            if draft.way == draft_values.TEMPLATE_WAY:
                self._continue_template(draft)
            else:
                notes = (self.tr("Passwords and keys were not kept. Type them again."),)
                self._show_form(draft.way, draft, draft_values.form_values_of(draft), notes)
        except ValueError:
            self.choice.problem.show_problem(self.tr("What was kept cannot be gone on with. Begin anew, please."))
            return
        self._continued = True

    @Slot()
    def on_draft_discarded(self) -> None:
        """Forget what was begun before."""
        self._kept = None
        self.choice.show_draft(None)
        self.choice.search.setFocus()
        self.draft_gone.emit()

    @Slot()
    def on_form_left(self) -> None:
        """Close, for the form, which is a part of this, was left."""
        QTimer.singleShot(0, self.reject)

    @Slot()
    def on_discarded(self) -> None:
        """Close, for a person chose to discard what was typed."""
        self._close()

    def _draft(self) -> tuple[Draft, list[str]] | None:
        """Return what was typed and is not saved, with the secrets among it; of several ways the one that is shown."""
        pages: list[TemplatePage | IntegrationForm] = [*self._forms.values(), *self._templates.values()]
        shown = self.stack.currentWidget()
        # A form that is shown is left before this is, and then it is not touched any less.
        for page in sorted(pages, key=lambda one: one is not shown):
            if not page.touched():
                continue
            if isinstance(page, TemplatePage):
                values = page.values()
                secrets = [values[blank.name] for blank in page.template.secret_blanks if values[blank.name]]
                return draft_values.of_template(page.template, page.name(), values), secrets
            typed = page.values()
            way = next(way for way, form in self._forms.items() if form is page)
            return draft_values.of_form(way, typed), draft_values.typed_secrets(typed)
        return None

    def _continue_template(self, draft: Draft) -> None:
        template = self.choice.template_of(str(draft.values.get("template")))
        blanks = draft.values.get("blanks")
        if template is None or not isinstance(blanks, dict):
            raise ValueError("there is no such system")
        self.on_template_chosen(template)
        page = self._templates[template.id]
        page.show_values(str(draft.values.get("name") or template.name), blanks)
        page.begin()

    def _close(self) -> None:
        self._leaving = True
        # Not from within the slot of a dialog that is itself about to close.
        QTimer.singleShot(0, self.reject)

    def _show_form(self, way: str, source: object, values: FormValues, notes: tuple[str, ...] = ()) -> None:
        """Show the form of a way; filled from the same source before, it still has what was changed in it since."""
        if way not in self._forms:
            form = self._forms[way] = IntegrationForm(self._session, parent=self.stack, embedded=True)
            self.stack.addWidget(form)
            form.back_asked.connect(self.on_back_asked)
            form.saved.connect(self.on_saved)
            form.rejected.connect(self.on_form_left)
        form = self._forms[way]
        if way not in self._filled_from or self._filled_from[way] != source:
            form.begin(values, notes)
            self._filled_from[way] = source
        self._way_back = self.stack.currentWidget()
        self.stack.setCurrentWidget(form)
        form.show()
        form.name.setFocus()
        form.name.selectAll()

    def _connect(self) -> None:
        self.choice.template_chosen.connect(self.on_template_chosen)
        self.choice.form_asked.connect(self.on_form_asked)
        self.choice.curl_asked.connect(self.on_curl_asked)
        self.choice.folder_asked.connect(self.on_folder_asked)
        self.choice.import_asked.connect(self.on_import_asked)
        self.choice.cancelled.connect(self.reject)
        self.choice.draft_continued.connect(self.on_draft_continued)
        self.choice.draft_discarded.connect(self.on_draft_discarded)
        self.curl.back_asked.connect(self.on_choice_asked)
        self.curl.cancelled.connect(self.reject)
        self.curl.read.connect(self.on_command_read)
        self.importing.told.connect(self.on_told)
        self.importing.ended.connect(self.on_import_ended)
