"""The use cases, one class a subject. Each call checks the role, acts, writes its audit row and emits an event."""
