"""`masterplan publish`, `rollback`, `releases`, `verify`, `archive`: a built site goes online, back, and along."""

from __future__ import annotations

import argparse
import errno
import sys
import time
from collections.abc import Callable
from pathlib import Path

from content_tools.cli.project import Commands
from content_tools.cli.telling import clean
from content_tools.release.archive import write_archives
from content_tools.release.compare import Compared, compare_folder, compare_url
from content_tools.release.examine import Unfit
from content_tools.release.local import LocalPlace
from content_tools.release.manifest import sealed
from content_tools.release.place import Busy, Place, Uncertain
from content_tools.release.publishing import FEWEST_KEPT, Outcome, changes, publish, roll_back
from content_tools.release.remote import RemotePlace, is_remote

SAFE = "Situs yang tayang tidak berubah."
REASONS = {
    errno.ENOSPC: "disk penuh; kosongkan ruang, lalu terbitkan lagi",
    errno.EDQUOT: "jatah disk habis; kosongkan ruang, lalu terbitkan lagi",
    errno.EFBIG: "berkas melebihi batas ukuran di komputer ini",
    errno.EROFS: "disk hanya dapat dibaca; pasang agar dapat ditulisi",
    errno.EACCES: "tidak ada izin menulis; periksa pemilik foldernya",
    errno.EPERM: "tidak ada izin mengubah; periksa pemilik foldernya",
}
PHASES = {
    "salin": "Menyalin situs …", "periksa": "Memeriksa salinan …", "mampat": "Memampatkan …",
    "pasang": "Memasang rilis …", "tayang": "Menayangkan …", "rapikan": "Merapikan …",
}  # fmt: skip


def add(commands: Commands) -> None:
    """Register the commands."""
    publishing = commands.add_parser(
        "publish", help="tayangkan situs yang sudah dibangun; yang lama tetap tayang bila ada yang gagal"
    )
    publishing.add_argument("site", metavar="SITUS", help="folder situs yang sudah dibangun, biasanya site")
    publishing.add_argument(
        "--to",
        required=True,
        metavar="TUJUAN",
        help="folder rilis, mis. /srv/situs atau operator@server:/srv/situs",
    )
    publishing.add_argument(
        "--keep", type=_keep, default=5, metavar="N", help="banyaknya rilis yang disimpan (bawaan: 5)"
    )
    publishing.add_argument(
        "--dry-run", action="store_true", help="sebut apa yang akan berubah; jangan menulis"
    )
    publishing.add_argument(
        "--fewer", action="store_true", help="terima situs yang kehilangan lebih dari separuh halamannya"
    )
    publishing.set_defaults(run=_publish)

    back = commands.add_parser("rollback", help="tayangkan lagi rilis sebelumnya")
    back.add_argument("place", metavar="TUJUAN", help="folder rilis, seperti pada publish --to")
    back.add_argument(
        "release", metavar="RILIS", nargs="?", help="nama rilis (bawaan: yang tepat sebelum yang tayang)"
    )
    back.set_defaults(run=_rollback)

    listed = commands.add_parser("releases", help="daftar rilis yang tersimpan; yang tayang ditandai")
    listed.add_argument("place", metavar="TUJUAN", help="folder rilis, seperti pada publish --to")
    listed.set_defaults(run=_releases)

    verifying = commands.add_parser(
        "verify",
        help="bandingkan situs dengan SHA256SUMS-nya; keluar 0 sama, 1 berbeda, 2 tidak dapat berjalan",
    )
    verifying.add_argument("place", metavar="ALAMAT", help="https://situs… atau folder")
    verifying.add_argument(
        "--with",
        dest="site",
        metavar="SITUS",
        help="bandingkan dengan SHA256SUMS situs yang Anda bangun sendiri",
    )
    verifying.set_defaults(run=_verify)

    archiving = commands.add_parser(
        "archive", help="tulis situs.zip dan situs.tar.gz, yang dapat dibuka dari folder tanpa server"
    )
    archiving.add_argument("site", metavar="SITUS", help="folder situs yang sudah dibangun, biasanya site")
    archiving.add_argument("--to", required=True, metavar="FOLDER", help="folder tujuan kedua arsip")
    archiving.set_defaults(run=_archive)


def _keep(text: str) -> int:
    if not text.isdigit() or int(text) < FEWEST_KEPT:
        raise argparse.ArgumentTypeError(f"sekurang-kurangnya {FEWEST_KEPT}: yang tayang dan yang sebelumnya")
    return int(text)


def _place(address: str) -> Place:
    return RemotePlace(address) if is_remote(address) else LocalPlace(Path(address))


