import json
import logging
import threading
import time
from datetime import timedelta
from urllib.parse import urlsplit

import pytest

from hub_desktop.core.actor import Actor, Face, Role
from hub_desktop.core.delivery_rules import WebhookSettings
from hub_desktop.core.errors import ConfigurationError, NotFoundError, Remedy, StorageError, VaultError
from hub_desktop.core.integration import read_integration
from hub_desktop.core.signature import Scheme, signed_headers
from hub_desktop.core.status import Light
from hub_desktop.core.times import to_text, utc_now
from hub_desktop.hub import doors as doors_module
from hub_desktop.hub import reception as reception_module
from hub_desktop.hub.doors import PREVIOUS_SECRET
from hub_desktop.hub.hub import Hub
from hub_desktop.hub.inbox import retry_of
from hub_desktop.hub.reception import TEST_MARK, TooManyDeliveriesError, WrongSignatureError
from hub_desktop.hub.self_test import Listener
from hub_desktop.hub.webhooks import Lack
from hub_desktop.server.hub_listener import HubListener
from hub_desktop.store.deliveries import DeliveryState, DeliveryStore, Worked
from tests.fakes.deliveries import deliver_signed, raw
from tests.fakes.tls_files import made_files

PRINCIPAL = Actor("Asha", Role.PRINCIPAL, Face.WINDOW)
SECRET = "webhook-s3cret-of-it"
STUDENT = {"studentId": "S1", "name": "Asha Rao"}


def settings(**written):
    return read_integration(
        {
            "name": "x",
            "baseUrl": "https://x.in",
            "endpoints": {"students": "/s", "attendance": "/a"},
            "webhook": written,
        }
    ).integration.webhook


def body_of(**content):
    return json.dumps(content).encode()


def work_off(hub):
    while (ticket := hub.syncs.take(0)) is not None:
        hub.syncs.run_ticket(ticket)


@pytest.fixture
def number(add):
    return add()


# Secrets and their rotation


def test_a_new_secret_and_the_one_before_are_valid_until_the_overlap_ends(hub, number, monkeypatch):
    made = hub.webhooks.rotate(PRINCIPAL, number, timedelta(hours=1))
    ends = hub.webhooks.show(PRINCIPAL, number).previous_secret_ends
    assert timedelta(minutes=59) < ends - utc_now() <= timedelta(hours=1)
    for secret, body in ((SECRET, b"1"), (made, b"2")):
        deliver_signed(hub, number, secret, body)
    later = time.time() + 3601
    monkeypatch.setattr(reception_module.time, "time", lambda: later)
    with pytest.raises(WrongSignatureError):
        deliver_signed(hub, number, SECRET, b"3")
    deliver_signed(hub, number, made, b"4")


def test_a_rotation_is_ended_at_once(hub, number, vault):
    made = hub.webhooks.rotate(PRINCIPAL, number)
    assert hub.webhooks.end_rotation(PRINCIPAL, number) is True
    assert hub.webhooks.end_rotation(PRINCIPAL, number) is False
    with pytest.raises(WrongSignatureError):
        deliver_signed(hub, number, SECRET, b"1")
    deliver_signed(hub, number, made, b"2")
    assert SECRET not in str(vault._kept)
    assert hub.webhooks.show(PRINCIPAL, number).previous_secret_ends is None


def test_without_an_overlap_the_secret_before_ends_with_the_rotation(hub, number, vault):
    hub.webhooks.rotate(PRINCIPAL, number, timedelta(0))
    with pytest.raises(WrongSignatureError):
        deliver_signed(hub, number, SECRET, b"1")
    assert SECRET not in str(vault._kept)


def test_of_two_rotations_only_the_last_two_secrets_are_valid(hub, number):
    first = hub.webhooks.rotate(PRINCIPAL, number)
    second = hub.webhooks.rotate(PRINCIPAL, number)
    deliver_signed(hub, number, first, b"1")
    deliver_signed(hub, number, second, b"2")
    with pytest.raises(WrongSignatureError):
        deliver_signed(hub, number, SECRET, b"3")


@pytest.mark.parametrize("overlap", [timedelta(hours=-1), timedelta(days=31)])
def test_an_overlap_beyond_measure_is_refused_and_changes_nothing(hub, number, overlap):
    with pytest.raises(ConfigurationError, match="30 days"):
        hub.webhooks.rotate(PRINCIPAL, number, overlap)
    deliver_signed(hub, number, SECRET, b"1")


