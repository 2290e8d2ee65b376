"""What a built program runs: it keeps its own libraries from the programs that it starts, and then is the program.

The loader of a built program points the system and Qt at what lies beside it. Both have read that by now, or know it
without; a browser that is opened for a sign-in would take it over and load ours in place of its own.
"""

import os
import sys

from hub_desktop.__main__ import main

for _name in ("QT_PLUGIN_PATH", "QML2_IMPORT_PATH"):
    os.environ.pop(_name, None)
if sys.platform.startswith("linux"):
    _before = os.environ.pop("LD_LIBRARY_PATH_ORIG", "")
    os.environ.pop("LD_LIBRARY_PATH", None)
    if _before:
        os.environ["LD_LIBRARY_PATH"] = _before

raise SystemExit(main())
