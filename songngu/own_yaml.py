"""The house's own tables and those of the theme, which are data that we trust: read as quickly as
the machine can. What editors write is read by source/yaml_.py."""

from typing import Any

import yaml

# In C where the library was built with it; in Python the sentences alone take half a second.
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def load(text: str) -> Any:
    """Plain data; nothing in the text can run."""
    return yaml.load(text, Loader=_LOADER)