def test_a_keyring_that_refuses_leaves_the_secret_as_it_was(hub, number, vault, monkeypatch):
    def locked(*_):
        raise VaultError("The keyring is locked.")

    monkeypatch.setattr(vault, "set", locked)
    with pytest.raises(VaultError):
        hub.webhooks.rotate(PRINCIPAL, number)
    deliver_signed(hub, number, SECRET, b"1")


def test_an_ended_rotation_leaves_the_keyring_with_the_daily_cleaning(hub, number, vault):
    hub.webhooks.rotate(PRINCIPAL, number, timedelta(hours=1))
    hub.webhooks.tick(utc_now() + timedelta(hours=2))
    assert SECRET not in str(vault._kept)


def test_a_keyring_that_refuses_once_is_asked_again_and_keeps_nothing_else_from_being_cleaned(
    hub, number, add, vault, monkeypatch, caplog
):
    other = add(name="Zoo")
    hub.webhooks.rotate(PRINCIPAL, number, timedelta(hours=1))
    kept = deliver_signed(hub, other, SECRET, b"{}")
    DeliveryStore(hub._databases.hub).worked(None, [Worked(kept.delivery_id, DeliveryState.PROCESSED)])

    def locked(*_):
        raise VaultError("The keyring is locked.")

    with monkeypatch.context() as patched:
        patched.setattr(vault, "delete", locked)
        with caplog.at_level(logging.WARNING):
            hub.webhooks.tick(utc_now() + timedelta(days=31))
    assert "stays in the keyring" in caplog.text
    assert hub.webhooks.delivery(PRINCIPAL, kept.delivery_id).body == b""
    assert SECRET in str(vault._kept)
    hub.webhooks.tick(utc_now() + timedelta(days=32))
    assert not [name for name in vault._kept if name.endswith(PREVIOUS_SECRET)]


def test_deliveries_of_a_deleted_integration_go_when_their_time_is_over(hub, number):
    for body in (b"1", b"2", b"3"):
        deliver_signed(hub, number, SECRET, body)
    box = DeliveryStore(hub._databases.hub)
    newest = box.find(number)[0].delivery_id
    box.worked(None, [Worked(newest, DeliveryState.REFUSED, "No.")])
    hub.integrations.delete(PRINCIPAL, number)
    hub.webhooks.tick(utc_now() + timedelta(days=29))
    assert len(box.find(number)) == 3
    hub.webhooks.tick(utc_now() + timedelta(days=31))
    assert box.find(number) == []


def test_a_deleted_integration_leaves_no_secret_behind(hub, number, vault):
    hub.webhooks.rotate(PRINCIPAL, number)
    hub.integrations.delete(PRINCIPAL, number)
    assert not [name for name in vault._kept if name.startswith("integration/")]
    with pytest.raises(WrongSignatureError):
        deliver_signed(hub, number, SECRET, b"1")


@pytest.mark.parametrize("scheme", Scheme)
def test_a_secret_is_made_as_the_scheme_wants_it(hub, number, scheme):
    status = hub.webhooks.configure(PRINCIPAL, number, settings(scheme=str(scheme)))
    assert status.secret_fits is (scheme is not Scheme.STANDARD)
    made = hub.webhooks.rotate(PRINCIPAL, number)
    assert hub.webhooks.show(PRINCIPAL, number).secret_fits
    deliver_signed(hub, number, made, b"1", scheme=scheme)
    again = hub.webhooks.rotate(PRINCIPAL, number, timedelta(0))
    deliver_signed(hub, number, again, b"2", scheme=scheme, message_id="msg_2")


def test_no_secret_is_in_what_is_shown_or_audited(hub, number):
    made = hub.webhooks.rotate(PRINCIPAL, number)
    assert len(made) >= 32
    assert hub._secrets.get(number, "webhookSecret") == made
    shown = repr(hub.webhooks.show(PRINCIPAL, number)) + str(hub.audit.latest(PRINCIPAL))
    assert made not in shown
    assert SECRET not in shown


# What the listener knows, and for how long


