"""Settings for nginx, one file to include inside a `server` block. They stand on the server's level as a whole:

a `location` with an `add_header` of its own would drop every header from above.
"""

from __future__ import annotations

from collections.abc import Iterator

from content_tools.release.heads import Heads
from content_tools.release.kinds import CLOSED, KEPT, TEXT
from content_tools.release.settings import ASKED_AGAIN, HSTS, KEPT_FOR_EVER, framed, headers


def nginx_settings(heads: Heads, root: str) -> str:
    """The file's text; `root` is the folder that holds `kini`."""
    return "\n".join(_lines(heads, root)) + "\n"


def _lines(heads: Heads, root: str) -> Iterator[str]:
    yield "# Dibuat bersama rilis ini; jangan diubah. Salin ke /etc/nginx/snippets/situs.conf, lalu di dalam blok server:"
    yield "#   include snippets/situs.conf;"
    yield "#   brotli_static on;  # bila modul brotli terpasang"
    yield "# Situs berada di akar alamat. Sesudah setelan berubah, salin lagi, lalu: nginx -t && nginx -s reload"
    yield f"root {root}/kini/situs;"
    yield "index index.html;"
    yield "types {"
    yield from (f"  {kind} {ending};" for ending, kind in sorted((TEXT | CLOSED).items()))
    yield "}"
    yield "default_type application/octet-stream;"
    yield "charset utf-8;"
    yield f"charset_types {' '.join(sorted(set(TEXT.values()) - {'text/html'}))};"
    yield "location = /SHA256SUMS { default_type text/plain; }"
    yield ""
    yield "# Isi: salinan mampat bila ada; berkas selalu dibuka dari rilis yang sedang tayang."
    yield "gzip_static on;"
    yield "gzip_vary on;"
    yield "open_file_cache off;"
    yield "etag on;"
    yield "if_modified_since exact;"
    yield "absolute_redirect off;"
    yield "server_tokens off;"
    yield "error_page 404 /404.html;"
    yield "error_page 403 =404 /404.html;"
    yield "location ~ /\\.(?!well-known/) { return 404; }"
    yield ""
    yield "# Kepala jawaban."
    yield f'set $mp_simpan "{ASKED_AGAIN}";'
    yield f'if ($uri ~ "^{KEPT}") {{ set $mp_simpan "{KEPT_FOR_EVER}"; }}'
    yield f'set $mp_aturan "{framed(heads.policy)}";'
    for folder, policy in sorted(heads.others.items()):
        yield f'if ($uri ~ "^/{folder.replace(".", "[.]")}(/|$)") {{ set $mp_aturan "{framed(policy)}"; }}'
    yield 'set $mp_aman "";'
    yield f'if ($scheme = https) {{ set $mp_aman "{HSTS}"; }}'
    yield f'if ($http_x_forwarded_proto = https) {{ set $mp_aman "{HSTS}"; }}'
    yield "add_header Cache-Control $mp_simpan always;"
    yield "add_header Content-Security-Policy $mp_aturan always;"
    yield "add_header Strict-Transport-Security $mp_aman always;"
    yield from (f'add_header {name} "{value}" always;' for name, value in headers(heads).items())
    yield ""
    yield "# Alamat lama."
    for old, new in sorted(heads.redirects.items()):
        yield f"location = {old} {{ return 301 {new}; }}"
