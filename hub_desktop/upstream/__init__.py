"""The wire: requests to upstreams, signing in, paging, verdicts and the connection doctor."""

import sys

# httpx brings a command line of its own, and loads with it all that colours a terminal: half of what its import costs,
# for nobody here. It does without where that part cannot be imported, and None is Python's word for such a module.
sys.modules.setdefault("httpx._main", None)  # type: ignore[arg-type]