def test_a_change_in_this_process_counts_at_once(hub, number):
    deliver_signed(hub, number, SECRET, b"1")
    hub.integrations.set_secret(PRINCIPAL, number, "webhookSecret", "another-webhook-secret")
    with pytest.raises(WrongSignatureError):
        deliver_signed(hub, number, SECRET, b"2")
    deliver_signed(hub, number, "another-webhook-secret", b"2")
    hub.integrations.set_enabled(PRINCIPAL, number, False)
    with pytest.raises(WrongSignatureError):
        deliver_signed(hub, number, "another-webhook-secret", b"3")


@pytest.mark.parametrize(
    "change",
    [
        lambda other, n: other.webhooks.end_rotation(PRINCIPAL, n),
        lambda other, n: other.integrations.set_secret(PRINCIPAL, n, "webhookSecret", "yet-another-s3cret"),
        lambda other, n: other.integrations.set_enabled(PRINCIPAL, n, False),
        lambda other, n: other.integrations.delete(PRINCIPAL, n),
        lambda other, n: other.webhooks.configure(PRINCIPAL, n, settings(scheme="github")),
        lambda other, n: other.webhooks.rotate(PRINCIPAL, n, timedelta(0)),
    ],
)
def test_a_change_by_another_process_counts_before_what_is_known_is_too_old(
    hub, number, folder, vault, monkeypatch, change
):
    made = hub.webhooks.rotate(PRINCIPAL, number)
    deliver_signed(hub, number, SECRET, b"1")
    deliver_signed(hub, number, made, b"2")
    other = Hub.open(folder, vault)
    try:
        change(other, number)
    finally:
        other.close()
    monkeypatch.setattr(doors_module, "_TOO_OLD_AFTER", -1.0)
    refused = 0
    for secret in (SECRET, made):
        try:
            deliver_signed(hub, number, secret, b"3" + secret.encode())
        except WrongSignatureError:
            refused += 1
    assert refused >= 1


def test_a_secret_that_another_process_has_just_made_is_not_refused(hub, number, folder, vault, monkeypatch):
    deliver_signed(hub, number, SECRET, b"1")
    other = Hub.open(folder, vault)
    try:
        made = other.webhooks.rotate(PRINCIPAL, number)
    finally:
        other.close()
    monkeypatch.setattr(doors_module, "_DOUBTED_AFTER", -1.0)
    deliver_signed(hub, number, made, b"2")
    assert hub.webhooks.show(PRINCIPAL, number).refused == 0


def test_nothing_is_asked_of_disk_or_keyring_for_each_delivery(hub, number, vault, monkeypatch):
    deliver_signed(hub, number, SECRET, b"1")

    def asked(*_):
        raise AssertionError("the keyring was asked")

    monkeypatch.setattr(vault, "get", asked)
    monkeypatch.setattr(hub.reception._doors, "look_up", asked)
    for place in range(5):
        deliver_signed(hub, number, SECRET, b"2" * place + b"3")
    assert not hub.reception.aging()


def test_what_is_known_is_read_again_where_it_changed_meanwhile(hub, number, monkeypatch):
    doors = hub.reception._doors
    read, reads = doors._read, []

    def changing(integration_id, stamp):
        reads.append(stamp)
        if len(reads) == 1:
            hub.integrations.set_secret(PRINCIPAL, number, "webhookSecret", "changed-while-it-was-read")
        return read(integration_id, stamp)

    monkeypatch.setattr(doors, "_read", changing)
    doors.look_up(number)
    assert len(reads) == 2
    deliver_signed(hub, number, "changed-while-it-was-read", b"1")


# Routing, and what becomes of deliveries


def test_the_rule_of_the_webhook_routes_and_a_mended_rule_lets_what_was_refused_in(hub, number):
    hub.webhooks.configure(PRINCIPAL, number, settings(rule={"by": "header", "name": "X-Event"}))
    deliver_signed(hub, number, SECRET, body_of(**STUDENT), more=[(b"x-event", b"pupil.changed")])
    work_off(hub)
    (delivery,) = hub.webhooks.deliveries(PRINCIPAL, number)
    assert delivery.state is DeliveryState.REFUSED
    assert "“pupil.changed”, which stands for no endpoint" in delivery.reason
    rule = {"by": "header", "name": "X-Event", "values": {"pupil.changed": "students"}}
    hub.webhooks.configure(PRINCIPAL, number, settings(rule=rule))
    assert hub.webhooks.replay(PRINCIPAL, number) == 1
    work_off(hub)
    (delivery,) = hub.webhooks.deliveries(PRINCIPAL, number)
    assert (delivery.state, delivery.endpoint, delivery.reason) == (DeliveryState.PROCESSED, "students", "")
    assert hub.records.find(PRINCIPAL, "students").total == 1


