"""Help in the window: topics in plain words, found by searching, by F1, and from every error."""
