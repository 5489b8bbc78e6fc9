"""Only the keys that changed are written anew; every other line stays as people wrote it."""

from __future__ import annotations

from content_tools.editing.rewriting import with_item, with_new_item, with_record, without_item

RECORD = """\
# kepala
id: 'a'
nama: Nama lama   # catatan samping
# tentang status
status: "berjalan"

topik: [x, y]
"""
OLD = {"id": "a", "nama": "Nama lama", "status": "berjalan", "topik": ["x", "y"]}


def test_one_changed_key_changes_only_its_lines() -> None:
    assert with_record(RECORD, OLD, OLD | {"status": "selesai"}) == RECORD.replace('"berjalan"', '"selesai"')


def test_a_comment_beside_a_changed_value_moves_above_it() -> None:
    assert with_record(RECORD, OLD, OLD | {"nama": "Nama baru"}) == RECORD.replace(
        "nama: Nama lama   # catatan samping", '# catatan samping\nnama: "Nama baru"'
    )


def test_a_new_key_takes_its_place_in_the_order() -> None:
    new = {"id": "a", "nama": "Nama lama", "ringkasan": "Pendek", "status": "berjalan", "topik": ["x", "y"]}
    assert with_record(RECORD, OLD, new) == RECORD.replace(
        "# tentang status", '# tentang status\nringkasan: "Pendek"'
    )


def test_a_key_that_goes_takes_its_lines_along_but_no_comment_of_others() -> None:
    new = {key: value for key, value in OLD.items() if key != "nama"}
    assert with_record(RECORD, OLD, new) == RECORD.replace("nama: Nama lama   # catatan samping\n", "")


def test_a_record_without_a_change_keeps_every_byte() -> None:
    assert with_record(RECORD, OLD, dict(OLD)) == RECORD


LIST = """\
daftar:
  # yang pertama
  - id: "a"
    nama: "A"
  - nama: 'B'   # dulu C
    id: "b"
    kunci:
      - "k"

  # yang terakhir
  - {id: c, nama: C}
# selesai
"""
B = {"id": "b", "nama": "B", "kunci": ["k"]}


def test_one_record_of_a_list_is_written_without_touching_its_neighbours() -> None:
    assert with_item(LIST, "daftar", 1, B, B | {"nama": "BB"}) == LIST.replace(
        "  - nama: 'B'   # dulu C", '    # dulu C\n  - nama: "BB"'
    )
    assert with_item(LIST, "daftar", 1, B, {"id": "b", "nama": "B"}) == LIST.replace(
        '    kunci:\n      - "k"\n', ""
    )


def test_a_record_written_on_one_line_is_written_whole() -> None:
    c = {"id": "c", "nama": "C"}
    assert with_item(LIST, "daftar", 2, c, c | {"nama": "CC"}) == LIST.replace(
        "  - {id: c, nama: C}", '  - id: "c"\n    nama: "CC"'
    )


def test_a_record_is_taken_out_of_a_list() -> None:
    gone = without_item(LIST, "daftar", 0)
    assert gone == LIST.replace('  - id: "a"\n    nama: "A"\n', "")
    assert without_item('daftar:\n  - id: "a"\n', "daftar", 0) == "daftar: []\n"


def test_a_new_record_stands_at_the_end_of_a_list() -> None:
    new = {"id": "d", "topik": ["x"]}
    entry = '  - id: "d"\n    topik:\n      - "x"\n'
    assert with_new_item(LIST, "daftar", new) == LIST + entry
    assert with_new_item("daftar: []\n", "daftar", new) == "daftar:\n" + entry
    assert with_new_item("", "daftar", new) == "daftar:\n" + entry
