"""The network settings: kept for every system, with the password in the vault."""

import pytest

from hub_desktop.core.actor import Actor, Face, Role
from hub_desktop.core.errors import ConfigurationError, NotAllowedError, VaultError
from hub_desktop.core.events import NetworkChanged
from hub_desktop.core.integration import read_integration
from hub_desktop.core.network import ProxyUse
from hub_desktop.core.runs import RunStatus, Trigger
from tests.fakes.http_server import HttpServer, as_json
from tests.fakes.tls_files import made_files

PRINCIPAL = Actor("Asha", Role.PRINCIPAL, Face.WINDOW)
IT = Actor("Ravi", Role.IT_STAFF, Face.WINDOW)
OWN = {"proxy": "own", "address": "proxy.college.edu:3128", "user": "hub"}


def test_settings_are_kept_and_the_password_lies_in_the_vault(hub, vault):
    told = []
    hub.events.subscribe(told.append)
    view = hub.network.change(PRINCIPAL, OWN, password="s3cret-of-the-proxy")
    assert view.password_kept
    assert told == [NetworkChanged()]
    way = hub.network.way()
    assert (way.proxy, way.address, way.password) == (
        ProxyUse.OWN,
        "http://proxy.college.edu:3128",
        "s3cret-of-the-proxy",
    )
    assert "s3cret-of-the-proxy" in vault._kept.values()
    assert "s3cret" not in str(hub.audit.latest(PRINCIPAL))
    assert "s3cret-of-the-proxy" not in hub.redactor().text("it says s3cret-of-the-proxy")
    hub.network.change(PRINCIPAL, {}, password="")
    assert not hub.network.view(PRINCIPAL).password_kept


def test_the_audit_tells_of_the_password_and_not_the_password(hub):
    def told() -> str:
        return hub.audit.latest(PRINCIPAL)[0].detail

    hub.network.change(PRINCIPAL, OWN)
    hub.network.change(PRINCIPAL, {}, password="s3cret-of-the-proxy")
    assert told() == "password of the proxy: changed"
    hub.network.change(PRINCIPAL, {"direct": ["lms.college.edu"]}, password="")
    assert told() == "direct: ['lms.college.edu'], password of the proxy: none"
    hub.network.change(PRINCIPAL, {})
    assert told() == "as it was"


def test_without_a_user_name_no_password_is_kept(hub, vault):
    hub.network.change(PRINCIPAL, OWN, password="s3cret-of-the-proxy")
    assert not hub.network.change(PRINCIPAL, {"user": ""}).password_kept
    assert "s3cret-of-the-proxy" not in vault._kept.values()
    assert not hub.network.change(PRINCIPAL, {"user": "hub"}).password_kept


@pytest.mark.errors_logged
def test_with_a_locked_keyring_the_settings_are_shown_and_none_is_half_changed(hub, vault, monkeypatch):
    hub.network.change(PRINCIPAL, OWN, password="s3cret-of-the-proxy")
    hub.network.change(PRINCIPAL, {"proxy": "none"})

    def locked(_: str) -> None:
        raise VaultError("The keyring is locked. Unlock it.")

    with monkeypatch.context() as patched:
        patched.setattr(vault, "get", locked)
        with pytest.raises(VaultError):
            hub.network.change(PRINCIPAL, {"proxy": "own"})
        assert hub.network.settings().proxy is ProxyUse.NONE
    hub.network.change(PRINCIPAL, {"proxy": "own"})
    monkeypatch.setattr(vault, "get", locked)
    view = hub.network.view(PRINCIPAL)
    assert (view.settings.user, view.password_kept) == ("hub", None)
    assert hub.network.change(PRINCIPAL, {"proxy": "none"}).settings.proxy is ProxyUse.NONE


