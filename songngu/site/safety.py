"""What a page may do, said twice: in each page, and in files that hosts read.

Everything comes from the site itself, and nothing that runs or paints stands inside a page. The
files add what a page cannot say: who may frame it, how long a file may be kept.
"""

from collections.abc import Iterator

from songngu.site.addresses import ASSETS, Addresses

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
_HEADERS = (
    ("Content-Security-Policy", f"{POLICY}; frame-ancestors 'none'"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=()"),
    ("Referrer-Policy", "strict-origin-when-cross-origin"),
    ("X-Content-Type-Options", "nosniff"),
)
# Folders in which every name tells its content.
_FOREVER = (f"{ASSETS}fonts/", f"{ASSETS}search/")
_KEEP = "public, max-age=31536000, immutable"


def host_files(addresses: Addresses) -> dict[str, str]:
    """`_headers` (Netlify, Cloudflare Pages and their like) and `.htaccess` (Apache)."""
    return {
        "_headers": "\n".join(_headers(addresses)) + "\n",
        ".htaccess": "\n".join(_htaccess(addresses)) + "\n",
    }


def _headers(addresses: Addresses) -> Iterator[str]:
    yield addresses.rooted("*")
    yield from (f"  {name}: {value}" for name, value in _HEADERS)
    for folder in _FOREVER:
        yield addresses.rooted(f"{folder}*")
        yield f"  Cache-Control: {_KEEP}"


def _htaccess(addresses: Addresses) -> Iterator[str]:
    yield f"ErrorDocument 404 {addresses.rooted('404.html')}"
    yield "AddType text/csv .csv"
    yield "AddType image/avif .avif"
    yield "AddType font/woff2 .woff2"
    yield "<IfModule mod_headers.c>"
    yield from (f'  Header always set {name} "{value}"' for name, value in _HEADERS)
    folders = "|".join(_FOREVER)
    yield f'  SetEnvIf Request_URI "/({folders})" kept'
    yield f'  Header set Cache-Control "{_KEEP}" env=kept'
    yield "</IfModule>"
