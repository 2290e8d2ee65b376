"""Runs in the built program before anything else: keeps its libraries from the programs that it starts.

The loader that starts a built program points the system at the libraries beside it. It has read that by now; a browser
that is opened for a sign-in would take it over and load ours in place of its own.
"""

import os
import sys

if sys.platform.startswith("linux"):
    _before = os.environ.pop("LD_LIBRARY_PATH_ORIG", None)
    if _before:
        os.environ["LD_LIBRARY_PATH"] = _before
    else:
        os.environ.pop("LD_LIBRARY_PATH", None)
