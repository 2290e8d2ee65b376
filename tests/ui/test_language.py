"""The window in another language: chosen by click, taken on while everything goes on, and given back."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NoReturn

import pytest
from PySide6.QtCore import QEvent, QLocale, Qt, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from hub_desktop.core.actor import Actor, Role
from hub_desktop.core.errors import MissingFilesError
from hub_desktop.core.runs import RunStatus, Trigger
from hub_desktop.hub.hub import Hub
from hub_desktop.store.folder import AlreadyRunningError, DataFolder
from hub_desktop.ui import language
from hub_desktop.ui.application import Desk, kept_language, show_failure
from hub_desktop.ui.form_fields import ProblemLabel
from hub_desktop.ui.language import LANGUAGE, SYSTEM, Language, Translations, meant_by, speaking
from hub_desktop.ui.main_window import MainWindow
from hub_desktop.ui.navigation import Page, Section, section_title
from hub_desktop.ui.rescue_dialog import RescueDialog
from hub_desktop.ui.settings_page import SettingsPage
from hub_desktop.ui.sign_in import SignInDialog
from hub_desktop.ui.spoken import spoken
from hub_desktop.ui.style.widgets import Card, MessageStrip
from hub_desktop.ui.system_row import SystemRow
from hub_desktop.ui.words import counted, when
from tests.accessibility import unnamed_controls
from tests.ui.conftest import window_of

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", "QPlatformNativeInterface")
OpenDesk = Callable[..., Desk]


@pytest.fixture
def in_hindi(styled: QApplication) -> Iterator[Translations]:
    translations = Translations()
    assert translations.take_on("hi")
    yield translations
    translations.stop()


def choose(desk: Desk, qtbot: QtBot, wanted: str) -> MainWindow:
    """Choose a language in the settings as a person does, and return the window that comes of it."""
    before = window_of(desk)
    settings = before.show_page(Page.SETTINGS)
    assert isinstance(settings, SettingsPage)
    qtbot.waitUntil(lambda: settings.of_college.count() > 0)
    place = settings.language.findData(wanted)
    settings.language.setFocus()
    settings.language.showPopup()
    view = settings.language.view()
    spot = view.visualRect(view.model().index(place, 0)).center()
    qtbot.mouseMove(view.viewport(), spot)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    qtbot.waitUntil(lambda: desk.window is not before)
    return window_of(desk)


def shown(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel))


def windows(app: QApplication) -> list[QWidget]:
    app.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    app.processEvents()
    return [one for one in app.topLevelWidgets() if isinstance(one, MainWindow)]


def test_hindi_and_back_by_click(
    open_desk: OpenDesk, working_hub: Hub, styled: QApplication, add_erp: Callable[..., int], qtbot: QtBot
) -> None:
    add_erp()
    desk = open_desk()
    window_of(desk).resize(1040, 700)
    board = desk.board
    window = choose(desk, qtbot, "hi")
    assert [button.text().split(" (")[0] for button in window.navigation.buttons.values()][:2] == [
        "मुख्य पृष्ठ",
        "एकीकरण",
    ]
    assert window.page is Page.SETTINGS
    assert window.isVisible()
    assert (window.width(), window.height()) == (1040, 700)
    assert desk.tray.sync_all.text() == "सभी सिंक करें"
    assert "आपका सिस्टम अभी सिंक नहीं हुआ है।" in desk.tray.icon.toolTip()
    assert desk.board is board, "what the board knows of running syncs must stay"
    assert windows(styled) == [window]
    settings = window.show_page(Page.SETTINGS)
    assert isinstance(settings, SettingsPage)
    qtbot.waitUntil(lambda: settings.of_college.count() > 0)
    assert settings.language.currentText() == language.OWN_NAMES[Language.HINDI] or not language.can_be_drawn(
        Language.HINDI
    )
    assert settings.rail.currentItem().text() == "रूप-रंग"
    assert not unnamed_controls(window)
    home = window.show_page(Page.HOME)
    assert "आपका सिस्टम अभी सिंक नहीं हुआ है।" in shown(home)
    assert "अभी नहीं चला" in shown(home)
    assert [row.name.text() for row in home.findChildren(SystemRow)] == ["College ERP"]
    assert working_hub.storage.setting(LANGUAGE) == "hi"
    window = choose(desk, qtbot, "en")
    assert window.navigation.buttons[Page.HOME].text() == "Home"
    assert "Your system has not been synced yet." in shown(window.show_page(Page.HOME))
    assert desk.tray.sync_all.text() == "Sync all"
    assert windows(styled) == [window]


def test_a_sync_goes_on_while_the_language_changes(
    open_desk: OpenDesk, working_hub: Hub, person: Actor, add_erp: Callable[..., int], qtbot: QtBot
) -> None:
    number = add_erp()
    desk = open_desk()
    working_hub.syncs.request(person, number, Trigger.MANUAL)
    window = choose(desk, qtbot, "hi")
    home = window.show_page(Page.HOME)
    qtbot.waitUntil(lambda: "आपका सिस्टम काम कर रहा है।" in shown(home), timeout=20_000)
    qtbot.waitUntil(lambda: "विद्यार्थी" in shown(home))
    (run,) = working_hub.activity.runs(person, number).rows
    assert run.status is RunStatus.SUCCEEDED


def test_the_chosen_language_is_there_at_the_next_start(open_desk: OpenDesk, qtbot: QtBot) -> None:
    desk = open_desk()
    choose(desk, qtbot, "hi")
    desk.close()
    again = window_of(open_desk())
    assert again.navigation.buttons[Page.DATA].text() == "डेटा"


def test_first_start_and_sign_in_follow(open_desk: OpenDesk, working_hub: Hub, qtbot: QtBot) -> None:
    desk = open_desk()
    home = choose(desk, qtbot, "hi").show_page(Page.HOME)
    assert "अपना पहला सिस्टम जोड़ें" in shown(home)
    dialog = SignInDialog(working_hub, desk.calls)
    qtbot.addWidget(dialog)
    assert dialog.windowTitle() == "Hub Desktop में साइन इन करें"
    qtbot.mouseClick(dialog.sign_in_button, Qt.MouseButton.LeftButton)
    assert dialog.problem() == "अपना पासवर्ड लिखें।"


def test_what_reads_only_keeps_the_choice_for_itself(
    open_desk: OpenDesk, working_hub: Hub, person: Actor, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody who may not change settings still reads in their language until the program ends."""
    viewer = Actor("viewer", Role.VIEWER, person.face)
    monkeypatch.setattr(type(working_hub.accounts), "person_at_the_pc", lambda *_: viewer)
    desk = open_desk()
    window = choose(desk, qtbot, "hi")
    assert window.navigation.buttons[Page.HOME].text() == "मुख्य पृष्ठ"
    assert working_hub.storage.setting(LANGUAGE, SYSTEM) == SYSTEM


