import logging

import pytest

from hub_desktop.core.redaction import Redactor
from hub_desktop.store.technical_log import close_technical_log, open_technical_log


@pytest.mark.errors_logged
def test_the_technical_log_holds_no_secret_and_is_its_owner_s(tmp_path):
    file = tmp_path / "hub-desktop.log"
    handler = open_technical_log(file, lambda: Redactor(["t0ken-of-the-college"]))
    try:
        log = logging.getLogger("hub_desktop.test")
        log.warning("asked with %s\x1b[31m", "t0ken-of-the-college")
        try:
            raise ValueError("refused t0ken-of-the-college")
        except ValueError:
            log.exception("it failed")
    finally:
        close_technical_log(handler)
    text = file.read_text("utf-8")
    assert "it failed" in text
    assert "Traceback" in text
    assert "t0ken" not in text
    assert "\x1b" not in text
    assert file.stat().st_mode & 0o077 == 0
