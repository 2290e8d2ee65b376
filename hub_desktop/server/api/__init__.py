"""The management API: the hub's use cases for other programs, over HTTP, with a token."""
