"""A person signs in to a system from the window."""

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt, QUrl
from PySide6.QtGui import QGuiApplication

from hub_desktop.core.integration import read_integration
from hub_desktop.core.sign_in import OAUTH_TOKENS
from hub_desktop.core.status import Light
from hub_desktop.ui.integration_actions import IntegrationActions
from hub_desktop.ui.remedies import Action
from hub_desktop.ui.session import Session
from hub_desktop.ui.upstream_sign_in import UpstreamSignInDialog
from tests.fakes.http_server import HttpServer
from tests.fakes.oauth_server import Browser, OAuthServer, served, settings
from tests.ui.conftest import card_named, cards_of, window_of
from tests.ui.opened import opened

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with opened(tmp_path) as found:
        yield found


@pytest.fixture
def server() -> OAuthServer:
    return OAuthServer(confidential=False)


@pytest.fixture
def listening(server: OAuthServer) -> Iterator[HttpServer]:
    with served(server) as found:
        yield found


class Pages:
    """The browser of the desktop: visits what is opened, or does not exist."""

    def __init__(self, *, exists: bool = True, visits: bool = True) -> None:
        self.opened: list[str] = []
        self.browser = Browser()
        self._exists, self._visits = exists, visits

    def __call__(self, url: QUrl) -> bool:
        address = bytes(url.toEncoded().data()).decode()
        self.opened.append(address)
        if self._exists and self._visits:
            self.browser(address)
        return self._exists


def written(url: str, grant: str = "authorization-code", **changes: Any) -> Any:
    plain = {
        "name": "Classroom",
        "baseUrl": url,
        "authType": "oauth",
        "oauth": settings(url, grant, clientAuth="none"),
        "endpoints": {"students": "/students"},
    }
    return read_integration(plain | changes)


@pytest.fixture
def show(qtbot, session, listening):
    def make(grant: str = "authorization-code", **pages: Any) -> tuple[UpstreamSignInDialog, Pages]:
        number = session.hub.integrations.add(session.actor, written(listening.url, grant)).integration_id
        opener = Pages(**pages)
        dialog = UpstreamSignInDialog(session, number, "Classroom", open_page=opener)
        qtbot.addWidget(dialog)
        dialog.show()
        return dialog, opener

    return make


def kept(session: Session, number: int = 1) -> bool:
    return session.hub.integrations.secrets_kept(session.actor, number)[OAUTH_TOKENS]


def test_the_browser_opens_by_itself_and_the_dialog_closes_when_it_is_done(qtbot, session, show):
    with qtbot.waitSignal(_made(dialogs := [], show), timeout=15_000) as signed_in:
        pass
    dialog, pages = dialogs[0]
    assert signed_in.args == [1]
    assert not dialog.isVisible()
    assert kept(session)
    pages.browser.join()
    assert pages.browser.pages[0][0] == 200


def _made(dialogs: list[Any], show: Any) -> Any:
    dialogs.append(show())
    return dialogs[0][0].signed_in


def test_while_the_browser_is_waited_for(qtbot, session, show):
    dialog, pages = show(visits=False)
    assert "Preparing" in dialog.sentence.text() or pages.opened
    qtbot.waitUntil(lambda: pages.opened != [], timeout=15_000)
    assert "Your browser shows the sign-in page of Classroom" in dialog.sentence.text()
    assert dialog.close_button.text() == "Cancel"
    assert not dialog.again_button.isVisible()
    qtbot.mouseClick(dialog.copy_button, LEFT)
    assert QGuiApplication.clipboard().text() == pages.opened[0]
    assert dialog.copy_button.text() == "Copied"
    qtbot.mouseClick(dialog.page_button, LEFT)
    assert pages.opened == [pages.opened[0]] * 2
    qtbot.mouseClick(dialog.close_button, LEFT)
    assert not dialog.isVisible()
    assert not kept(session)


def test_where_there_is_no_browser_the_address_can_be_copied(qtbot, session, show, listening):
    dialog, pages = show(exists=False)
    qtbot.waitUntil(lambda: pages.opened != [], timeout=15_000)
    assert "No browser could be opened" in dialog.sentence.text()
    assert dialog.address.text() == f"{listening.url}/authorize…"
    assert dialog.focusWidget() is dialog.copy_button
    qtbot.mouseClick(dialog.copy_button, LEFT)
    by_hand = Browser()
    by_hand(QGuiApplication.clipboard().text())
    qtbot.waitUntil(lambda: not dialog.isVisible(), timeout=15_000)
    by_hand.join()
    assert kept(session)