def test_the_end_of_the_address_routes(hub, number):
    hub.webhooks.configure(PRINCIPAL, number, settings(rule={"by": "path"}))
    deliver_signed(hub, number, SECRET, body_of(**STUDENT), name="students")
    deliver_signed(hub, number, SECRET, body_of(studentId="S2", name="B"))
    work_off(hub)
    states = {d.endpoint: d.state for d in hub.webhooks.deliveries(PRINCIPAL, number)}
    assert states == {"students": DeliveryState.PROCESSED, "": DeliveryState.REFUSED}


def test_a_rule_that_names_no_endpoint_is_refused_and_nothing_is_changed(hub, number):
    wrong = WebhookSettings.model_validate({"rule": {"values": {"x": "student"}}})
    with pytest.raises(ConfigurationError, match="Did you mean “students”"):
        hub.webhooks.configure(PRINCIPAL, number, wrong)
    assert hub.webhooks.show(PRINCIPAL, number).settings == WebhookSettings()


def test_what_failed_is_tried_again_by_itself_and_then_waits_for_a_person(hub, number, monkeypatch):
    deliver_signed(hub, number, SECRET, body_of(endpoint="students", data=STUDENT))
    with monkeypatch.context() as broken:

        def full(*_, **__):
            raise StorageError("The disk is full.")

        broken.setattr("hub_desktop.sync.execution.Execution.store_page", full)
        now = utc_now()
        tries = 0
        while True:
            work_off(hub)
            tries += 1
            (delivery,) = hub.webhooks.deliveries(PRINCIPAL, number)
            assert (delivery.state, delivery.reason, delivery.attempts) == (
                DeliveryState.FAILED,
                "The disk is full.",
                tries,
            )
            if delivery.retry_at is None:
                break
            hub.webhooks.tick(delivery.retry_at - timedelta(seconds=1))
            assert hub.syncs.idle()
            hub.webhooks.tick(delivery.retry_at)
        assert tries == 6
        hub.webhooks.tick(now + timedelta(days=2))
        assert hub.syncs.idle()
    assert hub.webhooks.replay(PRINCIPAL, number, [delivery.delivery_id]) == 1
    work_off(hub)
    assert hub.webhooks.delivery(PRINCIPAL, delivery.delivery_id).state is DeliveryState.PROCESSED


def test_the_waits_grow_to_about_an_hour():
    now = utc_now()
    waits = [retry_of(attempts, now) for attempts in range(7)]
    assert waits[5:] == [None, None]
    seconds = [(moment - now).total_seconds() for moment in waits[:5]]
    assert seconds == sorted(seconds)
    assert 3_000 <= sum(seconds) <= 4_500


@pytest.mark.errors_logged
def test_one_bad_delivery_of_a_page_costs_the_others_nothing(hub, number, monkeypatch):
    from hub_desktop.sync.execution import Execution

    store = Execution.store_page

    def picky(self, name, records, place):
        if any(record.get("studentId") == "bad" for record in records):
            raise ZeroDivisionError
        return store(self, name, records, place)

    monkeypatch.setattr(Execution, "store_page", picky)
    for student in ("S1", "bad", "S3"):
        deliver_signed(hub, number, SECRET, body_of(endpoint="students", data={"studentId": student, "name": "N"}))
    work_off(hub)
    states = [d.state for d in reversed(hub.webhooks.deliveries(PRINCIPAL, number))]
    assert states == [DeliveryState.PROCESSED, DeliveryState.FAILED, DeliveryState.PROCESSED]
    assert hub.records.find(PRINCIPAL, "students").total == 2


def test_small_deliveries_share_a_page_and_keep_their_order(hub, number):
    for name in ("First", "Second", "Third"):
        deliver_signed(hub, number, SECRET, body_of(endpoint="students", data={"studentId": "S1", "name": name}))
    ticket = hub.syncs.take(0)
    run = hub.syncs.run_ticket(ticket)
    assert run.total.pages == 1
    page = hub.records.find(PRINCIPAL, "students")
    assert page.rows[0].values[page.data_type.field_names.index("name")] == "Third"


