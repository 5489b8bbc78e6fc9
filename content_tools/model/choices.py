"""The allowed values: each with the word people read and, where it needs one, its meaning."""

from __future__ import annotations

from enum import StrEnum


class Choice(StrEnum):
    """An allowed value. `value` stands in YAML, `label` on pages, `meaning` explains it once."""

    label: str
    meaning: str

    def __new__(cls, value: str, label: str = "", meaning: str = "") -> Choice:
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label or value.replace("_", " ").capitalize()
        member.meaning = meaning
        return member


class DataStatus(Choice):
    """Where a record's content comes from: the backbone of honesty."""

    ADOPTED = "ditetapkan", "Dari dokumen yang ditetapkan"
    DRAFT = "rancangan", "Dari rancangan, belum ditetapkan"
    PUBLIC = "sumber_publik", "Dari sumber publik"
    PROPOSED = "usulan", "Usulan, belum diputuskan"
    EXAMPLE = "contoh", "CONTOH, bukan data nyata"


class Strength(Choice):
    """How strong the evidence for one record is."""

    STRONG = "kuat", "Sumber kuat", "Dokumen atau laman resmi, atau dua sumber yang cocok."
    MEDIUM = "sedang", "Sumber sedang", "Satu media yang mengutip pejabat."
    WEAK = (
        "lemah",
        "Sumber lemah",
        ("Salinan pihak lain, lama, atau sumber berbeda. Periksa dulu sebelum mengutip."),
    )


class Missing(Choice):
    """Why an expected value is not there."""

    NOT_FOUND = "belum_ditemukan", "Belum ditemukan"
    NOT_PUBLISHED = "belum_dipublikasikan", "Belum dipublikasikan"
    NOT_DUE = "belum_jatuh_tempo", "Belum waktunya"
    NOT_MEASURED = "belum_diukur", "Belum diukur"
    NOT_APPLICABLE = "tidak_berlaku", "Tidak berlaku untuk program ini"
    NOT_DETAILED = "tidak_dirinci", "Disebut tanpa rincian"
    EXEMPT = "dikecualikan", "Tidak dibuka: informasi yang dikecualikan"
    NOT_RATED = "belum_dinilai", "Belum dinilai"
    DISPUTED = "sumber_berbeda", "Sumber berbeda"


class ProgramStatus(Choice):
    """The status a source gives a program on the date of that source."""

    PROPOSED = "usulan", "Diusulkan", "Ada yang mengusulkan; belum diputuskan."
    PLANNED = (
        "direncanakan",
        "Direncanakan",
        ("Disebut dalam rencana atau pernyataan pejabat; belum ada bukti dana atau pelaksanaan."),
    )
    FUNDED = (
        "dianggarkan",
        "Sudah dianggarkan",
        ("Dananya tercantum dalam APBD atau sumber lain yang disebut."),
    )
    PILOT = "uji_coba", "Uji coba", "Dijalankan terbatas untuk dicoba."
    RUNNING = (
        "berjalan",
        "Berjalan",
        ("Sumber pada waktu itu menyebutnya berjalan. Keadaan sesudahnya belum kami ketahui."),
    )
    DONE = "selesai", "Selesai", "Ada bukti bertanggal bahwa hasilnya sudah ada."
    POSTPONED = "ditunda", "Ditunda", "Sumber menyebut penundaan; alasannya tertulis."
    STOPPED = "dihentikan", "Dihentikan", "Sumber menyebut penghentian; alasannya tertulis."
    UNKNOWN = "tidak_diketahui", "Belum ada kabar", "Kabarnya sudah lama, atau statusnya tidak kami temukan."

    @property
    def ages(self) -> bool:
        """Whether this status needs fresh news to still stand (model rule 14)."""
        return self not in (ProgramStatus.DONE, ProgramStatus.STOPPED, ProgramStatus.UNKNOWN)

    @property
    def needs_reason(self) -> bool:
        """Whether a reason must be written."""
        return self in (ProgramStatus.POSTPONED, ProgramStatus.STOPPED)


class Pattern(Choice):
    """How a program recurs."""

    ONGOING = "terus", "Terus-menerus"
    YEARLY = "tahunan", "Setiap tahun"
    ONCE = "sekali", "Kegiatan sekali"


class InMasterplan(Choice):
    """Whether the masterplan names the program."""

    YES = "ya", "Tercantum dalam masterplan"
    NO = "tidak", "Tidak tercantum dalam masterplan"
    UNKNOWN = "belum_diketahui", "Belum diketahui"


class Grouping(Choice):
    """Who put a program in its dimension."""

    DOCUMENT = "dokumen", "Dokumen rencana"
    COMPILER = "penyusun", "Penyusun situs"


class ProgramGroup(Choice):
    """The kind of work a program is, as masterplans group it."""

    DIMENSION = "dimensi", "Program dimensi"
    POLICY = "kebijakan_kelembagaan", "Kebijakan dan kelembagaan"
    INFRASTRUCTURE = "infrastruktur", "Infrastruktur"
    APPLICATION = "aplikasi", "Aplikasi"
    LITERACY = "literasi_sdm", "Literasi dan sumber daya manusia"


