"""Stopping what is only read: whoever reads for somebody asks now and then whether they still wait for it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from hub_desktop.core.errors import CancelledError, HubError

Stopped = Callable[[], bool]
"""Tells whether nobody waits any more."""

_asked: ContextVar[Stopped | None] = ContextVar("stopped", default=None)


@contextmanager
def stoppable(stopped: Stopped) -> Iterator[None]:
    """Let what is read inside end early once `stopped` says so, with CancelledError; what is written is finished."""
    token = _asked.set(stopped)
    try:
        yield
    except HubError:
        raise
    except Exception as error:
        if stopped() and was_broken_off(error):
            raise stopped_error() from None
        raise
    finally:
        _asked.reset(token)


def stopped_here() -> Stopped | None:
    """Return what tells whether to end early, None where nobody asked for that."""
    return _asked.get()


def was_broken_off(error: BaseException) -> bool:
    """Tell whether an error is only what a database says of a statement that was stopped."""
    return "interrupted" in str(error)


def stopped_error() -> CancelledError:
    """Return the error of something that was only read, and stopped."""
    return CancelledError("It was stopped. Nothing was changed.")
