"""How the window looks: the one place that knows colours and pixels."""
