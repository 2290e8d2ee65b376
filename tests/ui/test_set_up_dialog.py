"""The end of the set-up: how often, what a sync would do, and the checklist, as a person goes through them."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from hub_desktop.core.actor import Actor, Role
from hub_desktop.core.checklist import SetUpStep
from hub_desktop.core.integration import read_integration
from hub_desktop.hub.hub import Hub
from hub_desktop.ui.add_dialog import AddDialog
from hub_desktop.ui.application import Desk
from hub_desktop.ui.integration_form import IntegrationForm
from hub_desktop.ui.navigation import Page
from hub_desktop.ui.preview_dialog import PreviewDialog
from hub_desktop.ui.session import Session
from hub_desktop.ui.set_up_dialog import SetUpDialog
from hub_desktop.ui.style.tokens import WINDOW_MINIMUM
from hub_desktop.ui.test_report import TestReportDialog
from hub_desktop.ui.upstream_sign_in import UpstreamSignInDialog
from tests.accessibility import unnamed_controls
from tests.ui.conftest import Served, card_named, cards_of, window_of

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
LEFT = Qt.MouseButton.LeftButton
OpenDesk = Callable[..., Desk]
AddErp = Callable[..., int]


def set_up_of(desk: Desk, qtbot: QtBot) -> SetUpDialog:
    def open_one() -> SetUpDialog | None:
        found = [one for one in window_of(desk).findChildren(SetUpDialog) if one.isVisible()]
        return found[0] if found else None

    qtbot.waitUntil(lambda: open_one() is not None, timeout=15_000)
    dialog = open_one()
    assert dialog is not None
    return dialog


def listed(dialog: SetUpDialog) -> dict[SetUpStep, bool]:
    found = dialog.checklist.checklist
    return {} if found is None else {item.step: item.done for item in found.items}


def is_done(qtbot: QtBot, dialog: SetUpDialog, step: SetUpStep) -> None:
    qtbot.waitUntil(lambda: listed(dialog).get(step, False), timeout=20_000)


def said(desk: Desk) -> list[str]:
    return window_of(desk).messages.sentences


def begin_adding(desk: Desk, served: Served, qtbot: QtBot) -> IntegrationForm:
    """Fill the form with the sample ERP, its students and faculty."""
    window_of(desk).actions_of.on_add_asked()
    adding = next(one for one in window_of(desk).findChildren(AddDialog) if one.isVisible())
    qtbot.mouseClick(adding.choice.form_button, LEFT)
    form = adding.form()
    assert form is not None
    form.name.setText("College ERP")
    form.base_url.setText(f"{served.address}/erp")
    form.credentials.secret_edit().setText("erp-token-12345")
    for name in ("students", "faculty"):
        row = form.endpoints.row_of(name)
        assert row is not None
        row.tick.setChecked(True)
        row.path.setText(f"/api/v1/{name}")
    assert not form.enabled.isVisible(), "the last step switches it on"
    return form


def test_from_save_to_switched_on(
    open_desk: OpenDesk, served: Served, working_hub: Hub, person: Actor, qtbot: QtBot
) -> None:
    desk = open_desk()
    qtbot.mouseClick(begin_adding(desk, served, qtbot).save_button, LEFT)
    dialog = set_up_of(desk, qtbot)
    qtbot.waitUntil(lambda: set(dialog.intervals.boxes) == {"students", "faculty"}, timeout=15_000)
    assert dialog.step.text() == "Step 1 of 3"
    assert dialog.intervals.boxes["students"].currentText() == "24 hours"
    assert not dialog.back_button.isVisible()
    assert unnamed_controls(dialog) == []
    dialog.intervals.boxes["faculty"].setCurrentText("soon")
    qtbot.mouseClick(dialog.next_button, LEFT)
    assert "Faculty: Write how often to sync" in dialog.intervals.problem.text()
    dialog.intervals.boxes["faculty"].setCurrentText("12 hours")
    qtbot.mouseClick(dialog.next_button, LEFT)
    qtbot.waitUntil(lambda: dialog.dry_run.looked, timeout=20_000)
    assert dialog.step.text() == "Step 2 of 3"
    assert dialog.dry_run.sentence.text() == "A sync now would add 389, change 0 and remove 0."
    assert dialog.dry_run.records_button.isVisible()
    assert unnamed_controls(dialog) == []
    (view,) = working_hub.overview.all(person)
    number = view.integration_id
    assert working_hub.syncs.history(person, number) == [], "nothing was written"
    assert view.config.interval_of("faculty") == 720
    qtbot.mouseClick(dialog.dry_run.records_button, LEFT)
    preview = window_of(desk).findChild(PreviewDialog)
    assert preview is not None
    preview.reject()
    qtbot.mouseClick(dialog.next_button, LEFT)
    is_done(qtbot, dialog, SetUpStep.MAPPING)
    assert listed(dialog) == {
        SetUpStep.CREDENTIALS: True,
        SetUpStep.TEST: True,
        SetUpStep.MAPPING: True,
        SetUpStep.INTERVAL: True,
        SetUpStep.SWITCH_ON: False,
        SetUpStep.FIRST_SYNCS: False,
        SetUpStep.WEBHOOK: False,
    }
    assert dialog.checklist.sentence.text() == "2 things left to do for College ERP."
    assert unnamed_controls(dialog) == []
    qtbot.mouseClick(dialog.back_button, LEFT)
    assert dialog.step.text() == "Step 2 of 3"
    qtbot.mouseClick(dialog.next_button, LEFT)
    assert dialog.next_button.text() == "S&witch on and finish"
    qtbot.mouseClick(dialog.next_button, LEFT)
    assert not dialog.isVisible()
    qtbot.waitUntil(lambda: working_hub.integrations.get(person, number).config.enabled, timeout=15_000)
    assert not any("switched off" in sentence for sentence in said(desk))


def test_a_dry_run_is_cancelled_and_the_rest_is_done_later(
    open_desk: OpenDesk, served: Served, working_hub: Hub, person: Actor, qtbot: QtBot
) -> None:
    desk = open_desk()
    form = begin_adding(desk, served, qtbot)
    served.college.slow_seconds = 1.0
    served.college.set_fault("erp", "slow")
    qtbot.mouseClick(form.save_button, LEFT)
    dialog = set_up_of(desk, qtbot)
    qtbot.waitUntil(lambda: bool(dialog.intervals.boxes), timeout=15_000)
    qtbot.mouseClick(dialog.next_button, LEFT)
    assert dialog.dry_run.cancel_button.isVisible()
    assert dialog.next_button.toolTip() == "Wait for the dry run, or cancel it."
    qtbot.mouseClick(dialog.dry_run.cancel_button, LEFT)
    assert dialog.dry_run.sentence.text() == "Cancelling…"
    qtbot.waitUntil(lambda: dialog.dry_run.looked, timeout=20_000)
    assert dialog.dry_run.sentence.text() == "The preview was cancelled."
    assert dialog.next_button.isEnabled()
    assert dialog.dry_run.again_button.isVisible()
    qtbot.mouseClick(dialog.close_button, LEFT)
    assert not dialog.isVisible()
    assert any("College ERP is saved and switched off" in sentence for sentence in said(desk))
    card = card_named(cards_of(desk), "College ERP")
    card.set_up.trigger()
    dialog = set_up_of(desk, qtbot)
    is_done(qtbot, dialog, SetUpStep.CREDENTIALS)
    assert not dialog.step.isVisible()
    assert dialog.title.text() == "Set-up checklist"
    assert not listed(dialog)[SetUpStep.TEST]
    served.college.set_fault("erp", "none")
    served.college.slow_seconds = 0.0
    qtbot.mouseClick(dialog.checklist.buttons[SetUpStep.TEST], LEFT)
    report = window_of(desk).findChild(TestReportDialog)
    assert report is not None
    qtbot.waitUntil(report.preview_button.isVisible, timeout=20_000)
    report.reject()
    is_done(qtbot, dialog, SetUpStep.TEST)
    assert dialog.checklist.dry_run_button is not None
    qtbot.mouseClick(dialog.checklist.dry_run_button, LEFT)
    qtbot.waitUntil(lambda: "would add 389" in dialog.dry_run.sentence.text(), timeout=20_000)
    qtbot.mouseClick(dialog.next_button, LEFT)
    is_done(qtbot, dialog, SetUpStep.MAPPING)
    qtbot.mouseClick(dialog.checklist.buttons[SetUpStep.INTERVAL], LEFT)
    assert dialog.title.text() == "How often it syncs"
    qtbot.mouseClick(dialog.next_button, LEFT)
    qtbot.mouseClick(dialog.next_button, LEFT)
    qtbot.mouseClick(dialog.checklist.buttons[SetUpStep.SWITCH_ON], LEFT)
    is_done(qtbot, dialog, SetUpStep.SWITCH_ON)
    assert dialog.next_button.text() == "&Finish"
    assert not dialog.close_button.isVisible()
    qtbot.mouseClick(dialog.checklist.buttons[SetUpStep.FIRST_SYNCS], LEFT)
    assert not dialog.isVisible()
    assert window_of(desk).page is Page.ACTIVITY


def test_three_good_syncs_and_a_secret_finish_it(
    open_desk: OpenDesk, add_erp: AddErp, working_hub: Hub, person: Actor, qtbot: QtBot
) -> None:
    number = add_erp()
    for _ in range(3):
        working_hub.syncs.run(person, number)
    working_hub.integrations.set_secret(person, number, "webhookSecret", "webhook-secret-12345")
    desk = open_desk()
    card_named(cards_of(desk), "College ERP").set_up.trigger()
    dialog = set_up_of(desk, qtbot)
    qtbot.waitUntil(lambda: all(listed(dialog).values()) and bool(listed(dialog)), timeout=15_000)
    assert dialog.checklist.sentence.text() == "College ERP is set up."
    assert list(dialog.checklist.buttons) == [SetUpStep.INTERVAL]


def test_a_failing_dry_run_says_why_and_does_not_stand_in_the_way(
    open_desk: OpenDesk, add_erp: AddErp, served: Served, qtbot: QtBot
) -> None:
    add_erp(token="not-the-token", enabled=False)
    desk = open_desk()
    card_named(cards_of(desk), "College ERP").set_up.trigger()
    dialog = set_up_of(desk, qtbot)
    qtbot.waitUntil(lambda: dialog.checklist.dry_run_button is not None, timeout=15_000)
    qtbot.mouseClick(dialog.checklist.dry_run_button, LEFT)
    qtbot.waitUntil(lambda: dialog.dry_run.looked, timeout=20_000)
    assert dialog.dry_run.sentence.text() == "A sync now would fail."
    assert "refused" in dialog.dry_run.problem.text()
    assert "not-the-token" not in dialog.dry_run.problem.text()
    assert dialog.dry_run.mend_button.text() == "Sign in again…"
    qtbot.mouseClick(dialog.dry_run.mend_button, LEFT)
    form = window_of(desk).findChild(IntegrationForm)
    assert form is not None
    qtbot.waitUntil(lambda: form.name.text() == "College ERP", timeout=15_000)
    form.credentials.secret_edit().setText("erp-token-12345")
    with qtbot.waitSignal(form.saved, timeout=15_000):
        qtbot.mouseClick(form.save_button, LEFT)
    qtbot.mouseClick(dialog.dry_run.again_button, LEFT)
    qtbot.waitUntil(lambda: "would add 389" in dialog.dry_run.sentence.text(), timeout=20_000)
    assert not dialog.dry_run.mend_button.isVisible()
    qtbot.mouseClick(dialog.next_button, LEFT)
    assert dialog.title.text() == "Set-up checklist"
    is_done(qtbot, dialog, SetUpStep.TEST)


def test_a_system_that_a_person_signs_in_to_asks_for_that_first(
    open_desk: OpenDesk, working_hub: Hub, person: Actor, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(UpstreamSignInDialog.__init__, "__kwdefaults__", {"open_page": lambda _: False})
    written = {
        "name": "Classroom",
        "baseUrl": "https://classroom.example.edu",
        "authType": "oauth",
        "oauth": {
            "grant": "authorization-code",
            "authorizeUrl": "https://id.example.edu/a",
            "tokenUrl": "https://id.example.edu/t",
            "clientId": "hub",
            "clientAuth": "none",
        },
        "endpoints": {"students": "/students"},
    }
    desk = open_desk()
    number = working_hub.set_ups.begin(person, read_integration(written)).integration_id
    actions = window_of(desk).actions_of
    actions.on_added(number)
    qtbot.waitUntil(lambda: isinstance(actions.dialog, UpstreamSignInDialog), timeout=15_000)
    assert actions.dialog is not None
    actions.dialog.reject()
    dialog = set_up_of(desk, qtbot)
    qtbot.waitUntil(lambda: bool(listed(dialog)), timeout=15_000)
    assert not listed(dialog)[SetUpStep.CREDENTIALS]
    assert dialog.checklist.buttons[SetUpStep.CREDENTIALS].text() == "Sign in…"


def test_a_viewer_sees_the_list_and_why_nothing_can_be_done(
    open_desk: OpenDesk, add_erp: AddErp, working_hub: Hub, person: Actor, qtbot: QtBot
) -> None:
    number = add_erp(enabled=False)
    desk = open_desk()
    viewer = Actor("Vera", Role.VIEWER, person.face)
    assert desk.calls is not None
    dialog = SetUpDialog(Session(working_hub, viewer, desk.calls, named=True), number, "College ERP")
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: bool(listed(dialog)), timeout=15_000)
    for button in dialog.checklist.buttons.values():
        assert not button.isEnabled()
        assert "Your account may not do this" in button.toolTip()
    assert dialog.next_button.text() == "&Finish"


def test_nothing_of_it_is_cut_off_at_the_least_size(open_desk: OpenDesk, add_erp: AddErp, qtbot: QtBot) -> None:
    add_erp("Library of the Faculty of Engineering and Applied Sciences", enabled=False)
    desk = open_desk()
    window_of(desk).resize(*WINDOW_MINIMUM)
    cards_of(desk).cards()[0].set_up.trigger()
    dialog = set_up_of(desk, qtbot)
    qtbot.waitUntil(lambda: bool(dialog.checklist.buttons), timeout=15_000)
    for button in (*dialog.checklist.buttons.values(), dialog.next_button, dialog.close_button):
        assert button.width() >= button.minimumSizeHint().width(), button.text()
    assert dialog.checklist.minimumSizeHint().width() <= dialog.width()


def test_what_was_typed_is_kept_when_the_dialog_is_left(
    open_desk: OpenDesk, served: Served, working_hub: Hub, person: Actor, qtbot: QtBot
) -> None:
    desk = open_desk()
    form = begin_adding(desk, served, qtbot)
    qtbot.mouseClick(form.cancel_button, LEFT)
    qtbot.waitUntil(lambda: any("is kept for the next time" in sentence for sentence in said(desk)), timeout=15_000)
    kept = working_hub.drafts.kept(person)
    assert kept is not None
    assert kept.name == "College ERP"
    assert "erp-token" not in str(kept)
