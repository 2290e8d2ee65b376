"""The wire: requests to upstreams, signing in, paging, verdicts and the connection doctor."""
