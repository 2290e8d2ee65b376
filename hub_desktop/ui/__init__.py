"""The face for a person at the window; all of Qt lives here."""
