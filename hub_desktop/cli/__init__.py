"""The face for a person or a script at a terminal."""
