"""The disk: two encrypted SQLite files, their migrations, the vault of secrets and the data folder."""
