"""The hooks of mkdocs.yml; all of them live in the package, this file only names them."""

from songngu.site.mkdocs_ import (  # noqa: F401
    on_config,
    on_env,
    on_files,
    on_page_context,
    on_page_markdown,
    on_post_build,
    on_template_context,
)
