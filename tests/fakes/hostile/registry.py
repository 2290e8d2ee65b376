"""All misbehaviours, in the order in which the modules beside this one register them."""

from tests.fakes.hostile import (  # noqa: F401 - importing a module registers what it holds
    disguises,
    http2,
    json_texts,
    paging,
    redirects,
    sign_in,
    sizes,
    statuses,
    timing,
    tls,
)
from tests.fakes.hostile.case import MISBEHAVIOURS, Misbehaviour

ALL: tuple[Misbehaviour, ...] = tuple(MISBEHAVIOURS)
