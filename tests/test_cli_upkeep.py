"""`masterplan upkeep` as people and the weekly run call it: what it tells, in which forms, and what it never alarms about."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from content_tools.cli import upkeep
from content_tools.cli.upkeep_report import Link, Upkeep, as_github, as_markdown, as_text
from content_tools.insight.facts import Facts
from content_tools.model.plan import Plan
from content_tools.reading.plan import read_plan
from content_tools.release.outside import Answer, Verdict, ask
from tests.conftest import DAY, EXAMPLE, Scratch
from tests.release.outside_server import Elsewhere, answering, elsewhere
from tests.test_cli import broken, run

OLD_NEWS = """\
Program yang kabarnya lama (7)
Kabar baru mungkin ada dan belum kami temukan. Itu bukan kesalahan siapa pun. Yang terlama disebut dahulu.
- November 2023: Kendaraan Dinas Dipakai Bersama; penanggung jawab belum ditemukan; data/program/kendaraan-bersama.yml
- September 2024: Siaran Warga Alunpayung; penanggung jawab belum ditemukan; data/program/siaran-warga-alunpayung.yml
- Juni 2025: Lampu Jalan Hemat dengan Laporan Mati Otomatis; Dinas Prasarana, Perhubungan, dan Lingkungan; data/program/lampu-jalan-hemat.yml
- Juni 2025: Peta Aset Milik Kota; Badan Keuangan dan Pendapatan Daerah; data/program/peta-aset.yml
- Juli 2025: Musyawarah Rencana Kelurahan Daring; Badan Perencanaan dan Penelitian Daerah; data/program/musyawarah-daring.yml
- Agustus 2025: Perencanaan dan Anggaran Tersambung; Badan Perencanaan dan Penelitian Daerah; data/program/rencana-tersambung.yml
- tanpa tanggal: Pemeriksaan Jarak Jauh; Inspektorat Kota; data/program/pemeriksaan-jarak-jauh.yml
"""
"""Withdrawn, finished and stopped programs need no fresh news: three more have old news."""

OLD_COUNT = "7 program belum punya kabar dari 12 bulan terakhir, dihitung pada 24 November 2026."


@pytest.fixture(autouse=True)
def _on_one_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", DAY)
    monkeypatch.setattr(upkeep, "_today", lambda: date(2026, 12, 1))
    monkeypatch.setattr(upkeep, "ask", partial(ask, pause=0, private=True))


@pytest.fixture
def elsewhere_of(scratch: Scratch) -> Iterator[Elsewhere]:
    """Everything the invented city cites lies on one server of loopback, where some of it has gone or moved."""
    plays = {
        "/sumber/salinan-perwal-12-2024": answering(404),
        "/sumber/kabar-reka-bus": answering(410),
        "/sumber/daftar-jdih": answering(301, b"/jdih/daftar"),
        "/sumber/suara-muara-banjir": answering(301, b"/"),
        "/dinas-kominfo": answering(301, b"/dinas-kominfo/"),
        "/lapor": answering(403),
        "/izin": answering(403),
        "/surat": answering(503),
    }
    with elsewhere(plays) as server:
        for path in sorted((scratch.root / "data").rglob("*.yml")):
            path.write_text(path.read_text("utf-8").replace("https://contoh.example", server.url), "utf-8")
        yield server


def test_everything_that_wants_looking_after_is_told(
    scratch: Scratch, elsewhere_of: Elsewhere, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    report = tmp_path / "perawatan.md"
    status, told, complaint = run(capsys, "upkeep", "--project", str(scratch.root), "--markdown", str(report))
    assert (status, complaint) == (0, "Menanyai 58 alamat …\n")
    host = elsewhere_of.url
    assert (
        told
        == f"""\
Perawatan catatan
58 alamat luar ditanya pada 1 Desember 2026: 53 menjawab, 2 tidak ada lagi, 3 belum dapat dinilai.
{OLD_COUNT}

Alamat yang tidak ada lagi (2)
Bila itu sumber, cari salinannya dan tulis alamatnya di arsip. Betulkan alamat yang salah ketik. Jangan menghapus sumbernya: catatan lain memakainya.
- data/sumber.yml:8:10: Sumber: Salinan Peraturan Wali Kota Rekamaya Nomor 12 Tahun 2024 tentang Masterplan Kota Cerdas [salinan-perwal-12-2024]
    url: {host}/sumber/salinan-perwal-12-2024
    sebab: halamannya tidak ada (404), ditanya pada 1 Desember 2026
    dipakai: Masterplan Kota Cerdas Rekamaya 2024–2033, Peraturan Wali Kota Rekamaya Nomor 12 Tahun 2024, Peraturan Wali Kota Rekamaya Nomor 8 Tahun 2020, dan Wali Kota menetapkan masterplan dengan Peraturan Wali Kota Nomor 12 Tahun 2024.
    arsip: {host}/arsip/salinan-perwal-12-2024
- data/sumber.yml:240:10: Sumber: Bus kota menambah koridor ketiga [kabar-reka-bus]
    url: {host}/sumber/kabar-reka-bus
    sebab: halamannya sudah dihapus (410), ditanya pada 1 Desember 2026
    dipakai: Bus Kota Reka dan Penumpang bus kota sehari

Alamat yang berpindah (2)
Alamat lama masih sampai. Bila isinya sama, tulis alamat barunya. 1 alamat lain hanya berganti https, www, atau garis miring di ujung.
- data/sumber.yml:19:10: Sumber: Daftar peraturan pada jaringan dokumentasi hukum Kota Rekamaya [daftar-jdih]
    dari: {host}/sumber/daftar-jdih
    ke: {host}/jdih/daftar
