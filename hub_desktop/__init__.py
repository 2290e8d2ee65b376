"""Hub Desktop: the integration desk of the Smart Student Hub."""

__version__ = "0.1.0"