def test_a_password_is_not_sent_to_another_proxy_by_mistake(hub, add):
    number = add()
    hub.network.change(PRINCIPAL, OWN, password="s3cret-of-the-proxy")
    for written in ({"address": "elsewhere:3128"}, {"user": "other"}):
        with pytest.raises(ConfigurationError, match="Enter its password again") as refused:
            hub.network.change(PRINCIPAL, written)
        assert refused.value.field == "password"
        with pytest.raises(ConfigurationError):
            hub.network.test(PRINCIPAL, number, written)
    hub.network.change(PRINCIPAL, {"address": "elsewhere:3128"}, password="another-s3cret")
    hub.network.change(PRINCIPAL, {"proxy": "none"})


@pytest.mark.parametrize(
    ("written", "field"),
    [
        ({"proxy": "own"}, ""),
        ({"address": "socks5://x:1"}, "address"),
        ({"proxi": "none"}, "proxi"),
        ({"caFile": "ca.pem"}, "caFile"),
    ],
)
def test_what_cannot_be_is_refused_in_words(hub, written, field):
    with pytest.raises(ConfigurationError) as refused:
        hub.network.change(PRINCIPAL, written)
    assert refused.value.field == field


def test_a_file_of_certificates_is_read_before_it_is_kept(hub, tmp_path):
    files = made_files(tmp_path / "tls", "Authority of the College")
    hub.network.change(PRINCIPAL, {"caFile": files.certificate})
    assert str(hub.network.way().ca_file) == files.certificate
    (tmp_path / "letter.txt").write_text("Dear Ravi")
    for file, said in (("letter.txt", "holds no certificates"), ("nowhere.pem", "cannot be read")):
        with pytest.raises(ConfigurationError, match=said):
            hub.network.change(PRINCIPAL, {"caFile": str(tmp_path / file)})


def test_a_sync_and_a_test_go_through_the_proxy(hub, add):
    number = add("Moodle", baseUrl="http://moodle.example.edu", endpoints={"students": "/students"})
    rows = [{"student_id": "S1", "name": "Asha Rao"}]
    with HttpServer(lambda _: as_json(rows)) as proxy:
        hub.network.change(PRINCIPAL, {"proxy": "own", "address": proxy.url})
        run = hub.syncs.run(PRINCIPAL, number, Trigger.MANUAL)
        assert run.status is RunStatus.SUCCEEDED
        synced = len(proxy.asked)
        assert synced
        assert hub.tests.stored(PRINCIPAL, number).ok
        assert len(proxy.asked) > synced
        config = hub.integrations.get(PRINCIPAL, number).config
        sample = hub.samples.take(PRINCIPAL, config, {}, "students", integration_id=number)
        assert len(sample.records) == 1
        checks = hub.network.test(IT, number)
        assert all(check.ok for check in checks)
        checks = hub.network.test(IT, number, {"address": "127.0.0.1:1"})
        assert checks[-1].ok is False
    assert hub.network.settings().address == proxy.url


def test_who_may_not_is_refused(hub, add):
    number = add()
    with pytest.raises(NotAllowedError):
        hub.network.change(IT, {"proxy": "none"})
    with pytest.raises(NotAllowedError):
        hub.network.test(Actor("V", Role.VIEWER, Face.WINDOW), number)


def test_files_are_not_reached_over_the_network(hub, tmp_path):
    written = {"name": "Office", "baseUrl": str(tmp_path), "endpoints": {"students": "s.csv"}}
    number = hub.integrations.add(PRINCIPAL, read_integration(written)).integration_id
    with pytest.raises(ConfigurationError, match="not reached over the network"):
        hub.network.test(PRINCIPAL, number)


def test_a_password_follows_no_proxy_that_was_changed_while_none_was_used(hub):
    hub.network.change(PRINCIPAL, {"proxy": "own", "address": "proxy.example:3128", "user": "asha"}, password="s3cret")
    with pytest.raises(ConfigurationError, match="Enter its password again"):
        hub.network.change(PRINCIPAL, {"proxy": "none", "address": "elsewhere.example:3128"})
    hub.network.change(PRINCIPAL, {"proxy": "none"})
    assert hub.network.change(PRINCIPAL, {"proxy": "own"}).settings.address == "http://proxy.example:3128"
