"""A folder is typed as people write paths, and kept as a file address."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hub_desktop.core.errors import ConfigurationError
from hub_desktop.core.folders import folder_address, folder_path, is_folder
from hub_desktop.core.integration import read_integration

FOLDER = {"name": "Office", "baseUrl": "/srv/exports", "endpoints": {"students": "students*.csv"}}


@pytest.mark.parametrize(
    ("typed", "address", "shown"),
    [
        ("/srv/My exports/", "file:///srv/My%20exports", "/srv/My exports"),
        (r"C:\Exports\2026", "file:///C:/Exports/2026", r"C:\Exports\2026"),
        (r"\\server\share\Büro", "file://server/share/B%C3%BCro", r"\\server\share\Büro"),
        ("file://localhost/srv/x", "file:///srv/x", "/srv/x"),
        ("file:///C:/Ex%20p", "file:///C:/Ex%20p", r"C:\Ex p"),
        ("/a%20b#c", "file:///a%2520b%23c", "/a%20b#c"),
    ],
)
def test_paths_of_every_system_become_addresses_and_come_back(typed: str, address: str, shown: str) -> None:
    assert is_folder(typed)
    assert folder_address(typed) == address
    assert folder_path(address) == shown
    assert folder_address(shown) == folder_address(address) == address


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="/\\"), min_size=1, max_size=30))
def test_any_name_of_a_folder_survives(name: str) -> None:
    if name in {".", ".."}:
        return
    assert folder_path(folder_address(f"/srv/{name}/x")) == f"/srv/{name}/x"


@pytest.mark.parametrize(
    "typed", ["/", "C:\\", "file:///", "/srv/../etc", "file:srv", "file:///a?b", "/a\nb", r"\\srv"]
)
def test_what_is_no_folder_is_refused(typed: str) -> None:
    with pytest.raises(ValueError, match=r"folder|drive"):
        folder_address(typed)


@pytest.mark.parametrize("typed", ["https://erp.in", "erp/x", "C", "", "ftp://x", "files.college.edu"])
def test_a_server_is_no_folder(typed: str) -> None:
    assert not is_folder(typed)


def test_an_integration_of_a_folder_needs_no_sign_in_and_keeps_its_shape() -> None:
    config = read_integration(FOLDER).integration
    assert config.reads_files
    written = config.to_json()
    assert written["baseUrl"] == "file:///srv/exports"
    assert written["authType"] == "none"
    assert written["endpoints"] == {"students": "/students*.csv"}
    assert read_integration(written).integration == config


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"authType": "bearer"}, "without a sign-in"),
        ({"headers": {"X-A": "1"}}, "no headers"),
        ({"endpoints": {"students": "/students"}}, "as in students"),
        ({"endpoints": {"students": "old.xls"}}, "Save them as .xlsx"),
        ({"endpoints": {"students": "../secret.csv"}}, "below the folder"),
        ({"endpoints": {"students": "**/a.csv"}}, "below the folder"),
        ({"endpoints": {"students": "a-{run.today}.csv"}}, "write *"),
        ({"endpoints": {"students": {"path": "a.csv", "method": "POST"}}}, "“method” is for servers"),
        ({"endpoints": {"students": {"path": "a.csv", "incremental": {"param": "since"}}}}, "“incremental”"),
        ({"endpoints": {"students": {"path": "a.csv", "params": {"sheet": "1"}}}}, "does not fit"),
        ({"endpoints": {"students": {"path": "a.csv", "params": {"delimeter": ";"}}}}, "Did you mean “delimiter”"),
        ({"endpoints": {"students": {"path": "a.csv", "params": {"encoding": "idna"}}}}, "no encoding"),
        ({"endpoints": {"students": {"path": "a.csv", "params": {"headerRow": "0"}}}}, "from 1 to"),
        ({"endpoints": {"students": {"path": "a.csv", "params": {"files": "some"}}}}, '"newest" or "all"'),
        ({"endpoints": {"students": {"path": "a.csv", "recordsPath": "data"}}}, "are for JSON"),
        ({"endpoints": {"students": {"path": "a.xlsx", "unfold": "grades"}}}, "are for JSON"),
        ({"apiKey": "abc"}, "does not belong"),
    ],
)
def test_what_a_file_cannot_be_asked_is_named(changes: dict[str, object], said: str) -> None:
    with pytest.raises(ConfigurationError) as error:
        read_integration(FOLDER | changes)
    assert said in error.value.sentence
