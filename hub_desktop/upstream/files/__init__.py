"""Files of a folder as a source of records, equal to any other system."""
