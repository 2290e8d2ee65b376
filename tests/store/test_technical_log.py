"""The technical log holds what IT staff need, and no secret."""

import logging
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from hub_desktop.core.redaction import Redactor
from hub_desktop.store import technical_log
from hub_desktop.store.technical_log import close_technical_log, open_technical_log

SECRET = "s3cret-of-the-erp"


@pytest.fixture
def log_file(tmp_path: Path) -> Iterator[Path]:
    file = tmp_path / "hub-desktop.log"
    handler = open_technical_log(file, lambda: Redactor([SECRET]))
    yield file
    close_technical_log(handler)


def log() -> logging.Logger:
    return logging.getLogger("hub_desktop.test")


def test_secrets_are_masked_in_messages_arguments_and_tracebacks(log_file: Path) -> None:
    log().info("asked for https://erp.example/x?api_key=%s", SECRET)
    try:
        raise ValueError(f"token {SECRET} refused")
    except ValueError:
        log().warning("it failed", exc_info=True)
    written = log_file.read_text("utf-8")
    assert "it failed" in written
    assert "ValueError" in written
    assert "s3cret" not in written
    assert written.count("••••") >= 2


def test_escapes_of_an_upstream_cannot_steer_the_terminal_that_shows_the_log(log_file: Path) -> None:
    log().warning("name: %s", "x\x1b[2Jy\rz\0")
    written = log_file.read_text("utf-8")
    assert "\x1b" not in written
    assert "x\\x1b[2Jy\\rz\\0" in written


def test_what_cannot_be_written_as_text_does_not_stop_the_log(tmp_path: Path) -> None:
    file = tmp_path / "hub-desktop.log"
    handler = open_technical_log(file, Redactor)
    # Handed to the handler itself: what reports this test to the one who runs it could not write such text either.
    for message in ("lone surrogate \udc80", "and on"):
        handler.handle(logging.makeLogRecord({"msg": message, "levelno": logging.WARNING, "levelname": "WARNING"}))
    close_technical_log(handler)
    assert "and on" in file.read_text("utf-8")


def test_libraries_that_write_whole_addresses_are_kept_quiet(log_file: Path) -> None:
    logging.getLogger("httpx").info("HTTP Request: GET https://erp.example/?api_key=another")
    assert "another" not in log_file.read_text("utf-8")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no file modes")
def test_old_logs_are_kept_in_number_and_for_the_owner_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(technical_log, "_BYTES_A_FILE", 2_000)
    monkeypatch.setattr(technical_log, "_FILES", 2)
    handler = open_technical_log(tmp_path / "hub-desktop.log", Redactor)
    for number in range(200):
        log().info("row %d of many", number)
    close_technical_log(handler)
    files = sorted(tmp_path.iterdir())
    assert [file.name for file in files] == ["hub-desktop.log", "hub-desktop.log.1", "hub-desktop.log.2"]
    assert {stat.S_IMODE(file.stat().st_mode) for file in files} == {0o600}
    assert "row 199 of many" in files[0].read_text("utf-8") + files[1].read_text("utf-8")


def test_nothing_is_written_once_it_is_closed(tmp_path: Path) -> None:
    file = tmp_path / "hub-desktop.log"
    close_technical_log(open_technical_log(file, Redactor))
    log().warning("too late")
    assert "too late" not in file.read_text("utf-8")
