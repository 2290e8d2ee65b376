import threading
from pathlib import Path

import pytest
from filelock import Timeout

from hub_desktop.core.errors import StorageError
from hub_desktop.store.folder import ENVIRONMENT_VARIABLE, AlreadyRunningError, DataFolder


def test_the_folder_named_in_the_environment_is_used(tmp_path, monkeypatch):
    monkeypatch.setenv(ENVIRONMENT_VARIABLE, str(tmp_path / "here"))
    assert DataFolder.default().path == tmp_path / "here"
    monkeypatch.setenv(ENVIRONMENT_VARIABLE, "  ")
    assert DataFolder.default().path != tmp_path / "here"


def test_a_file_in_the_place_of_the_folder_is_told(tmp_path):
    (tmp_path / "d").write_text("x")
    with pytest.raises(StorageError, match="--data-dir"):
        DataFolder(tmp_path / "d").prepare()


def test_the_identity_stays_and_is_the_folder_s_own(tmp_path):
    one, other = DataFolder(tmp_path / "a").prepare(), DataFolder(tmp_path / "b").prepare()
    assert one.identity() == one.identity() != other.identity()


def test_many_that_ask_first_get_one_identity(folder):
    found: set[str] = set()
    threads = [threading.Thread(target=lambda: found.add(DataFolder(folder.path).identity())) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 1
    assert [file.name for file in folder.path.glob("folder-id*")] == ["folder-id"]


def test_a_second_instance_is_kept_out_until_the_first_ends(folder):
    with folder.only_instance(), pytest.raises(AlreadyRunningError), DataFolder(folder.path).only_instance():
        pass
    with folder.only_instance():
        pass


def test_whether_it_is_held_is_told_and_asking_keeps_nobody_out(folder):
    assert not folder.is_held()
    with folder.only_instance():
        assert DataFolder(folder.path).is_held()
    asking, ended = threading.Event(), threading.Event()

    def ask() -> None:
        while not ended.wait(0.002):
            DataFolder(folder.path).is_held()
            asking.set()

    thread = threading.Thread(target=ask)
    thread.start()
    try:
        assert asking.wait(10)
        for _ in range(50):
            with folder.only_instance():
                pass
    finally:
        ended.set()
        thread.join()


def test_an_instance_that_fails_lets_go(folder):
    with pytest.raises(ZeroDivisionError), folder.only_instance():
        raise ZeroDivisionError
    with folder.only_instance():
        pass


def test_one_integration_is_run_once_and_another_beside_it(folder):
    with folder.run_lock(1), folder.run_lock(2), pytest.raises(Timeout):
        folder.run_lock(1).acquire()
    with folder.run_lock(1):
        pass


@pytest.mark.parametrize(
    ("path", "warned"),
    [
        ("OneDrive - College/hub", True),
        ("Dropbox/hub", True),
        ("Google Drive/x", True),
        ("data/hub", False),
        ("mydropbox", False),
    ],
)
def test_a_folder_that_is_kept_in_the_cloud_is_warned_of(tmp_path, path, warned):
    assert bool(DataFolder(Path(tmp_path, path)).warning()) is warned