def _safely(work: Callable[[], int]) -> int:
    """Whatever fails is told with its reason, and with what became of the site online."""
    try:
        return work()
    except Unfit as error:
        print("Situs tidak diterbitkan:", file=sys.stderr)
        for fault in error.faults:
            print(f"  {clean(fault)}", file=sys.stderr)
        print(SAFE, file=sys.stderr)
        return 1
    except Uncertain as error:
        print(f"Tidak pasti: {clean(str(error))}", file=sys.stderr)
        return 2
    except (Busy, ValueError, OSError) as error:
        reason = REASONS.get(error.errno or 0) if isinstance(error, OSError) else None
        where = f" ({error.filename})" if reason and isinstance(error, OSError) and error.filename else ""
        said = clean(f"{reason or error}{where}").rstrip(".")
        print(f"Tidak diterbitkan: {said}. {SAFE}", file=sys.stderr)
        return 1 if isinstance(error, Busy) else 2


def _publish(arguments: argparse.Namespace) -> int:
    site, place = Path(arguments.site), _place(arguments.to)
    if arguments.dry_run:
        return _safely(lambda: _foretell(site, place, arguments.fewer))

    def work() -> int:
        outcome = publish(
            site, place, int(time.time()), lambda phase: print(PHASES[phase], file=sys.stderr, flush=True),
            keep=arguments.keep, fewer=arguments.fewer,
        )  # fmt: skip
        return _told(outcome, place)

    return _safely(work)


def _told(outcome: Outcome, place: Place) -> int:
    print(outcome.line)
    if outcome.release.noindex:
        _tell_noindex()
    if outcome.settings_changed:
        print(
            f"Setelan server baru: salin {place.root}/kini/nginx.conf atau Caddyfile ke tempatnya, lalu muat ulang server."
        )
    if outcome.late_clock:
        print(
            "Jam komputer ini di belakang rilis terakhir. Urutan rilis tetap dijaga; periksa jamnya.",
            file=sys.stderr,
        )
    for remark in outcome.remarks:
        print(f"Rilis sudah tayang, tetapi {clean(remark)}", file=sys.stderr)
    return 0


def _tell_noindex() -> None:
    print(
        "Situs ini memuat noindex: mesin pencari diminta tidak mencatatnya, sebab pengelola belum ditetapkan."
    )


def _foretell(site: Path, place: Place, fewer: bool) -> int:
    said, change = changes(site, place, fewer)
    for mark, names in (("+", change.missing), ("~", change.changed), ("-", change.extra)):
        for name in names:
            print(f"{mark} {name}")
    print(
        f"{len(change.missing)} berkas baru, {len(change.changed)} berubah, {len(change.extra)} hilang; "
        f"{said.pages} halaman. Tidak ada yang ditulis."
    )
    if said.noindex:
        _tell_noindex()
    return 0


def _rollback(arguments: argparse.Namespace) -> int:
    place = _place(arguments.place)
    return _safely(lambda: _told(roll_back(place, int(time.time()), arguments.release), place))


def _releases(arguments: argparse.Namespace) -> int:
    place = _place(arguments.place)
    with place.reading():
        releases, live = place.releases(), place.live()
    for release in releases:
        mark = "tayang" if release.name == live else "      "
        print(f"{mark} {release.name} {release.pages} halaman, {release.files} berkas, {release.size} bita")
    if not releases:
        print(f"Belum ada rilis di {place.root}.")
    return 0


def _verify(arguments: argparse.Namespace) -> int:
    sums = sealed(Path(arguments.site)) if arguments.site else None
    if arguments.place.startswith(("http://", "https://")):
        found = compare_url(arguments.place, sums)
    else:
        found = compare_folder(Path(arguments.place), sums)
    return _compared(found)


def _compared(found: Compared) -> int:
    for word, names in (
        ("hilang", found.missing),
        ("berbeda", found.changed),
        ("tidak terdaftar", found.extra),
    ):
        for name in names:
            print(f"{word}: {clean(name)}")
    for name in found.moved:
        print(f"dialihkan: {clean(name)}")
    carried = f", {found.carried} dari rilis sebelumnya" if found.carried else ""
    print(
        f"{found.same} berkas sama{carried}; {len(found.missing)} hilang, {len(found.changed)} berbeda, "
        f"{len(found.extra)} tidak terdaftar."
    )
    return 0 if found.good else 1


def _archive(arguments: argparse.Namespace) -> int:
    for archive in write_archives(Path(arguments.site), Path(arguments.to)):
        print(f"{archive}: {archive.stat().st_size} bita. Buka situs/index.html di dalamnya.")
    return 0
