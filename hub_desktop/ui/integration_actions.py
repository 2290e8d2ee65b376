"""What happens when a person chooses to do something with an integration."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QWidget

from hub_desktop.core.errors import HubError, Remedy
from hub_desktop.core.events import Event
from hub_desktop.core.roles import UseCase
from hub_desktop.core.sign_in import OAUTH_TOKENS
from hub_desktop.core.status import Light
from hub_desktop.core.unfinished import Draft
from hub_desktop.hub.overview import IntegrationView
from hub_desktop.store.integrations import StoredIntegration
from hub_desktop.ui.board import Board
from hub_desktop.ui.question import Question
from hub_desktop.ui.remedies import Action
from hub_desktop.ui.session import Session
from hub_desktop.ui.set_up_dialog import SetUpDialog
from hub_desktop.ui.spoken import count
from hub_desktop.ui.style.widgets import danger_button
from hub_desktop.ui.words import data_type_counts


class IntegrationActions(QObject):
    """Carries out actions through the hub, asking first where something cannot be undone.

    Signals:
        page_asked(int): the page of this integration is to be shown.
        log_asked(int): the log of this integration is to be shown.
        refused_asked(int): the refused records of this integration are to be shown.
        run_asked(int, int): the log of this integration's run is to be shown.
        listener_asked(): the settings of the listener are to be shown.
        devices_asked(): the attendance devices are to be shown.
        export_asked(int): this integration is to be written to a file.
        failed(HubError): the hub refused, or something went wrong.
        told(str, str, str): kind, sentence and detail of something to say above the page.
    """

    page_asked = Signal(int)
    log_asked = Signal(int)
    refused_asked = Signal(int)
    run_asked = Signal(int, int)
    listener_asked = Signal()
    devices_asked = Signal()
    export_asked = Signal(int)
    failed = Signal(object)
    told = Signal(str, str, str)
    _happened = Signal(object)

    def __init__(self, session: Session, board: Board, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._board = board
        self._window = window
        self.dialog: QDialog | None = None
        """The dialog that is open now, one at a time."""
        self._deleting = 0

    @Slot(int, object)
    def on_action_asked(self, integration_id: int, action: Action) -> None:
        """Do it."""
        hub, actor = self._session.hub, self._session.actor
        opens: dict[Action, Callable[[int], object]] = {
            Action.OPEN: self.page_asked.emit,
            Action.TEST: self._test,
            Action.SIGN_IN: self._sign_in,
            Action.EDIT: self.open_form,
            Action.EDIT_SCHEDULE: self._open_schedule,
            Action.DELETE: self._confirm_delete,
            Action.EXPORT: self.export_asked.emit,
            Action.SHOW_LOG: self.log_asked.emit,
            Action.SHOW_REFUSED: self.refused_asked.emit,
            Action.REVIEW_HOLD: self._review_hold,
            Action.PREVIEW: self._preview,
            Action.SHOW_DRIFT: self._show_drift,
            Action.SHOW_WEBHOOK: self._show_webhook,
            Action.SHOW_SET_UP: self._show_set_up,
        }
        match action:
            case Action.SYNC:
                self._call(lambda: hub.syncs.request(actor, integration_id))
            case Action.CANCEL:
                self._call(lambda: hub.syncs.cancel(actor, integration_id))
            case Action.ENABLE | Action.DISABLE:
                on = action is Action.ENABLE
                self._call(lambda: hub.integrations.set_enabled(actor, integration_id, on))
            case Action.FINISH_SET_UP:
                self._call(lambda: hub.set_ups.finish(actor, integration_id))
            case Action.SHOW_DEVICES:
                self.devices_asked.emit()
            case _:
                opens[action](integration_id)

    @Slot(object)
    def on_event(self, event: Event) -> None:
        """Tell the webhook that is open what happened."""
        self._happened.emit(event)

    @Slot()
    def on_sync_all_asked(self) -> None:
        """Ask for a run of everything that is switched on."""
        hub, actor = self._session.hub, self._session.actor

        def ask() -> None:
            for view in hub.overview.all(actor):
                if view.config.enabled:
                    hub.syncs.request(actor, view.integration_id)

        self._call(ask)

    @Slot()
    def on_add_asked(self) -> None:
        """Open the choice of ways to add an integration."""
        from hub_desktop.ui.add_dialog import AddDialog

        dialog = AddDialog(self._session, self._window)
        dialog.saved.connect(self.on_added)
        dialog.told.connect(self.told)
        dialog.draft_left.connect(self.on_draft_left)
        dialog.draft_gone.connect(self.on_draft_gone)
        self._open(dialog)

    @Slot(object, object)
    def on_draft_left(self, draft: Draft, secrets: list[str]) -> None:
        """Keep what was typed and not saved, but no secret."""
        hub, actor = self._session.hub, self._session.actor
        self._session.calls.call(
            lambda: hub.drafts.keep(actor, draft, secrets), self.on_draft_kept, self.on_failed, owner=self
        )

    @Slot(object)
    def on_draft_kept(self, kept: bool) -> None:
        """Say whether it can be gone on with."""
        said = (
            self.tr("What you typed is kept for the next time you choose Add, without passwords and keys.")
            if kept
            else self.tr("What you typed is too long to be kept.")
        )
        self.told.emit("info" if kept else "warning", said, "")

    @Slot()
    def on_draft_gone(self) -> None:
        """Forget what was kept."""
        hub, actor = self._session.hub, self._session.actor
        self._call(lambda: hub.drafts.discard(actor))

    @Slot(int, str)
    def open_mapping(self, integration_id: int, endpoint: str) -> None:
        """Open the form of an integration with the field mapping of one endpoint."""
        self.open_form(integration_id, mapping_of=endpoint)

    @Slot(int, str)
    def open_details(self, integration_id: int, endpoint: str) -> None:
        """Open the form of an integration with the other settings of one endpoint."""
        self.open_form(integration_id, details_of=endpoint)

    def open_form(
        self, integration_id: int, *, mapping_of: str = "", details_of: str = "", at_schedule: bool = False
    ) -> None:
        """Open the form of an integration, with the field mapping or the settings of an endpoint where one is named.

        `at_schedule` begins with when it syncs.
        """
        from hub_desktop.ui.integration_form import IntegrationForm

        view = self._board.view(integration_id)
        signing_in = view is not None and view.status.remedy is Remedy.SIGN_IN_AGAIN
        form = IntegrationForm(self._session, integration_id, self._window, signing_in=signing_in)
        form.mapping_of, form.details_of, form.at_schedule = mapping_of, details_of, at_schedule
        form.saved.connect(self.on_saved)
        self._open(form)

    @Slot(int)
    def on_added(self, integration_id: int) -> None:
        """Go on to the devices where those feed what was added; else as with everything that was saved."""
        self._look_at(integration_id, self.on_added_looked_at)

    @Slot(object)
    def on_added_looked_at(self, found: tuple[StoredIntegration, bool]) -> None:
        """Show the devices, or go on with the set-up; a person signs in before it where that is how it is done."""
        stored, waits = found
        number, name = stored.integration_id, stored.name
        self._board.on_reading_due()
        if stored.config.fed_by_devices:
            self.devices_asked.emit()
        elif waits and not self._session.refusal(UseCase.CONNECT):
            self.open_sign_in(number, name).finished.connect(partial(self._set_up, number, name, new=True))
        else:
            self._set_up(number, name, new=True)

    @Slot(object, object)
    def on_set_up_asked(self, integration_id: int, action: Action) -> None:
        """Do what the set-up asks for, and let it see what has become of it."""
        set_up, before = self.sender(), self.dialog
        self.on_action_asked(integration_id, action)
        if isinstance(set_up, SetUpDialog) and self.dialog is not None and self.dialog is not before:
            self.dialog.finished.connect(set_up.on_changed_elsewhere)

    @Slot(int, str)
    def on_set_up_mapping_asked(self, integration_id: int, endpoint: str) -> None:
        """Open the field mapping for the set-up, and let it see what has become of it."""
        set_up = self.sender()
        self.open_mapping(integration_id, endpoint)
        if isinstance(set_up, SetUpDialog) and self.dialog is not None:
            self.dialog.finished.connect(set_up.on_changed_elsewhere)

    @Slot(int)
    def on_saved(self, integration_id: int) -> None:
        """Let a person sign in where that is missing; else try at once what did not work before it was mended."""
        self._look_at(integration_id, self.on_looked_at)

    @Slot(object)
    def on_looked_at(self, found: tuple[StoredIntegration, bool]) -> None:
        """Open the sign-in of what was saved, or try it."""
        stored, waits = found
        if waits and stored.config.enabled and not self._session.refusal(UseCase.CONNECT):
            self.open_sign_in(stored.integration_id, stored.name)
        else:
            self.on_mended(stored.integration_id)

    @Slot(int)
    def on_mended(self, integration_id: int) -> None:
        """Try at once what did not work before it was mended; its next time may be a day away."""
        view = self._board.view(integration_id)
        if view is None or view.status.light not in {Light.ERROR, Light.WAITING} or self._session.refusal(UseCase.SYNC):
            return
        hub, actor = self._session.hub, self._session.actor

        def try_again() -> None:
            if hub.integrations.get(actor, integration_id).config.enabled:
                hub.syncs.request(actor, integration_id)

        self._call(try_again)

    @Slot()
    def on_delete_confirmed(self) -> None:
        """Delete what was asked about."""
        hub, actor, number = self._session.hub, self._session.actor, self._deleting
        self._call(lambda: hub.integrations.delete(actor, number))

    @Slot(object)
    def on_done(self, result: object) -> None:
        """Read the views anew; some changes make no event of their own."""
        del result
        self._board.on_reading_due()

    @Slot(object)
    def on_failed(self, error: HubError) -> None:
        """Say what went wrong, and show the cards as they really are."""
        self.failed.emit(error)
        self._board.on_reading_due()

    def _call(self, work: Callable[[], object]) -> None:
        self._session.calls.call(work, self.on_done, self.on_failed, owner=self)

    def _look_at(self, integration_id: int, done: Callable[[tuple[StoredIntegration, bool]], None]) -> None:
        """Read an integration, and whether a person still has to sign in to it."""
        hub, actor = self._session.hub, self._session.actor

        def look() -> tuple[StoredIntegration, bool]:
            stored = hub.integrations.get(actor, integration_id)
            waits = stored.config.signed_in_by_person()
            return stored, waits and not hub.integrations.secrets_kept(actor, integration_id)[OAUTH_TOKENS]

        self._session.calls.call(look, done, self.on_failed, owner=self)

    def open_sign_in(self, integration_id: int, name: str) -> QDialog:
        """Let a person sign in to the system behind an integration."""
        from hub_desktop.ui.upstream_sign_in import UpstreamSignInDialog

        dialog = UpstreamSignInDialog(self._session, integration_id, name, self._window)
        dialog.signed_in.connect(self.on_mended)
        self._open(dialog)
        return dialog

    def _open_schedule(self, integration_id: int) -> None:
        self.open_form(integration_id, at_schedule=True)

    def _sign_in(self, integration_id: int) -> None:
        view = self._board.view(integration_id)
        if view is not None:
            self.open_sign_in(integration_id, view.name)

    def _test(self, integration_id: int) -> None:
        from hub_desktop.ui.test_report import TestReportDialog

        view = self._board.view(integration_id)
        if view is not None:
            report = TestReportDialog(self._session, integration_id, view.name, self._window)
            report.preview_asked.connect(self.on_preview_asked)
            self._open(report)

    def _review_hold(self, integration_id: int) -> None:
        from hub_desktop.ui.hold_review import HoldReview

        view = self._board.view(integration_id)
        if view is not None:
            review = HoldReview(self._session, integration_id, view.name, self._window)
            review.told.connect(self.told)
            # Deciding changes the lights, whether by the last decision or by leaving after some.
            review.finished.connect(self.on_done)
            self._open(review)

    @Slot(int)
    def on_preview_asked(self, integration_id: int) -> None:
        """Show what the next sync of an integration would do."""
        self._preview(integration_id)

    def _preview(self, integration_id: int) -> None:
        from hub_desktop.ui.preview_dialog import PreviewDialog

        view = self._board.view(integration_id)
        if view is not None:
            preview = PreviewDialog(self._session, integration_id, view.name, self._window)
            preview.action_asked.connect(self.on_action_asked)
            self._open(preview)

    def _show_drift(self, integration_id: int) -> None:
        from hub_desktop.ui.drift_dialog import DriftDialog

        view = self._board.view(integration_id)
        if view is not None:
            dialog = DriftDialog(self._session, integration_id, view.name, self._window)
            dialog.mapping_asked.connect(self.open_mapping)
            self._open(dialog)

    def _show_webhook(self, integration_id: int) -> None:
        from hub_desktop.ui.webhook_dialog import WebhookDialog

        view = self._board.view(integration_id)
        if view is not None:
            dialog = WebhookDialog(self._session, integration_id, view.name, self._window)
            dialog.run_asked.connect(self.run_asked)
            dialog.listener_asked.connect(self.listener_asked)
            self._happened.connect(dialog.on_event)
            self._open(dialog)

    def _show_set_up(self, integration_id: int) -> None:
        view = self._board.view(integration_id)
        if view is not None:
            self._set_up(integration_id, view.name)

    def _set_up(self, integration_id: int, name: str, _result: int = 0, *, new: bool = False) -> None:
        dialog = SetUpDialog(self._session, integration_id, name, self._window, new=new)
        dialog.action_asked.connect(self.on_set_up_asked)
        dialog.mapping_asked.connect(self.on_set_up_mapping_asked)
        dialog.told.connect(self.told)
        self._board.views_changed.connect(dialog.on_changed_elsewhere)
        self._open(dialog)

    def _confirm_delete(self, integration_id: int) -> None:
        view = self._board.view(integration_id)
        if view is None:
            return
        self._deleting = integration_id
        question = Question(
            self.tr("Delete integration"),
            [self.tr("Delete the integration “{name}”?").format(name=view.name), *self._what_goes(view)],
            danger_button(self.tr("Delete integration")),
            self.tr("Cancel"),
            default_yes=False,
            parent=self._window,
        )
        question.accepted.connect(self.on_delete_confirmed)
        self._open(question)

    def _what_goes(self, view: IntegrationView) -> list[str]:
        kept = sum(view.records.values())
        stays = (
            self.tr("The {records} it brought stay: {kinds}.").format(
                records=count(kept, "record"), kinds=data_type_counts(view.records)
            )
            if kept
            else self.tr("It has brought no records yet.")
        )
        goes = self.tr(
            "Its address, its field mappings and its stored password or key are removed, and it syncs no more. "
            "This cannot be undone."
        )
        return [goes, stays]

    def _open(self, dialog: QDialog) -> None:
        self.dialog = dialog
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