class Scope(Choice):
    """Where a program is meant to be felt."""

    EVERY_VILLAGE = "setiap_kelurahan", "Di setiap kelurahan"
    WHOLE_CITY = "seluruh_kota", "Seluruh kota"
    SOME_PLACES = "lokasi_tertentu", "Di tempat tertentu"
    INTERNAL = "internal_pemerintah", "Di dalam pemerintah"


class Initiator(Choice):
    """Who started the idea."""

    GOVERNMENT = "pemerintah", "Pemerintah"
    VILLAGE = "kelurahan", "Kelurahan"
    CITIZENS = "warga", "Warga"
    COMMUNITY = "komunitas", "Komunitas"
    BUSINESS = "dunia_usaha", "Dunia usaha"
    ACADEMICS = "akademisi", "Akademisi"
    INSTITUTION = "lembaga", "Lembaga"


class ServiceKind(Choice):
    """What a citizen would come for; brings the fitting notice."""

    EMERGENCY = "darurat", "Layanan darurat"
    AID = "bantuan", "Bantuan dan beasiswa"
    LICENSING = "perizinan", "Perizinan"
    COMPLAINTS = "pengaduan", "Pengaduan"
    CIVIL_REGISTRY = "kependudukan", "Kependudukan"
    TAX = "pajak", "Pajak dan retribusi"
    HEALTH = "kesehatan", "Kesehatan"
    EDUCATION = "pendidikan", "Pendidikan"
    OTHER = "lainnya", "Layanan lain"


class MilestoneStatus(Choice):
    """How far an important step is."""

    PENDING = "belum", "Belum"
    RUNNING = "berjalan", "Berjalan"
    DONE = "selesai", "Selesai"
    CANCELLED = "batal", "Batal"


class BudgetKind(Choice):
    """The kind of money; kinds are never added together."""

    ESTIMATE = "perkiraan", "Perkiraan kebutuhan"
    INDICATIVE = "pagu_indikatif", "Pagu indikatif"
    CEILING = "pagu_apbd", "Pagu APBD"
    REVISED = "pagu_perubahan", "Pagu APBD Perubahan"
    CONTRACT = "nilai_kontrak", "Nilai kontrak"
    SPENT = "realisasi", "Realisasi belanja"
    UNSTATED = "tidak_dirinci", "Disebut media, jenis tidak dirinci"


class FundingSource(Choice):
    """Who pays."""

    CITY = "apbd_kota", "APBD Kota"
    PROVINCE = "apbd_provinsi", "APBD Provinsi"
    STATE = "apbn", "APBN"
    ALLOCATION = "dak", "Dana Alokasi Khusus"
    GRANT = "hibah", "Hibah"
    PARTNERSHIP = "kpbu", "Kerja sama pemerintah dan badan usaha"
    CSR = "tjsl", "Tanggung jawab sosial perusahaan"
    PRIVATE = "swasta", "Swasta"
    PUBLIC_BODY = "blud", "Badan Layanan Umum Daerah"
    COMMUNITY = "swadaya", "Swadaya warga"
    OTHER = "lainnya", "Lainnya"
    UNSTATED = "tidak_disebut", "Sumber dana tidak disebut"


class IndicatorKind(Choice):
    """Where an indicator stands in the chain from effort to effect."""

    INPUT = "masukan", "Masukan"
    OUTPUT = "keluaran", "Keluaran"
    OUTCOME = "hasil", "Hasil"
    IMPACT = "dampak", "Dampak"
    CONTEXT = "konteks", "Konteks"


class Direction(Choice):
    """Which way is better."""

    UP = "naik", "makin tinggi makin baik"
    DOWN = "turun", "makin rendah makin baik"
    RANGE = "kisaran", "baik bila dalam kisaran"


class ValueKind(Choice):
    """Whether a figure was reached or is only meant."""

    ACHIEVED = "realisasi", "Capaian"
    TARGET = "target", "Target"
    PLAN = "rencana", "Rencana"
    DRAFT = "rancangan", "Angka rancangan, belum ditetapkan"


class Finality(Choice):
    """How certain a statistic is, by its publisher."""

    FINAL = "tetap", "angka tetap"
    PROVISIONAL = "sementara", "angka sementara"
    EARLY = "sangat_sementara", "angka sangat sementara"
    UNSTATED = "tidak_disebut", "sifat angka tidak disebut"


class Bound(Choice):
    """How a value that is not exact is meant."""

    ABOUT = "sekitar", "sekitar"
    BELOW = "di_bawah", "di bawah"
    ABOVE = "di_atas", "di atas"
    BETWEEN = "antara", "antara"


class AgencyKind(Choice):
    """Kinds of public bodies."""

    DEPARTMENT = "dinas", "Dinas"
    BOARD = "badan", "Badan"
    SECRETARIAT = "sekretariat", "Sekretariat"
    INSPECTORATE = "inspektorat", "Inspektorat"
    DISTRICT = "kecamatan", "Kecamatan"
    VILLAGE = "kelurahan", "Kelurahan"
    HOSPITAL = "rsud", "Rumah sakit daerah"
    VERTICAL = "instansi_vertikal", "Instansi vertikal"
    OTHER = "lain", "Lainnya"