def test_records_make_way_in_small_pieces_while_deliveries_pour_in(hub, number, monkeypatch):
    asked = []
    store = hub.syncs._inbox._deliveries
    monkeypatch.setattr(hub.syncs._inbox, "_per_second", lambda: 5_000.0 if len(asked) < 2 else 0.0)
    waiting = store.waiting
    monkeypatch.setattr(store, "waiting", lambda n, limit: asked.append(limit) or waiting(n, limit))
    for place in range(220):
        body = body_of(endpoint="students", data={"studentId": f"S{place}", "name": "N"})
        deliver_signed(hub, number, SECRET, body)
    work_off(hub)
    assert asked[:3] == [100, 100, 1_000]
    assert hub.records.find(PRINCIPAL, "students").total == 220


def test_a_body_that_is_no_longer_kept_cannot_be_replayed(hub, number):
    kept = deliver_signed(hub, number, SECRET, body_of(endpoint="students", data=STUDENT))
    work_off(hub)
    hub.webhooks.tick(utc_now() + timedelta(days=29))
    assert hub.webhooks.delivery(PRINCIPAL, kept.delivery_id).body
    hub.webhooks.tick(utc_now() + timedelta(days=31))
    delivery = hub.webhooks.delivery(PRINCIPAL, kept.delivery_id)
    assert (delivery.body, delivery.size > 0) == (b"", True)
    with pytest.raises(ConfigurationError, match="no longer kept"):
        hub.webhooks.replay(PRINCIPAL, number, [kept.delivery_id])


def test_a_delivery_of_another_integration_is_not_replayed_here(hub, number, add):
    kept = deliver_signed(hub, add(name="Other"), SECRET, b"{}")
    with pytest.raises(NotFoundError):
        hub.webhooks.replay(PRINCIPAL, number, [kept.delivery_id])


def test_an_id_tells_a_repeat_where_the_scheme_has_one(hub, number):
    hub.webhooks.configure(PRINCIPAL, number, settings(scheme="standard"))
    secret = hub.webhooks.rotate(PRINCIPAL, number)

    def send(message_id, body):
        return deliver_signed(hub, number, secret, body, scheme=Scheme.STANDARD, message_id=message_id).repeated

    assert [send(*one) for one in (("a", b"1"), ("b", b"2"), ("c", b"1"), ("a", b"3"))] == [False, False, False, True]
    assert hub.webhooks.deliveries(PRINCIPAL, number)[0].message_id == "c"


def test_the_event_of_stripe_is_known_by_the_id_in_its_body(hub, number):
    hub.webhooks.configure(PRINCIPAL, number, settings(scheme="stripe"))
    first = deliver_signed(hub, number, SECRET, b'{"id": "evt_1"}', scheme=Scheme.STRIPE)
    again = deliver_signed(hub, number, SECRET, b'{"id": "evt_1", "try": 2}', scheme=Scheme.STRIPE)
    assert (first.repeated, again.repeated) == (False, True)
    assert deliver_signed(hub, number, SECRET, b"no json", scheme=Scheme.STRIPE).repeated is False


# What was refused, and how much is taken


def test_refusals_are_counted_and_leave_one_row_a_minute_with_their_number(hub, number, monkeypatch):
    def refuse(times):
        for _ in range(times):
            with pytest.raises(WrongSignatureError):
                deliver_signed(hub, number, "not-the-right-secret", b"x")

    def rows():
        written = threading.Event()
        hub.reception._writer.do(written.set)
        assert written.wait(10)
        return [r.detail for r in hub.audit.latest(PRINCIPAL, 100) if r.use_case == "deliveries.receive"]

    refuse(7)
    status = hub.webhooks.show(PRINCIPAL, number)
    assert (status.refused, status.refused_from) == (7, "192.0.2.7")
    assert len(rows()) == 1
    hub.webhooks.tick()
    assert len(rows()) == 1
    monkeypatch.setattr(reception_module, "_ROW_SECONDS", 0.0)
    hub.webhooks.tick()
    assert sum(int(row.split()[0]) for row in rows()) == 7
    assert len(rows()) <= 2
    assert "not signed right, the last from 192.0.2.7" in rows()[0]
    assert hub.audit.verify(PRINCIPAL).whole


