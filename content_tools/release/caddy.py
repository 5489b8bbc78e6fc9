"""Settings for Caddy, one file to import inside a site's block."""

from __future__ import annotations

from collections.abc import Iterator

from content_tools.release.heads import Heads
from content_tools.release.kinds import KEPT, TEXT, content_type
from content_tools.release.settings import ASKED_AGAIN, HSTS, KEPT_FOR_EVER, framed, headers


def caddy_settings(heads: Heads, root: str) -> str:
    """The file's text; `root` is the folder that holds `kini`."""
    return "\n".join(_lines(heads, root)) + "\n"


def _header(matcher: str, name: str, value: str) -> str:
    return f'header {matcher} {name} "{value}"'


def _lines(heads: Heads, root: str) -> Iterator[str]:
    yield "# Dibuat bersama rilis ini; jangan diubah. Salin ke /etc/caddy/situs.caddy, lalu di dalam blok alamat:"
    yield "#   import /etc/caddy/situs.caddy"
    yield "# Situs berada di akar alamat. Sesudah setelan berubah, salin lagi, lalu: caddy reload"
    yield f"root * {root}/kini/situs"
    yield "@mp_titik {"
    yield "\tpath */.*"
    yield "\tnot path /.well-known/*"
    yield "}"
    yield "error @mp_titik 404"
    yield "file_server {"
    yield "\tprecompressed br gzip"
    yield "}"
    yield "handle_errors {"
    yield f'\theader Cache-Control "{ASKED_AGAIN}"'
    yield f'\theader Content-Type "{content_type("html")}"'
    yield "\t@mp_tiada `{err.status_code} in [403, 404]`"
    yield "\trewrite @mp_tiada /404.html"
    yield "\tfile_server {"
    yield "\t\tprecompressed br gzip"
    yield "\t}"
    yield "}"
    yield ""
    yield "# Kepala jawaban. Tiap alamat hanya cocok dengan satu baris untuk satu kepala."
    yield f"@mp_tetap path_regexp ^{KEPT}"
    yield f"@mp_berubah not path_regexp ^{KEPT}"
    yield _header("@mp_tetap", "Cache-Control", KEPT_FOR_EVER)
    yield _header("@mp_berubah", "Cache-Control", ASKED_AGAIN)
    folders = sorted(heads.others)
    yield f"@mp_umum not path {' '.join(f'/{folder} /{folder}/*' for folder in folders) or '/-'}"
    yield _header("@mp_umum", "Content-Security-Policy", framed(heads.policy))
    for number, folder in enumerate(folders):
        yield f"@mp_aturan{number} path /{folder} /{folder}/*"
        yield _header(f"@mp_aturan{number}", "Content-Security-Policy", framed(heads.others[folder]))
    yield "@mp_aman `{http.request.scheme} == 'https' || {http.request.header.X-Forwarded-Proto} == 'https'`"
    yield _header("@mp_aman", "Strict-Transport-Security", HSTS)
    yield from (_header("*", name, value) for name, value in headers(heads).items())
    yield "header * -Server"
    for ending in sorted(TEXT):
        yield f"@mp_jenis_{ending} path *.{ending}"
        yield _header(f"@mp_jenis_{ending}", "Content-Type", content_type(ending))
    yield _header("/SHA256SUMS", "Content-Type", content_type("txt"))
    yield ""
    yield "# Alamat lama."
    for old, new in sorted(heads.redirects.items()):
        yield f"redir {old} {new} 301"
