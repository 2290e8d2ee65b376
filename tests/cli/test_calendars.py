from pathlib import Path


def test_a_calendar_is_kept_from_the_terminal(terminal, tmp_path: Path):
    assert "No holiday is written down" in terminal.run("calendar", "list").stdout
    file = tmp_path / "holidays.csv"
    file.write_text("date,end,name\n2040-11-08,2040-11-12,Diwali\n2041-01-26,,Republic Day\n", "utf-8")
    assert terminal.run("calendar", "import", str(file)).stdout == "2 holidays added.\n"
    assert terminal.json("calendar", "import", str(file)) == {"added": 0, "known": 2, "skipped": 0}
    assert terminal.run("calendar", "add", "Holi", "2040-03-01").stdout == "Holi was added.\n"
    assert terminal.run("calendar", "add", "--weekly", "sunday").stdout == "The college is closed on Sunday.\n"
    assert "Asia/Kolkata" in terminal.run("calendar", "zone", "Asia/Kolkata").stdout
    shown = terminal.run("calendar", "list", "--all").stdout
    assert "Weekly days off  Sunday" in shown
    assert "2040-11-08" in shown
    document = terminal.json("calendar", "list")
    assert [one["name"] for one in document["holidays"]] == ["Holi", "Diwali", "Republic Day"]
    assert (document["zone"], document["of_computer"], document["weekly_off"]) == ("Asia/Kolkata", False, ["sunday"])
    assert "Diwali (2040-11-08 to 2040-11-12) was removed." in terminal.run("calendar", "remove", "diwali").stdout
    assert terminal.json("calendar", "remove", "2040-03-01")["removed"][0]["name"] == "Holi"
    assert "open on Sunday" in terminal.run("calendar", "remove", "--weekly", "Sunday").stdout
    assert "that of this computer" in terminal.run("calendar", "zone", "--computer").stdout


def test_what_is_mistyped_is_said(terminal, tmp_path: Path):
    assert "2026-11-08" in terminal.run("calendar", "add", "Diwali", "8/11/2040", code=2).stderr
    terminal.run("calendar", "add", "Diwali", code=2)
    terminal.run("calendar", "add", "Diwali", "2040-11-08", "--weekly", "sunday", code=2)
    terminal.run("calendar", "remove", code=2)
    terminal.run("calendar", "zone", "Asia/Kolkata", "--computer", code=2)
    assert "Did you mean" in terminal.run("calendar", "zone", "Asia/Kolkatta", code=1).stderr
    assert "Line 1" in terminal.run("calendar", "import", "-", stdin="8.11.2040,Diwali\n", code=1).stderr
    for command in ("add", "remove"):
        said = terminal.run("calendar", command, "--weekly", "funday", code=2).stderr
        assert "“funday” is no weekday. Did you mean “sunday”" in said
    assert "has no holiday" in terminal.run("calendar", "remove", "Holi", code=1).stderr


def test_an_integration_says_its_schedule_in_words(terminal, campus):
    schedule = {"times": ["07:30", "13:00"], "days": ["monday", "tuesday", "wednesday", "thursday", "friday"]}
    terminal.run("integrations", "add", "-", stdin=campus.erp(schedule=schedule))
    shown = terminal.run("integrations", "show", "Sample ERP").stdout
    assert "at 07:30 and 13:00, Monday to Friday" in next(
        row for row in shown.splitlines() if row.startswith("Schedule")
    )
    document = terminal.json("integrations", "show", "Sample ERP")
    assert document["schedule"]["students"] == "at 07:30 and 13:00, Monday to Friday"
    assert document["next_words"]
    assert document["configuration"]["schedule"]["times"] == ["07:30", "13:00"]
