"""The house's own tables in YAML: words, sentences, rules.

They are part of the code, so a fault in one is an exception; what editors write is read by
source/yaml_.py.

Read with libyaml where the wheel has it: ten times as fast, and every verb reads some of them.
"""

from typing import Any

import yaml

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def table(text: str) -> Any:
    """The data of a YAML text."""
    return yaml.load(text, _LOADER)
