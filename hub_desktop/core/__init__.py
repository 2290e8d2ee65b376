"""Words and rules of the hub: pure, without input or output, shared by every room above."""