def test_a_code_is_shown_with_its_page(qtbot, session, show, server, listening, monkeypatch):
    monkeypatch.setattr("hub_desktop.upstream.device_sign_in._LONGEST_INTERVAL", 0.05)
    server.device = ["authorization_pending"] * 10_000
    dialog, pages = show("device-code", visits=False)
    qtbot.waitUntil(dialog.code.isVisible, timeout=15_000)
    assert dialog.code.text() == "WDJB-MJHT"
    assert dialog.address.text() == f"{listening.url}/activate"
    for label in (dialog.sentence, dialog.address, dialog.code):
        assert label.height() >= label.heightForWidth(label.width()), "text is cut off"
    assert pages.opened == []
    qtbot.mouseClick(dialog.page_button, LEFT)
    assert pages.opened == [f"{listening.url}/activate?user_code=WDJB-MJHT"]
    qtbot.mouseClick(dialog.copy_button, LEFT)
    assert QGuiApplication.clipboard().text() == "WDJB-MJHT"
    server.device.clear()
    qtbot.waitUntil(lambda: not dialog.isVisible(), timeout=15_000)
    assert kept(session)


def test_a_refusal_is_said_and_tried_again(qtbot, session, show, server):
    server.consent = "access_denied"
    dialog, pages = show()
    qtbot.waitUntil(dialog.again_button.isVisible, timeout=15_000)
    assert "was declined in the browser" in dialog.sentence.text()
    assert dialog.close_button.text() == "Close"
    assert not dialog.copy_button.isVisible()
    assert not kept(session)
    server.consent = ""
    qtbot.mouseClick(dialog.again_button, LEFT)
    qtbot.waitUntil(lambda: not dialog.isVisible(), timeout=15_000)
    pages.browser.join()
    assert len(pages.opened) == 2
    assert kept(session)


@pytest.mark.parametrize("how", ["closed", "destroyed", "the program ends"])
def test_however_the_dialog_goes_the_sign_in_ends(qtbot, session, listening, how):
    number = session.hub.integrations.add(session.actor, written(listening.url)).integration_id
    pages = Pages(visits=False)
    dialog = UpstreamSignInDialog(session, number, "Classroom", open_page=pages)
    dialog.show()
    qtbot.waitUntil(lambda: pages.opened != [], timeout=15_000)
    began = time.monotonic()
    if how == "closed":
        dialog.reject()
    if how != "the program ends":
        dialog.deleteLater()
        QCoreApplication.sendPostedEvents(dialog, QEvent.Type.DeferredDelete)
    assert session.calls.close()
    assert time.monotonic() - began < 5
    if how == "the program ends":
        dialog.deleteLater()
        QCoreApplication.sendPostedEvents(dialog, QEvent.Type.DeferredDelete)
    assert not kept(session)


def test_the_card_leads_to_the_sign_in_and_the_sign_in_to_the_records(
    qtbot, open_desk, working_hub, person, listening, server, monkeypatch
):
    pages = Pages()
    monkeypatch.setattr(UpstreamSignInDialog.__init__, "__kwdefaults__", {"open_page": pages})
    number = working_hub.integrations.add(person, written(listening.url)).integration_id
    desk = open_desk()
    working_hub.syncs.request(person, number)
    page = cards_of(desk)
    qtbot.waitUntil(lambda: card_named(page, "Classroom").view.status.light is Light.ERROR, timeout=15_000)
    card = card_named(page, "Classroom")
    assert card.remedy.text() == "Sign in"
    assert "Nobody has signed in to Classroom yet" in card.reason.text()
    qtbot.waitUntil(card.remedy.isVisible)
    qtbot.mouseClick(card.remedy, LEFT)
    qtbot.waitUntil(lambda: card_named(page, "Classroom").view.status.light is Light.ACTIVE, timeout=20_000)
    pages.browser.join()
    assert working_hub.overview.one(person, number).records == {"students": 2}


def test_saving_a_system_that_nobody_signed_in_to_opens_its_sign_in(
    qtbot, open_desk, working_hub, person, listening, monkeypatch
):
    pages = Pages(visits=False)
    monkeypatch.setattr(UpstreamSignInDialog.__init__, "__kwdefaults__", {"open_page": pages})
    desk = open_desk()
    number = working_hub.integrations.add(person, written(listening.url)).integration_id
    actions: IntegrationActions = window_of(desk).actions_of
    actions.on_saved(number)
    qtbot.waitUntil(lambda: isinstance(actions.dialog, UpstreamSignInDialog), timeout=15_000)
    assert isinstance(actions.dialog, UpstreamSignInDialog)
    actions.dialog.reject()
    off = working_hub.integrations.add(person, written(listening.url, name="Later", enabled=False)).integration_id
    actions.dialog = None
    actions.on_saved(off)
    qtbot.wait(300)
    assert actions.dialog is None


def test_a_password_is_still_typed_in_the_form():
    from hub_desktop.core.errors import Remedy
    from hub_desktop.core.status import Status
    from hub_desktop.ui.remedies import offer

    refused = Status(Light.ERROR, "Why.", remedy=Remedy.SIGN_IN_AGAIN)
    typed, by_person = offer(refused), offer(refused, by_person=True)
    assert typed is not None
    assert by_person is not None
    assert (typed.action, by_person.action) == (Action.EDIT, Action.SIGN_IN)
    assert typed.words == by_person.words == "Sign in again"
    first = offer(refused, by_person=True, worked=False)
    assert first is not None
    assert first.words == "Sign in"
