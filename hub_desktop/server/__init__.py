"""Other programs, over HTTP: the listener, its limits, and the sample college for practising."""
