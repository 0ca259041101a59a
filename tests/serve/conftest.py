"""The preview is compared with what tests/site builds."""

from tests.site.conftest import builder, tiny_root, tiny_site

__all__ = ["builder", "tiny_root", "tiny_site"]
