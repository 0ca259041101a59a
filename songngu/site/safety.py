"""What a page may do, said twice: in each page, and in files that hosts read.

Everything comes from the site itself, and nothing that runs or paints stands inside a page. The
files add what a page cannot say: who may frame it, how long a file may be kept.
"""

from collections.abc import Iterator

from songngu.site.addresses import ASSETS, Addresses
from songngu.site.search_index import PARTS

_RULES = (
    "default-src 'none'",
    "script-src 'self'",
    "worker-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
)
# As the <meta> of every page has it; a frame's ancestors can only be named by the host.
POLICY = "; ".join(_RULES)
Said = tuple[tuple[str, str], ...]
_HEADERS: Said = (
    ("Content-Security-Policy", f"{POLICY}; frame-ancestors 'none'"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=()"),
    ("Referrer-Policy", "strict-origin-when-cross-origin"),
    ("X-Content-Type-Options", "nosniff"),
)
_KEEP = "public, max-age=31536000, immutable"


def host_files(addresses: Addresses, draft: bool = False) -> dict[str, str]:
    """`_headers` (Netlify, Cloudflare Pages and their like) and `.htaccess` (Apache). A draft tells
    search engines to keep nothing of it, its files included."""
    said = (*_HEADERS, ("X-Robots-Tag", "noindex, nofollow")) if draft else _HEADERS
    return {
        "_headers": "\n".join(_headers(addresses, said)) + "\n",
        ".htaccess": "\n".join(_htaccess(addresses, said)) + "\n",
    }


def _forever(addresses: Addresses) -> tuple[str, ...]:
    """The folders in which every name tells its content."""
    parts = (addresses.page(lang, PARTS) for lang in addresses.folders)
    return f"{ASSETS}fonts/", f"{ASSETS}search/", *parts


def _headers(addresses: Addresses, said: Said) -> Iterator[str]:
    yield addresses.rooted("*")
    yield from (f"  {name}: {value}" for name, value in said)
    for folder in _forever(addresses):
        yield addresses.rooted(f"{folder}*")
        yield f"  Cache-Control: {_KEEP}"


def _htaccess(addresses: Addresses, said: Said) -> Iterator[str]:
    yield f"ErrorDocument 404 {addresses.rooted('404.html')}"
    yield "AddType text/csv .csv"
    yield "AddType image/avif .avif"
    yield "AddType font/woff2 .woff2"
    yield "<IfModule mod_headers.c>"
    yield from (f'  Header always set {name} "{value}"' for name, value in said)
    folders = "|".join(_forever(addresses))
    yield f'  SetEnvIf Request_URI "/({folders})" kept'
    yield f'  Header set Cache-Control "{_KEEP}" env=kept'
    yield "</IfModule>"
