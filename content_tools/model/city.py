"""The city, its places, its public bodies, and the site that shows them."""

from __future__ import annotations

from typing import Annotated

from content_tools.model.base import Named, Part, Ref, SourceRefs, key
from content_tools.model.choices import (
    AgencyKind,
    ChannelKind,
    CityKind,
    Existence,
    ManagerKind,
    PlaceKind,
    Strength,
)
from content_tools.model.program import PlaceRef, RegulationRef
from content_tools.model.values import Count, Day, Markdown, Moment, Number, Slug, Text, Url


class Manager(Part):
    """Who runs the site. Banner, footer, titles and print header follow from it."""

    name: Text | None = key("nama", "Nama", "", None)
    kind: ManagerKind = key("jenis", "Jenis")
    contact: Text | None = key("kontak", "Kontak", "Alamat kantor, bukan milik pribadi.", None)


class Channel(Part):
    """A way to tell the people behind the site that something is wrong."""

    kind: ChannelKind = key("jenis", "Jenis")
    address: Text = key("alamat", "Alamat")


class Site(Part):
    """The site itself: its name, who runs it, how it behaves."""

    name: Text = key("nama", "Nama situs", "Paling banyak 80 huruf.", max_length=80)
    subtitle: Text = key("subjudul", "Subjudul", "Paling banyak 280 huruf.", max_length=280)
    manager: Manager = key("pengelola", "Pengelola")
    channels: tuple[Channel, ...] = key("kanal_koreksi", "Kanal koreksi", "", ())
    answer_days: Count | None = key("batas_jawab_hari", "Batas jawab (hari kerja)", "", None)
    funding: Text | None = key("pendanaan", "Siapa yang membayar", "", None)
    news_months: Count = key(
        "umur_kabar_bulan", "Umur kabar (bulan)", "Status lebih tua dari ini disebut belum ada kabar.", 24
    )
    searched_until: Day = key("dicari_sampai", "Dicari sampai", "Tanggal terakhir penyusun mencari sumber.")
    headline_indicators: tuple[Annotated[Slug, Ref("indikator")], ...] = key(
        "angka_utama", "Angka utama", "Indikator yang tampil di beranda.", ()
    )
    license: Text = key("lisensi", "Lisensi isi")

    @property
    def official(self) -> bool:
        """Whether the city's government runs it."""
        return self.manager.kind is ManagerKind.GOVERNMENT

    @property
    def undecided(self) -> bool:
        """Whether nobody has taken it over yet; search engines are then kept out."""
        return self.manager.kind is ManagerKind.UNDECIDED


class CityFact(Part):
    """A fact of the city that is no series: a number or words, with its sources."""

    id: Slug = key("id", "Id")
    label: Text = key("label", "Fakta")
    text: Text | None = key("teks", "Isi", "", None)
    number: Number | None = key("angka", "Angka", "", None)
    unit: Text | None = key("satuan", "Satuan", "", None)
    on: Moment | None = key("waktu", "Waktu", "", None)
    strength: Strength | None = key("kekuatan_sumber", "Kekuatan sumber", "", None)
    sources: SourceRefs = key("sumber", "Sumber", min_length=1)
    note: Markdown | None = key("catatan", "Catatan", "", None)


class City(Named):
    """The city or regency."""

    code: Text = key("kode_wilayah", "Kode wilayah", 'Teks, mis. "18.72".')
    bps_code: Text | None = key("kode_bps", "Kode BPS", "", None)
    province: Text = key("provinsi", "Provinsi")
    kind: CityKind = key("jenis", "Jenis")
    website: Url | None = key("situs", "Situs resmi", "", None)
    founded_by: RegulationRef | None = key("dasar_pembentukan", "Dasar pembentukan", "", None)
    head: Text | None = key("kepala_daerah", "Kepala daerah", "", None)
    facts: tuple[CityFact, ...] = key("fakta", "Fakta", "", ())


class FormerName(Part):
    """A name a body had before."""

    name: Text = key("nama", "Nama")
    until: Moment | None = key("sampai", "Sampai", "", None)


class Agency(Named):
    """A public body."""

    abbreviation: Text = key("singkatan", "Singkatan")
    kind: AgencyKind = key("jenis", "Jenis")
    existence: Existence = key("keberadaan", "Keberadaan", "", Existence.EXISTS)
    website: Url | None = key("situs", "Situs", "", None)
    place: PlaceRef | None = key("wilayah", "Wilayah", "", None)
    former_names: tuple[FormerName, ...] = key("nama_lama", "Nama lama", "", ())
    since: Moment | None = key("berlaku_sejak", "Berlaku sejak", "", None)
    phone: Text | None = key("telepon", "Telepon kantor", "", None)
    email: Text | None = key("surel", "Surel kantor", "", None)

    @property
    def has_short_name(self) -> bool:
        """Whether the abbreviation says something the name does not (`Dinas` and its short form, not `Kec. …`)."""
        return self.abbreviation != self.name and "." not in self.abbreviation

    @property
    def has_page(self) -> bool:
        """A body not yet known to exist gets no page."""
        return self.existence is Existence.EXISTS


class Tile(Part):
    """A place in the tile map."""

    row: Count = key("baris", "Baris")
    column: Count = key("kolom", "Kolom")


class Place(Named):
    """A kecamatan, kelurahan or village."""

    code: Text = key("kode", "Kode wilayah")
    bps_code: Text | None = key("kode_bps", "Kode BPS", "", None)
    kind: PlaceKind = key("jenis", "Jenis")
    parent: PlaceRef | None = key("induk", "Induk", "", None)
    other_names: tuple[Text, ...] = key("nama_lain", "Nama lain", "", ())
    postal_code: Text | None = key("kode_pos", "Kode pos", "", None)
    tile: Tile | None = key("posisi", "Posisi pada peta ubin", "", None)

    @property
    def is_district(self) -> bool:
        """Whether other places lie inside it."""
        return self.kind is PlaceKind.DISTRICT

    @property
    def full_name(self) -> str:
        """Kind and name together, as an address says it."""
        return f"{self.kind.label} {self.name}"