def test_refusals_that_are_not_written_yet_are_written_at_the_end(folder, vault, hub, number):
    for _ in range(5):
        with pytest.raises(WrongSignatureError):
            deliver_signed(hub, number, "not-the-right-secret", b"x")
    hub.webhooks.close()
    other = Hub.open(folder, vault)
    try:
        assert other.webhooks.show(PRINCIPAL, number).refused == 5
    finally:
        other.close()


def test_a_delivery_that_is_kept_leaves_no_audit_row(hub, number):
    before = len(hub.audit.latest(PRINCIPAL, 1000))
    for place in range(5):
        deliver_signed(hub, number, SECRET, b"%d" % place)
    assert len(hub.audit.latest(PRINCIPAL, 1000)) == before + 1  # the look at the audit itself


def test_more_than_is_taken_a_minute_is_told_to_come_later(hub, number):
    hub.webhooks.configure(PRINCIPAL, number, settings(requestsPerMinute=3))
    for place in range(3):
        deliver_signed(hub, number, SECRET, b"%d" % place)
    with pytest.raises(TooManyDeliveriesError) as caught:
        deliver_signed(hub, number, SECRET, b"4")
    assert 1 <= caught.value.pause <= 60
    for _ in range(5):
        with pytest.raises(WrongSignatureError):
            deliver_signed(hub, number, "not-the-right-secret", b"x")


# The self-test and the address


def test_without_a_listener_or_a_secret_the_status_says_what_to_do(hub, add):
    number = add(name="Bare", webhookSecret=None)
    status = hub.webhooks.show(PRINCIPAL, number)
    assert (status.addresses, status.secret_kept) == ((), False)
    assert any("no webhook secret" in sentence for sentence in status.advice)
    assert any("hub-desktop serve" in sentence for sentence in status.advice)
    result = hub.webhooks.self_test(PRINCIPAL, number)
    assert (result.ok, result.address) == (False, "")
    assert [finding.sentence for finding in result.findings] == list(status.advice)


@pytest.mark.parametrize("scheme", Scheme)
def test_a_test_delivery_arrives_is_kept_and_feeds_nothing(hub, number, scheme):
    hub.webhooks.configure(PRINCIPAL, number, settings(scheme=str(scheme)))
    hub.webhooks.rotate(PRINCIPAL, number)
    listener = HubListener(hub, port=0)
    listener.start()
    try:
        result = hub.webhooks.self_test(PRINCIPAL, number)
        status = hub.webhooks.show(PRINCIPAL, number)
    finally:
        listener.stop()
    assert result.ok, result.findings
    assert result.address == f"{status.addresses[0]}" == f"http://127.0.0.1:{result.address.split(':')[2]}"
    assert "Only programs on this computer" in result.findings[-1].sentence
    (delivery,) = hub.webhooks.deliveries(PRINCIPAL, number)
    assert delivery.state is DeliveryState.TEST
    assert hub.syncs.idle()
    assert hub.webhooks.show(PRINCIPAL, number).addresses == ()
    with pytest.raises(ConfigurationError, match="is a test"):
        hub.webhooks.replay(PRINCIPAL, number, [delivery.delivery_id])


def test_a_listener_that_is_open_to_the_network_is_tried_at_each_address(hub, number, monkeypatch):
    monkeypatch.setattr("hub_desktop.upstream.own_addresses.lan_addresses", lambda: ["127.0.0.2", "192.0.2.200"])
    monkeypatch.setattr("hub_desktop.hub.self_test._DEADLINE_SECONDS", 0.5)
    listener = HubListener(hub, host="0.0.0.0", port=0)
    listener.start()
    try:
        result = hub.webhooks.self_test(PRINCIPAL, number)
    finally:
        listener.stop()
    assert [finding.ok for finding in result.findings] == [True, True, False, True]
    assert "The internet cannot" in result.findings[-1].sentence
    assert "127.0.0.2" in result.address


