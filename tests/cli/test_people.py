import pytest

from tests.cli.conftest import PASSWORD, SmallProgram, Terminal

ROLES = ["principal", "admin", "it-staff", "viewer"]


@pytest.fixture
def staffed(connected: Terminal) -> Terminal:
    """A hub where a principal, one of the IT staff and a viewer have accounts."""
    connected.run("accounts", "add", "Meera", "--role", "principal", stdin=PASSWORD + "\n")
    meera = connected.signed_in("Meera")
    connected.run("accounts", "add", "Ravi", "--role", "it-staff", stdin=PASSWORD, env=meera)
    connected.run("accounts", "add", "Vera", "--role", "viewer", stdin=PASSWORD, env=meera)
    return connected


def test_without_accounts_the_person_at_the_pc_is_let_in(terminal: Terminal) -> None:
    assert "Nobody has an account" in terminal.run("accounts", "list").stdout
    assert terminal.json("accounts", "list") == []
    said = terminal.run("accounts", "list", "--account", "Ravi", code=1).stderr
    assert "nobody has an account yet" in said


def test_from_the_first_account_on_everybody_signs_in(staffed: Terminal) -> None:
    error = staffed.json("integrations", "list", code=3)["error"]
    assert error["kind"] == "not-allowed"
    assert "--account NAME" in error["message"]
    staffed.run("integrations", "list", code=3, env={"HUB_DESKTOP_ACCOUNT": "Ravi"})
    assert len(staffed.json("integrations", "list", env=staffed.signed_in("Ravi"))) == 1
    by_option = staffed.run("integrations", "list", "--account", "ravi", env={"HUB_DESKTOP_PASSWORD": PASSWORD})
    assert "Sample ERP" in by_option.stdout


def test_a_person_types_the_password_unseen(staffed: Terminal, seated: None) -> None:
    result = staffed.run("integrations", "list", "--account", "Ravi", stdin=PASSWORD + "\n")
    assert "Password of Ravi" in result.stderr
    assert PASSWORD not in result.output
    assert "Sample ERP" in result.stdout


def test_a_wrong_password_is_refused_and_told_apart_from_none(staffed: Terminal) -> None:
    for name in ("Ravi", "Nobody"):
        error = staffed.json("integrations", "list", code=1, env=staffed.signed_in(name, "wrong password"))["error"]
        assert error["message"] == "The name or the password is wrong."
    assert not any("wrong password" in text.replace("refused", "") for text in staffed.written if "error" not in text)


def test_a_role_that_may_not_is_told_who_may(staffed: Terminal, program: SmallProgram) -> None:
    vera, ravi, meera = (staffed.signed_in(name) for name in ("Vera", "Ravi", "Meera"))
    staffed.run("sync", "Sample ERP", env=ravi)
    said = staffed.run("sync", "Sample ERP", code=1, env=vera).stderr
    assert "Ask a colleague with the role Principal, Administrator or IT staff" in said
    for words in (
        ["integrations", "add", "-"],
        ["integrations", "disable", "Sample ERP"],
        ["integrations", "export"],
        ["secret", "set", "Sample ERP"],
        ["accounts", "list"],
        ["audit"],
        ["recovery", "show"],
    ):
        stdin = '{"name": "X", "baseUrl": "https://x.example"}' if "add" in words else "a-value"
        assert staffed.json(*words, code=1, env=ravi, stdin=stdin)["error"]["kind"] == "not-allowed"
    rows = staffed.json("audit", "--limit", "100", env=meera)
    refused = {(row["actor"], row["use_case"]) for row in rows if row["outcome"] == "refused"}
    assert {("Vera", "syncs.run"), ("Ravi", "audit.view"), ("Ravi", "secrets.set")} <= refused
    assert {row["face"] for row in rows} == {"terminal"}


