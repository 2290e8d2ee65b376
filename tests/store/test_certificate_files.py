"""Certificates and keys of the listener: what can be used, and what is said of what cannot."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from hub_desktop.core.errors import ConfigurationError
from hub_desktop.store.certificate_files import TlsFiles, read_certificate
from tests.fakes.tls_files import made_files

NOW = datetime.now(UTC)


def test_a_certificate_with_its_key_is_read(tmp_path: Path) -> None:
    files = made_files(tmp_path, "hub.college.edu", "192.168.1.20")
    facts = read_certificate(files)
    assert facts.names == ("hub.college.edu", "192.168.1.20")
    assert facts.warnings("192.168.1.20", [], NOW) == []
    assert facts.covers("192.168.1.20")


@pytest.mark.parametrize("together", [True, False])
def test_a_key_may_be_locked_and_lie_in_the_same_file(tmp_path: Path, together: bool) -> None:
    files = made_files(tmp_path, "hub.college.edu", password="a long word", together=together)
    assert (files.key == "") is together
    assert read_certificate(files).names == ("hub.college.edu",)
    with pytest.raises(ConfigurationError, match="locked with a password") as error:
        read_certificate(TlsFiles(files.certificate, files.key))
    assert error.value.field == "keyPassword"
    with pytest.raises(ConfigurationError, match=r"password of the key in .* is wrong") as error:
        read_certificate(TlsFiles(files.certificate, files.key, "another word"))
    assert "another word" not in repr(error.value) + error.value.detail
    assert "a long word" not in repr(files)


def test_a_password_for_a_key_that_has_none_does_no_harm(tmp_path: Path) -> None:
    files = made_files(tmp_path, "hub.college.edu")
    assert read_certificate(TlsFiles(files.certificate, files.key, "a long word")).names


def test_what_cannot_be_used_is_named(tmp_path: Path) -> None:
    good = made_files(tmp_path / "a", "hub.college.edu")
    other = made_files(tmp_path / "b", "hub.college.edu")
    over = made_files(tmp_path / "c", "hub.college.edu", ends=timedelta(days=-1))
    early = made_files(tmp_path / "d", "hub.college.edu", begins=timedelta(days=1))
    rubbish = tmp_path / "rubbish.pem"
    rubbish.write_bytes(b"\x00\x01 nothing of the kind")
    cases = [
        (TlsFiles(good.certificate, other.key), "does not belong to the certificate", "key"),
        (over, "ended on", "certificate"),
        (early, "valid only from", "certificate"),
        (TlsFiles(str(rubbish), good.key), "no certificate that can be read", "certificate"),
        (TlsFiles(good.certificate, str(rubbish)), "no key that can be read", "key"),
        (TlsFiles(str(tmp_path / "none.pem"), ""), "No such file", "certificate"),
        (TlsFiles(good.certificate, str(tmp_path)), "cannot be read", "key"),
        (TlsFiles(good.certificate, ""), "no key that can be read", "key"),
        (TlsFiles("a\0b", ""), "cannot be read", "certificate"),
    ]
    for files, said, field in cases:
        with pytest.raises(ConfigurationError, match=said) as error:
            read_certificate(files)
        assert error.value.field == field


def test_a_person_is_told_of_an_end_that_is_near_and_of_names_that_do_not_fit(tmp_path: Path) -> None:
    soon = read_certificate(made_files(tmp_path / "a", "192.168.1.20", ends=timedelta(days=20, hours=1)))
    (said,) = soon.warnings("192.168.1.20", [], NOW)
    assert "ends in 20 days" in said
    elsewhere = read_certificate(made_files(tmp_path / "b", "192.168.1.20"))
    (said,) = elsewhere.warnings("192.168.1.21", [], NOW)
    assert "for 192.168.1.20 and not for 192.168.1.21" in said
    assert elsewhere.warnings("0.0.0.0", ["192.168.1.20", "10.0.0.1"], NOW) == []
    (said,) = elsewhere.warnings("0.0.0.0", ["10.0.0.1"], NOW)
    assert "not for 10.0.0.1" in said
    named = read_certificate(made_files(tmp_path / "c", "hub.college.edu"))
    (said,) = named.warnings("192.168.1.20", [], NOW)
    assert "must use such a name" in said
    assert named.warnings("0.0.0.0", ["192.168.1.20"], NOW) == []
