"""Punches through the whole hub: whichever way they come, the attendance of a day is the same."""

import itertools
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hub_desktop.core.actor import Actor, Face, Role
from hub_desktop.core.attendance_rules import PunchRule, attendance_of
from hub_desktop.core.errors import NotAllowedError
from hub_desktop.core.integration import read_integration
from hub_desktop.core.runs import RunStatus
from hub_desktop.hub.hub import Hub

PRINCIPAL = Actor("Asha", Role.PRINCIPAL, Face.WINDOW)
LAN = "192.168.1.50"
DEVICES = ("GATE-001", "GATE-002")
YESTERDAY = datetime.combine(date.today() - timedelta(days=1), datetime.min.time())  # noqa: DTZ011 - a wall clock
RULES: list[dict[str, Any]] = [
    {"rule": "first-in", "lateAfter": "09:15", "until": "16:00"},
    {"rule": "first-in-last-out", "opens": "06:00", "lateAfter": "09:15"},
    {
        "rule": "periods",
        "periods": [
            {"name": "1", "start": "09:00", "end": "09:50", "lateAfter": "09:05"},
            {"name": "2", "start": "09:50", "end": "10:40"},
        ],
    },
]
NAMES = itertools.count()


@pytest.fixture
def gates(hub: Hub) -> list[int]:
    """An integration for each rule."""
    hub.listener_settings.change(PRINCIPAL, {"devicePush": True})
    numbers = []
    for rule in RULES:
        written = {"name": rule["rule"], "baseUrl": "devices:", "endpoints": {"attendance": {"punches": rule}}}
        numbers.append(hub.integrations.add(PRINCIPAL, read_integration(written)).integration_id)
    return numbers


punches = st.lists(
    st.tuples(
        st.sampled_from(["A", "B", "C"]), st.integers(0, 2 * 24 * 60 - 1), st.integers(0, 59), st.sampled_from(DEVICES)
    ),
    max_size=25,
)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(which=st.integers(0, len(RULES) - 1), made=punches, chance=st.randoms(use_true_random=False))
def test_order_repeats_and_splitting_into_uploads_do_not_matter(
    hub: Hub, gates: list[int], which: int, made: list[tuple[str, int, int, str]], chance: Any
) -> None:
    number, mine = gates[which], f"P{next(NAMES)}"
    for serial in DEVICES:
        hub.devices.allow(PRINCIPAL, serial, number)
    # Each in its order, some again, all of them shuffled and split at random.
    rows = [(mine + pin, YESTERDAY - timedelta(days=2) + timedelta(minutes=m, seconds=s), d) for pin, m, s, d in made]
    sent = [*rows, *(row for row in rows if chance.random() < 0.4)]
    chance.shuffle(sent)
    while sent:
        serial = sent[0][2]
        upload = [row for row in sent[: chance.randint(1, 6)] if row[2] == serial]
        sent = _without(sent, upload)
        body = "".join(f"{pin}\t{at:%Y-%m-%d %H:%M:%S}\t0\t1\n" for pin, at, _ in upload).encode()
        hub.devices.receive(serial, LAN, body)
        if chance.random() < 0.3:
            assert hub.syncs.run(PRINCIPAL, number).status is RunStatus.SUCCEEDED
    assert hub.syncs.run(PRINCIPAL, number).status is RunStatus.SUCCEEDED
    expected = {
        (record["userId"], record["date"], record["period"]): (record["status"], record["remarks"])
        for pin, day in {(pin, at.date()) for pin, at, _ in rows}
        for record in attendance_of(
            PunchRule.model_validate(RULES[which]),
            pin,
            day,
            [at.time() for p, at, _ in rows if (p, at.date()) == (pin, day)],
        )
    }
    assert {key: value for key, value in _kept(hub).items() if key[0].startswith(mine)} == expected


def _without(sent: list[Any], taken: list[Any]) -> list[Any]:
    left = list(sent)
    for one in taken:
        left.remove(one)
    return left


def _kept(hub: Hub) -> dict[tuple[str, str, str], tuple[str, str]]:
    page = hub.records.find(PRINCIPAL, "attendance", limit=100_000)
    names = page.data_type.field_names
    rows = [dict(zip(names, row.values, strict=True)) for row in page.rows]
    return {(r["student_id"], r["date"], r["period"]): (r["status"], r["remarks"]) for r in rows}


def test_only_who_manages_allows_devices_and_it_staff_look_at_them(hub: Hub, gates: list[int]) -> None:
    staff = Actor("Ravi", Role.IT_STAFF, Face.WINDOW)
    hub.devices.allow(PRINCIPAL, "GATE-001", gates[0])
    assert [view.device.serial for view in hub.devices.all(staff)] == ["GATE-001"]
    for act in (
        lambda: hub.devices.allow(staff, "GATE-002", gates[0]),
        lambda: hub.devices.block(staff, "GATE-001"),
        lambda: hub.devices.take_in(staff, "GATE-001"),
        lambda: hub.devices.discard(staff, "GATE-001"),
        lambda: hub.devices.change_watch(staff, hub.devices.watch()),
    ):
        with pytest.raises(NotAllowedError):
            act()
    viewer = Actor("Mina", Role.VIEWER, Face.WINDOW)
    with pytest.raises(NotAllowedError):
        hub.devices.all(viewer)
    refused = [row.use_case for row in hub.audit.latest(PRINCIPAL, 6) if row.outcome == "refused"]
    assert refused == ["devices.view", "settings.change", *["devices.manage"] * 4]


def test_what_a_device_does_is_audited_and_its_polling_is_not(hub: Hub, gates: list[int]) -> None:
    hub.devices.allow(PRINCIPAL, "GATE-001", gates[0])
    before = len(hub.audit.latest(PRINCIPAL, 1_000))
    for _ in range(20):
        hub.devices.contact("GATE-001", LAN)
    assert len(hub.audit.latest(PRINCIPAL, 1_000)) <= before + 1
    hub.devices.receive("GATE-001", LAN, f"1\t{YESTERDAY:%Y-%m-%d} 08:00:00".encode())
    rows = [row for row in hub.audit.latest(PRINCIPAL, 5) if row.use_case == "devices.receive"]
    assert [(row.subject, row.detail) for row in rows] == [
        ("device GATE-001", "1 new punch, 0 that came before, 0 put aside")
    ]
