"""What the conformance suite shares: a real hub on real files, and certificates made once."""

from pathlib import Path

import pytest

from tests.fakes.hostile.tls import write_certificates
from tests.hub.conftest import _no_proxy, folder, hub, vault

__all__ = ["_no_proxy", "certificates", "folder", "hub", "vault"]


@pytest.fixture(scope="session")
def certificates(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Return the files of the certificates by name; “authority” is the one to be trusted."""
    return write_certificates(tmp_path_factory.mktemp("certificates"))