def test_an_encrypted_listener_is_handed_out_and_tried_by_the_name_of_its_certificate(
    hub, number, tmp_path, monkeypatch
):
    files = made_files(tmp_path / "tls", "hub.college.example")
    hub.listener_settings.change(PRINCIPAL, {"certificate": files.certificate, "key": files.key})
    listener = HubListener(hub, port=0)
    listener.start()
    try:
        monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "nobody.pem"))
        untrusted = hub.webhooks.self_test(PRINCIPAL, number)
        monkeypatch.setenv("SSL_CERT_FILE", files.certificate)
        result = hub.webhooks.self_test(PRINCIPAL, number)
    finally:
        listener.stop()
    port = listener_port(result.address)
    assert result.address == f"https://hub.college.example:{port}/api/webhooks/integrations/{number}"
    assert [finding.ok for finding in result.findings] == [True, True]
    # Nothing that answers is nothing that can be delivered to.
    assert (untrusted.ok, [finding.ok for finding in untrusted.findings]) == (False, [False, False])


def listener_port(address):
    return urlsplit(address).port


def test_another_program_at_the_port_is_told(hub, number, folder, vault, tmp_path):
    from hub_desktop.store.folder import DataFolder
    from hub_desktop.store.vault import MemoryVault

    elsewhere = Hub.open(DataFolder(tmp_path / "elsewhere").prepare(), MemoryVault())
    listener = HubListener(elsewhere, port=0)
    listener.start()
    try:
        place = Listener("127.0.0.1", int(listener.address.rpartition(":")[2]))
        hub.listener_settings.started(listener.address, place=place)
        result = hub.webhooks.self_test(PRINCIPAL, number)
    finally:
        listener.stop()
        elsewhere.close()
    assert not result.ok
    assert "signature was not accepted" in result.findings[0].sentence


def test_another_process_finds_where_is_listened(hub, number, folder, vault):
    hub.listener_settings.started("http://127.0.0.1:8765", place=Listener("127.0.0.1", 8765))
    other = Hub.open(folder, vault)
    try:
        with folder.only_instance():
            (address,) = other.webhooks.show(PRINCIPAL, number).addresses
            assert other.listener_settings.state() == hub.listener_settings.state()
        # The program was killed, and could not say that it listens no more.
        killed = other.webhooks.show(PRINCIPAL, number)
        assert other.listener_settings.state().address == ""
    finally:
        other.close()
    assert address == f"http://127.0.0.1:8765/api/webhooks/integrations/{number}"
    assert (killed.addresses, killed.lacks) == ((), (Lack.NO_LISTENER,))


def test_a_body_marked_as_a_test_is_taken_for_one_only_when_it_is_signed_right(hub, number):
    body = TEST_MARK + b' "x"}'
    headers = raw(signed_headers(Scheme.SEED, "not-the-right-secret", body, message_id="", now=0))
    with pytest.raises(WrongSignatureError):
        hub.reception.receive(number, headers, body)
    assert hub.webhooks.deliveries(PRINCIPAL, number) == []


def test_a_writer_that_ended_tells_whoever_comes_late(hub, number, caplog):
    deliver_signed(hub, number, SECRET, b"1")
    hub.webhooks.close()
    with pytest.raises(StorageError, match="about to end"):
        deliver_signed(hub, number, SECRET, b"2")
    assert not [record for record in caplog.records if record.levelno >= logging.ERROR]


# What the light says of wrong signatures


def refuse(hub, number, times=1):
    for _ in range(times):
        with pytest.raises(WrongSignatureError):
            deliver_signed(hub, number, "not-the-secret-of-it", b"{}")
    hub.reception.write_refusals(all_of_them=True)


def light_of(hub, number):
    return hub.overview.one(PRINCIPAL, number).status


def silent_for(hub, number, hours):
    """Let what came, and what was refused, have happened so many hours earlier."""
    then = to_text(utc_now() - timedelta(hours=hours))
    with hub._databases.hub.begin() as connection:
        connection.exec_driver_sql("UPDATE deliveries SET received_at = ? WHERE integration_id = ?", (then, number))
        connection.exec_driver_sql("UPDATE webhook_states SET wrong_since = ? WHERE integration_id = ?", (then, number))


