"""What is read ends early once nobody waits for it, and an error that has nothing to do with that stays what it is."""

import pytest

from hub_desktop.core.errors import CancelledError, StorageError
from hub_desktop.core.stopping import stoppable, stopped_here


def test_whoever_reads_hears_whether_somebody_still_waits():
    assert stopped_here() is None
    with stoppable(lambda: True):
        asked = stopped_here()
        assert asked is not None
        assert asked()
    assert stopped_here() is None


def test_what_was_broken_off_says_that_it_was_stopped():
    with pytest.raises(CancelledError, match="Nothing was changed"), stoppable(lambda: True):
        raise RuntimeError("interrupted")


@pytest.mark.parametrize(
    ("stopped", "error"),
    [(True, StorageError("The disk is full.")), (True, RuntimeError("a bug")), (False, RuntimeError("interrupted"))],
)
def test_any_other_error_stays_what_it_is(stopped, error):
    with pytest.raises(type(error)) as found, stoppable(lambda: stopped):
        raise error
    assert found.value is error
    assert stopped_here() is None