class Existence(Choice):
    """Whether a body is known to exist yet."""

    EXISTS = "ada", "Sudah ada"
    PLANNED = "direncanakan", "Direncanakan"


class PlaceKind(Choice):
    """Kinds of places inside the city."""

    DISTRICT = "kecamatan", "Kecamatan"
    WARD = "kelurahan", "Kelurahan"
    VILLAGE = "desa", "Desa"


class RegulationLevel(Choice):
    """Who made a regulation."""

    NATIONAL = "pusat", "Pusat"
    PROVINCE = "provinsi", "Provinsi"
    LOCAL = "daerah", "Daerah"


class RegulationStatus(Choice):
    """How far a regulation is, as far as sources tell."""

    INTENDED = "rencana", "Rencana"
    DRAFT = "rancangan", "Rancangan"
    ADOPTED = "ditetapkan", "Ditetapkan"
    AMENDED = "diubah", "Diubah"
    REVOKED = "dicabut", "Dicabut"


class SourceKind(Choice):
    """What a source is."""

    REGULATION = "regulasi", "Peraturan"
    DOCUMENT = "dokumen", "Dokumen"
    REPORT = "laporan", "Laporan"
    NEWS = "berita", "Berita"
    STATISTICS = "statistik", "Statistik"
    DATASET = "dataset", "Kumpulan data"
    STUDY = "kajian", "Kajian"


class PartRead(Choice):
    """How much of a source was read."""

    TITLE = "judul", "judulnya saja"
    BEGINNING = "awal", "bagian awalnya"
    WHOLE = "seluruhnya", "seluruhnya"


class Reliability(Choice):
    """What kind of publisher stands behind a source."""

    OFFICIAL = "resmi", "Resmi"
    MEDIA = "media", "Media"
    ACADEMIC = "akademik", "Akademik"
    OTHER = "lain", "Lainnya"


class ManagerKind(Choice):
    """Who runs the site."""

    GOVERNMENT = "pemerintah", "Pemerintah"
    INSTITUTION = "lembaga", "Lembaga"
    PERSON = "perorangan", "Perorangan"
    UNDECIDED = "belum_ditetapkan", "Belum ditetapkan"


class ChannelKind(Choice):
    """How a reader reaches the people behind the site."""

    EMAIL = "surel", "Surel"
    WHATSAPP = "whatsapp", "WhatsApp kantor"
    FORM = "formulir", "Formulir"


class CityKind(Choice):
    """Kinds of regional governments."""

    CITY = "kota", "Kota"
    REGENCY = "kabupaten", "Kabupaten"


class PlanStatus(Choice):
    """How far the masterplan is."""

    UNKNOWN = "belum_diketahui", "Statusnya belum kami ketahui"
    DRAFTING = "penyusunan", "Sedang disusun"
    CONSULTATION = "konsultasi_publik", "Konsultasi publik"
    ADOPTED = "ditetapkan", "Ditetapkan"
    IN_FORCE = "berlaku", "Berlaku"
    AMENDED = "diubah", "Diubah"
    EXPIRED = "tidak_berlaku", "Tidak berlaku lagi"

    @property
    def rests_on_law(self) -> bool:
        """Whether this status needs the regulation it rests on."""
        return self in (PlanStatus.ADOPTED, PlanStatus.IN_FORCE, PlanStatus.AMENDED)


class StageKind(Choice):
    """The stages of a masterplan."""

    SHORT = "jangka_pendek", "Jangka pendek"
    MEDIUM = "jangka_menengah", "Jangka menengah"
    LONG = "jangka_panjang", "Jangka panjang"


class FrameKind(Choice):
    """What a frame is for."""

    DIMENSION = "dimensi", "Dimensi"
    TOPIC = "topik", "Topik"
    PRIORITY = "prioritas", "Prioritas"
    READINESS = "kesiapan", "Kesiapan"
    PRINCIPLE = "prinsip", "Prinsip"
    EVALUATION = "evaluasi", "Evaluasi"
    SPBE = "spbe", "SPBE"
    SDG = "tpb", "Tujuan Pembangunan Berkelanjutan"


class HistoryAbout(Choice):
    """What an event is about."""

    MASTERPLAN = "masterplan", "Masterplan"
    SPBE = "spbe", "SPBE"
    REGIONAL_PLAN = "rencana_daerah", "Rencana daerah"
    INSTITUTIONS = "kelembagaan", "Kelembagaan"
    OTHER = "lainnya", "Lainnya"

    @property
    def tells_of_plan(self) -> bool:
        """Whether it belongs to how the masterplan came about."""
        return self in (HistoryAbout.MASTERPLAN, HistoryAbout.SPBE)


class WithheldReason(Choice):
    """Why a figure is held back."""

    CONFLICT = "berbeda", "Sumber saling berbeda"
    AGE = "lama", "Terlalu lama untuk disebut sebagai angka sekarang"
    WEAK = "lemah", "Sumbernya lemah"
