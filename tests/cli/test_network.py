"""`hub-desktop network`."""

from tests.fakes.http_server import HttpServer, as_json


def test_settings_are_changed_and_shown(terminal):
    assert "as the settings of this computer say" in terminal.run("network", "show").stdout
    given = ("--proxy", "own", "--address", "proxy.college.edu:3128", "--user", "hub", "--direct", "a.edu, *.b.edu")
    shown = terminal.run("network", "set", *given, "--password", stdin="s3cret-of-the-proxy\n").stdout
    assert "http://proxy.college.edu:3128" in shown
    assert "kept" in shown
    told = terminal.json("network", "show")
    assert told["direct"] == ["a.edu", "*.b.edu"]
    assert told["passwordKept"]
    assert not any("s3cret" in said for said in terminal.written)
    assert "Say what to change" in terminal.run("network", "set", code=2).stderr
    assert "of the kind “socks5”" in terminal.run("network", "set", "--address", "socks5://x:1", code=1).stderr


def test_a_way_is_tested(terminal):
    terminal.run("integrations", "add", "-", stdin='{"name": "Moodle", "baseUrl": "http://moodle.example.edu"}')
    with HttpServer(lambda _: as_json([])) as proxy:
        terminal.run("network", "set", "--proxy", "own", "--address", proxy.url)
        assert "✓ Connection: Moodle takes connections" in terminal.run("network", "test", "Moodle").stdout
    told = terminal.json("network", "test", "Moodle", code=1)
    assert (told["integration"], told["ok"], told["steps"][-1]["ok"]) == ("Moodle", False, False)
