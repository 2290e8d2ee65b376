"""One sync run, from the first page to the finished Run."""