def test_sentences_of_the_hub_are_said_where_they_are_shown(in_hindi: Translations, qtbot: QtBot) -> None:
    label, strip = ProblemLabel(), MessageStrip("error", "Your system is switched off.")
    qtbot.addWidget(label)
    qtbot.addWidget(strip)
    label.show_problem("Your account may not do this. Ask a colleague with the role Principal.")
    assert label.text() == "आपका खाता यह नहीं कर सकता। प्राचार्य की भूमिका वाले किसी सहकर्मी से कहें।"
    assert "आपका सिस्टम बंद है।" in shown(strip)
    assert strip.sentence == "Your system is switched off."
    assert counted("students", 1204) == "1,204 विद्यार्थी"
    assert when(None) == "कभी नहीं"
    assert spoken("Nobody has translated this yet.") == "Nobody has translated this yet."
    in_hindi.stop()
    assert spoken("Active") == "Active"
    assert counted("students", 1204) == "1,204 students"


def test_a_class_says_what_its_parent_says(in_hindi: Translations, qtbot: QtBot) -> None:
    class Special(MessageStrip):
        pass

    strip = Special("info", "x", "y")
    qtbot.addWidget(strip)
    assert strip._fold.text() == "विवरण"


def test_without_a_font_for_hindi_the_setting_says_so(
    open_desk: OpenDesk, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr("hub_desktop.ui.settings_page.can_be_drawn", Language.ENGLISH.__eq__)
    settings = window_of(open_desk()).show_page(Page.SETTINGS)
    assert isinstance(settings, SettingsPage)
    assert "fonts-noto-core" in settings.language_field.problem()
    assert settings.language.itemText(settings.language.findData("hi")) == "Hindi"


def test_a_language_of_the_computer_that_no_font_can_draw_is_not_taken_on(
    styled: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(language, "meant_by", lambda _choice: Language.HINDI)
    monkeypatch.setattr(language, "can_be_drawn", Language.ENGLISH.__eq__)
    translations = Translations()
    assert not translations.take_on(SYSTEM)
    assert translations.language is Language.ENGLISH
    monkeypatch.setattr(language, "can_be_drawn", lambda _language: True)
    assert translations.take_on(SYSTEM)
    translations.stop()


@pytest.mark.parametrize(
    ("of_the_computer", "meant"),
    [
        (["hi-Deva-IN", "hi-IN", "en-IN"], Language.HINDI),
        (["en-IN", "hi-IN"], Language.ENGLISH),
        (["mr-IN", "hi-IN"], Language.HINDI),
        (["de-DE"], Language.ENGLISH),
        ([], Language.ENGLISH),
    ],
)
def test_the_computer_says_which_language_is_meant(
    of_the_computer: list[str], meant: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Computer:
        def uiLanguages(self) -> list[str]:  # noqa: N802
            return of_the_computer

    monkeypatch.setattr("hub_desktop.ui.language.QLocale.system", Computer)
    assert meant_by(SYSTEM) is meant
    assert meant_by("hi") is Language.HINDI
    assert meant_by("klingon") is Language.ENGLISH


@pytest.mark.errors_logged
def test_a_missing_translation_leaves_the_window_english(
    styled: QApplication, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("hub_desktop.ui.language.resource_path", tmp_path.joinpath)
    translations = Translations()
    assert not translations.take_on("hi")
    assert translations.language is Language.ENGLISH
    assert spoken("Active") == "Active"
    translations.stop()


def test_days_follow_and_digits_stay(in_hindi: Translations) -> None:
    assert QLocale().dayName(1) == "सोमवार"
    assert QLocale().toString(5) == "5"


def test_sections_are_found_in_every_language(open_desk: OpenDesk, qtbot: QtBot) -> None:
    window = choose(open_desk(), qtbot, "hi")
    window.on_listener_asked()
    settings = window.show_page(Page.SETTINGS)
    assert isinstance(settings, SettingsPage)
    assert settings.rail.currentItem().text() == section_title(Section.LISTENER)
    titles = [card.accessibleName() for card in settings.findChildren(Card) if card.accessibleName()]
    assert section_title(Section.LISTENER) in titles


def test_the_page_of_an_integration_stays_open(open_desk: OpenDesk, add_erp: Callable[..., int], qtbot: QtBot) -> None:
    number = add_erp()
    desk = open_desk()
    window_of(desk).show_integration(number)
    desk.on_language_chosen("hi")
    shown_page = window_of(desk).open_integrations.shown
    assert shown_page is not None
    assert shown_page.integration_id == number
    assert window_of(desk).navigation.buttons[Page.INTEGRATIONS].text().startswith("एकीकरण")


def test_what_is_typed_and_not_saved_is_not_lost(
    open_desk: OpenDesk, add_erp: Callable[..., int], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    number = add_erp()
    desk = open_desk()
    window = window_of(desk)
    window.show_integration(number)
    page = window.open_integrations.shown
    assert page is not None
    monkeypatch.setattr(page, "has_unsaved", lambda: True)
    desk.on_language_chosen("hi")
    assert desk.window is window
    assert "is not saved yet" in window.messages.sentences[0]
    monkeypatch.undo()
    desk.on_language_chosen("hi")
    assert desk.window is not window


def test_what_is_said_where_the_settings_cannot_be_read_speaks_the_language_of_last_time(
    open_desk: OpenDesk, styled: QApplication, folder: DataFolder, qtbot: QtBot
) -> None:
    assert kept_language(folder.path) == SYSTEM
    desk = open_desk()
    choose(desk, qtbot, "hi")
    assert kept_language(folder.path) == "hi"
    desk.close()
    said: list[str] = []

    def read() -> None:
        [box] = [one for one in styled.topLevelWidgets() if isinstance(one, QMessageBox) and one.isVisible()]
        said.append(box.text())
        box.close()

    QTimer.singleShot(100, styled, read)
    show_failure(AlreadyRunningError("Hub Desktop is already running with this data folder."), folder.path)
    assert said == ["Hub Desktop इस डेटा फ़ोल्डर के साथ पहले से चल रहा है।"]
    assert spoken("Hub Desktop is already running with this data folder.").startswith("Hub Desktop is")


def test_files_that_are_gone_are_told_in_the_language_of_last_time(qtbot: QtBot, styled: QApplication) -> None:
    error = MissingFilesError(
        "The file with your records is missing: there is no records.db in /srv/hub any more. If it was moved, or its "
        "disk is not connected, put that right and start again. Otherwise go back to a backup, or begin without "
        "records: the next syncs bring what your systems still have.",
        records_only=True,
    )
    with speaking("hi"):
        dialog = RescueDialog(error, [], never, never)
        qtbot.addWidget(dialog)
        assert dialog.said.text().startswith("आपके रिकॉर्ड की फ़ाइल नहीं मिल रही: /srv/hub")
        assert dialog.anew_button.text().startswith("बिना रिकॉर्ड के")
        dialog.calls.close()


def never(*_: object) -> NoReturn:
    raise AssertionError