- data/sumber.yml:250:10: Sumber: Sensor sungai memberi peringatan dua jam sebelum air naik [suara-muara-banjir]
    dari: {host}/sumber/suara-muara-banjir
    ke: {host}/
    perhatikan: alamat barunya beranda; isinya mungkin sudah tidak ada

Alamat yang belum dapat dinilai (2)
Ini bukan tautan mati. Server resmi sering menolak mesin atau jaringan luar. Bila ragu, buka sendiri.
- server menolak permintaan dari sini (403): 2 alamat
    situs: {host.removeprefix("http://")} (2)
- server sedang terganggu (503): 1 alamat
    situs: {host.removeprefix("http://")}

{OLD_NEWS}"""
    )
    written = report.read_text("utf-8")
    assert written.startswith("## Perawatan catatan\n\n- 58 alamat luar ditanya pada 1 Desember 2026: ")
    assert "\n### Alamat yang tidak ada lagi (2)\n\nBila itu sumber, cari salinannya" in written
    assert f"\n  - url: [buka](<{host}/sumber/kabar-reka-bus>)\n  - sebab: " in written
    assert "\n- November 2023: Kendaraan Dinas Dipakai Bersama; " in written


def test_nobody_is_asked_where_that_is_not_wanted(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "upkeep", "--no-links", "--project", str(EXAMPLE)) == (
        0, f"Perawatan catatan\nAlamat luar tidak ditanya.\n{OLD_COUNT}\n\n{OLD_NEWS}", "",
    )  # fmt: skip


def test_what_cannot_run_says_so(
    scratch: Scratch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status, told, complaint = run(capsys, "upkeep", "--no-links", "--project", broken(scratch))
    assert (status, told) == (2, "")
    assert complaint.endswith("1 galat; perawatan tidak dilaporkan.\n")
    assert run(capsys, "upkeep", "--project", str(tmp_path / "kosong"))[0] == 2


# The forms of the report


@pytest.fixture(scope="module")
def plan() -> Plan:
    """The invented city."""
    found, _ = read_plan(EXAMPLE / "data")
    assert found is not None
    return found


def found_in(plan: Plan, answer: Answer, heard: bool = True, title: str = "Bus kota") -> Upkeep:
    """One source whose address got this answer."""
    source = plan.sources["kabar-reka-bus"].model_copy(update={"title": title})
    at = source.problem("url", "", "", str(source.url)).at(240, 10)
    link = Link("sumber", source, at, answer)
    return Upkeep(Facts(plan, date(2026, 11, 24)), (link,), heard, date(2026, 12, 1))


GONE = Answer(Verdict.GONE, "halamannya tidak ada (404)")
UNHEARD = (
    "1 alamat luar ditanya pada 1 Desember 2026; tidak satu pun menjawab. "
    "Komputer ini tampaknya tanpa internet, jadi tidak ada yang dinilai."
)


def test_a_computer_without_a_network_alarms_about_no_address(plan: Plan) -> None:
    unheard = found_in(plan, Answer(Verdict.UNJUDGED, "nama situs contoh.example tidak ada"), heard=False)
    assert as_text(unheard) == f"Perawatan catatan\n{UNHEARD}\n{OLD_COUNT}\n\n{OLD_NEWS.rstrip()}"
    assert "contoh.example" not in as_markdown(unheard)
    assert as_github(unheard) == (
        f"::warning title=Alamat luar::{UNHEARD}\n::notice title=Kabar lama::{OLD_COUNT}"
    )


def test_only_an_address_that_is_gone_is_a_warning_on_its_line(plan: Plan) -> None:
    gone, moved, *_ = (
        as_github(found_in(plan, answer)).split("\n")[0]
        for answer in (GONE, Answer(Verdict.ANSWERS, moved="https://contoh.example/baru"))
    )
    place = "file=data/sumber.yml,line=240,col=10"
    assert gone.startswith(
        f"::warning {place},title=Alamat tidak ada lagi::Sumber: Bus kota [kabar-reka-bus]: "
        "https://contoh.example/sumber/kabar-reka-bus: halamannya tidak ada (404), ditanya pada 1 Desember 2026. "
    )
    assert moved == (
        f"::notice {place},title=Alamat berpindah::Sumber: Bus kota [kabar-reka-bus]: "
        "https://contoh.example/sumber/kabar-reka-bus kini https://contoh.example/baru"
    )
    assert as_github(found_in(plan, Answer(Verdict.UNJUDGED, "server sedang terganggu (503)"))) == (
        "::notice title=Alamat luar::1 alamat luar ditanya pada 1 Desember 2026: 0 menjawab, 0 tidak ada lagi, "
        f"1 belum dapat dinilai.\n::notice title=Kabar lama::{OLD_COUNT}"
    )


def test_an_address_that_only_became_https_is_counted_and_not_listed(plan: Plan) -> None:
    dressed = found_in(
        plan, Answer(Verdict.ANSWERS, moved="https://www.contoh.example/sumber/kabar-reka-bus/")
    )
    assert "berpindah" not in as_text(dressed) + as_markdown(dressed) + as_github(dressed)
    assert dressed.slight == 1


ATTACK = "Bus\x1b[2J\r\n::error file=lain::palsu%0A <img src=x> @dinas | [a](b)"


@pytest.mark.parametrize("form", [as_text, as_github, as_markdown])
def test_no_title_steers_a_terminal_or_a_host(plan: Plan, form: object) -> None:
    assert callable(form)
    told = form(found_in(plan, GONE, title=ATTACK))
    assert not any(letter in told for letter in "\x1b\r")
    assert "\n::error" not in told
    if form is as_github:
        assert "palsu%250A" in told
    if form is as_markdown:
        assert not any(sign in told for sign in ("<img", "@dinas", "[a](b)"))
