"""The face of time: asks the hub for the runs that are due."""