def test_repeated_wrong_signatures_need_attention_until_a_right_one_comes(hub, number):
    refuse(hub, number, 2)
    assert light_of(hub, number).remedy is not Remedy.SHOW_WEBHOOK
    refuse(hub, number, 10)
    status = light_of(hub, number)
    assert (status.light, status.remedy) == (Light.ATTENTION, Remedy.SHOW_WEBHOOK)
    assert status.reason.startswith("12 deliveries were refused: wrong signature, last today ")
    assert status.reason.endswith(" from 192.0.2.7.")
    seen = hub.overview.one(Actor("Visitor", Role.VIEWER, Face.WINDOW), number).status
    assert (seen.light, "192.0.2.7" in seen.reason) == (Light.ATTENTION, False)
    deliver_signed(hub, number, SECRET, b"{}")
    view = hub.overview.one(PRINCIPAL, number)
    assert view.status.remedy is not Remedy.SHOW_WEBHOOK
    assert view.wrong_signatures is None
    assert view.last_delivery is not None
    refuse(hub, number)
    assert hub.overview.one(PRINCIPAL, number).wrong_signatures.number == 1


def test_wrong_signatures_beside_right_ones_change_no_light(hub, number):
    deliver_signed(hub, number, SECRET, b"{}")
    refuse(hub, number, 50)
    assert light_of(hub, number).remedy is not Remedy.SHOW_WEBHOOK
    silent_for(hub, number, 2)
    assert light_of(hub, number).remedy is Remedy.SHOW_WEBHOOK
    silent_for(hub, number, 24 * 8)
    refuse(hub, number, 50)
    assert light_of(hub, number).remedy is not Remedy.SHOW_WEBHOOK, "a stranger cannot keep it orange"
    assert hub.overview.one(PRINCIPAL, number).wrong_signatures.number == 100


def test_a_new_secret_begins_anew_and_a_test_is_no_right_delivery(hub, number):
    refuse(hub, number, 5)
    assert light_of(hub, number).remedy is Remedy.SHOW_WEBHOOK
    deliver_signed(hub, number, SECRET, TEST_MARK + b'"x"}')
    assert light_of(hub, number).remedy is Remedy.SHOW_WEBHOOK
    for _ in range(4):
        with pytest.raises(WrongSignatureError):
            deliver_signed(hub, number, "not-the-secret-of-it", b"{}")
    hub.webhooks.rotate(PRINCIPAL, number)
    assert light_of(hub, number).remedy is not Remedy.SHOW_WEBHOOK
    refuse(hub, number, 2)
    assert hub.overview.one(PRINCIPAL, number).wrong_signatures.number == 2
    assert hub.webhooks.show(PRINCIPAL, number).refused == 11


def test_without_a_secret_nothing_is_signed_wrong(hub, add):
    number = add("No secret", webhookSecret=None)
    refuse(hub, number, 5)
    assert hub.overview.one(PRINCIPAL, number).wrong_signatures is None
    assert hub.webhooks.show(PRINCIPAL, number).refused == 5


# Looking at the deliveries of all integrations


def test_deliveries_of_all_are_paged_newest_first_and_following_leaves_no_row(hub, add):
    first, second = add("One"), add("Two")
    for n in range(6):
        deliver_signed(hub, (first, second)[n % 2], SECRET, body_of(n=n))
    seen = [one.delivery_id for one in hub.webhooks.deliveries(PRINCIPAL, None, limit=4)]
    rest = hub.webhooks.deliveries(PRINCIPAL, None, before=seen[-1], limit=4)
    assert [*seen, *(one.delivery_id for one in rest)] == [6, 5, 4, 3, 2, 1]
    stranger = Actor("Ravi", Role.PRINCIPAL, Face.WINDOW, frozenset({2}))
    assert hub.webhooks.deliveries(stranger, None) == []
    before = [row.use_case for row in hub.audit.latest(PRINCIPAL)].count("deliveries.view")
    assert len(hub.webhooks.deliveries(PRINCIPAL, None, following=True)) == 6
    after = [row.use_case for row in hub.audit.latest(PRINCIPAL)].count("deliveries.view")
    assert after == before


def test_what_can_be_replayed_is_counted_by_integration(hub, add):
    first, second = add("One"), add("Two")
    for number in (first, first, second):
        deliver_signed(hub, number, SECRET, body_of(event="nobody.knows", n=number, at=time.monotonic_ns()))
    work_off(hub)
    assert hub.webhooks.unfinished(PRINCIPAL, None) == {first: 2, second: 1}
    assert hub.webhooks.unfinished(PRINCIPAL, second) == {second: 1}
