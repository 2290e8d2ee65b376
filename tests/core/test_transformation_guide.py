import json
import re

import pytest

from hub_desktop.core.endpoint import Endpoint, FieldMapping
from hub_desktop.core.resources import resource_path
from hub_desktop.core.transformations import LIBRARY
from hub_desktop.core.transformations.guide import GROUPS, guide

PUBLISHED = resource_path("help", "transformations.md").read_text("utf-8")
EXAMPLES = re.findall(r"```json\n(.*?)```", PUBLISHED, re.DOTALL)


def test_the_published_guide_is_what_the_library_gives():
    assert guide() == PUBLISHED, (
        "write it anew: python -m hub_desktop.core.transformations.guide > resources/help/transformations.md"
    )


def test_every_transformation_and_parameter_is_explained():
    for one in LIBRARY.values():
        assert one.group in GROUPS
        assert f"### `{one.name}`: {one.label}" in PUBLISHED
        for name, info in one.parameters.model_fields.items():
            assert f"| `{info.alias or name}` |" in PUBLISHED


@pytest.mark.parametrize("example", EXAMPLES, ids=range(len(EXAMPLES)))
def test_every_longer_example_is_taken(example):
    written = json.loads(example)
    read = (FieldMapping if "from" in written else Endpoint).model_validate(written)
    assert read.written()