def test_the_first_account_must_manage(terminal: Terminal) -> None:
    error = terminal.json("accounts", "add", "Vera", "--role", "viewer", stdin=PASSWORD, code=1)["error"]
    assert "first account" in error["message"]
    assert (
        terminal.json("accounts", "add", "Vera", "--role", "king", stdin=PASSWORD, code=2)["error"]["kind"] == "usage"
    )
    short = terminal.json("accounts", "add", "Meera", "--role", "admin", stdin="short", code=1)["error"]
    assert "10 characters" in short["message"]
    assert terminal.json("accounts", "list") == []


def test_the_password_is_typed_twice(terminal: Terminal, seated: None) -> None:
    stdin = f"{PASSWORD}\nsomething else\n{PASSWORD}\n{PASSWORD}\n"
    terminal.run("accounts", "add", "Meera", "--role", "principal", stdin=stdin)
    assert PASSWORD not in terminal.written[-1]
    terminal.run("accounts", "list", env=terminal.signed_in("Meera"))


def test_changing_and_removing_accounts(staffed: Terminal) -> None:
    meera = staffed.signed_in("Meera")
    staffed.run("accounts", "password", "Ravi", stdin="another long one", env=meera)
    staffed.run("integrations", "list", env=staffed.signed_in("Ravi", "another long one"))
    staffed.run("accounts", "remove", "Ravi", code=2, env=meera)
    staffed.run("accounts", "remove", "Ravi", "--yes", env=meera)
    staffed.run("integrations", "list", code=1, env=staffed.signed_in("Ravi", "another long one"))
    last = staffed.json("accounts", "remove", "Meera", "--yes", code=1, env=meera)["error"]
    assert "last account" in last["message"]
    assert [account["name"] for account in staffed.json("accounts", "list", env=meera)] == ["Meera", "Vera"]


def test_another_colleges_things_do_not_exist(staffed: Terminal) -> None:
    meera = staffed.signed_in("Meera")
    number = staffed.json("colleges", "add", "East Campus", env=meera)["college_id"]
    words = ["accounts", "add", "Eva", "--role", "principal", "--college", "east campus"]
    assert staffed.json(*words, stdin=PASSWORD, env=meera)["college_ids"] == [number]
    eva = staffed.signed_in("Eva")
    assert staffed.json("integrations", "list", env=eva) == []
    there = staffed.json("sync", "Sample ERP", code=1, env=eva)["error"]
    assert there == staffed.json("sync", "Sample ERP", code=1, env=eva)["error"]
    assert there["kind"] == "not-found"
    assert staffed.json("records", "students", env=eva)["records"] == []
    assert "East Campus" in staffed.run("accounts", "list", env=meera).stdout


def test_colleges(terminal: Terminal) -> None:
    assert terminal.json("colleges", "list") == [{"college_id": 1, "name": "My college"}]
    terminal.run("colleges", "rename", "My college", "West Campus")
    terminal.run("colleges", "rename", "1", "North Campus")
    assert "North Campus" in terminal.run("colleges", "list").stdout
    error = terminal.json("colleges", "rename", "Nort Campus", "X", code=1)["error"]
    assert "Did you mean “North Campus”?" in error["message"]


def test_the_audit_is_shown_and_proved(connected: Terminal, program: SmallProgram) -> None:
    assert "integrations.add" in connected.run("audit").stdout
    result = connected.json("audit", "--verify")
    assert result["whole"] is True
    assert "The audit is whole" in connected.run("audit", "--verify").stdout
    tamper(program)
    broken = connected.json("audit", "--verify", code=1)
    assert (broken["whole"], broken["broken_at"]) == (False, 2)
    assert "row 2" in connected.run("audit", "--verify", code=1).stderr


def tamper(program: SmallProgram) -> None:
    """Change a row of the audit behind the program's back."""
    with program.open_hub(None) as hub, hub._databases.hub.connect() as connection:
        for trigger in connection.exec_driver_sql(
            "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'audit'"
        ).all():
            connection.exec_driver_sql(f"DROP TRIGGER {trigger[0]}")
        connection.exec_driver_sql("UPDATE audit SET actor = 'somebody else' WHERE id = 2")
        connection.commit()
