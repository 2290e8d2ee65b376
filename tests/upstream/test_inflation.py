import gzip
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hub_desktop.core.errors import ConfigurationError, TransientError
from hub_desktop.upstream.inflation import BoundedBody


def read(encoding: str, chunks: list[bytes], limit: int = 10_000) -> bytes:
    body = BoundedBody("ERP", encoding, limit)
    for chunk in chunks:
        body.feed(chunk)
    return body.finish()


def bare_deflate(data: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(data) + packer.flush()


PACK = {"gzip": gzip.compress, "x-gzip": gzip.compress, "deflate": zlib.compress, "identity": bytes, "": bytes}


@given(st.binary(max_size=300), st.sampled_from(sorted(PACK)), st.integers(1, 7), st.booleans())
def test_a_body_is_read_whatever_pieces_it_comes_in(data: bytes, encoding: str, size: int, bare: bool) -> None:
    packed = bare_deflate(data) if bare and encoding == "deflate" else PACK[encoding](data)
    chunks = [packed[start : start + size] for start in range(0, len(packed), size)]
    assert read(encoding, [b"", *chunks]) == data


@pytest.mark.parametrize("encoding", ["gzip", "deflate"])
def test_an_end_that_does_not_come_is_noticed(encoding: str) -> None:
    packed = PACK[encoding](b"[1, 2, 3]" * 50)
    for length in (1, 2, len(packed) // 2, len(packed) - 1):
        with pytest.raises(TransientError, match="broke off"):
            read(encoding, [packed[:length]])
    assert read(encoding, []) == b""


@pytest.mark.parametrize("data", [b"[1, 2, 3]", gzip.compress(b"[1]", mtime=0) + b"more"])
def test_what_is_not_packed_as_it_says_is_named(data: bytes) -> None:
    with pytest.raises(ConfigurationError, match="compression is damaged"):
        read("gzip", [data])


@pytest.mark.parametrize("encoding", ["br", "gzip, gzip", "gzip, deflate", "identity, br", "x" * 500])
def test_other_packings_are_refused(encoding: str) -> None:
    with pytest.raises(ConfigurationError, match="does not read") as caught:
        read(encoding, [])
    assert len(caught.value.detail) < 300


@pytest.mark.parametrize("encoding", ["gzip", "deflate", ""])
def test_more_than_the_limit_is_refused(encoding: str) -> None:
    assert read(encoding, [PACK[encoding](b"x" * 10_000)]) == b"x" * 10_000
    with pytest.raises(ConfigurationError, match="smaller page size"):
        read(encoding, [PACK[encoding](b"x" * 10_001)])
