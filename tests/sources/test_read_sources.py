"""Files, folders and streams are read, each once; what cannot be is told, not raised."""

from __future__ import annotations

import io
import json
import os
from pathlib import Path

import pytest

from dragoman.model.report import Failure, Report, report_id
from dragoman.sources import Limits, read_sources

TEXT = "The foreign ministers of Peru and Chad opened a joint weather office in Lima on Friday."


def read(*paths: Path | str, stdin: bytes | None = None, limits: Limits | None = None):
    stream = io.BytesIO(stdin) if stdin is not None else None
    named = [str(path) for path in paths]
    return list(read_sources(named, stdin=stream, limits=limits or Limits()))


def only_report(found: list[Report | Failure]) -> Report:
    (one,) = found
    assert isinstance(one, Report), one
    return one


def only_failure(found: list[Report | Failure]) -> Failure:
    (one,) = found
    assert isinstance(one, Failure), one
    return one


def put(path: Path, data: bytes | str = TEXT) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return path


def test_text_is_kept_to_the_letter(tmp_path: Path) -> None:
    raw = "\ufeffPeru and Chad met.\r\nThey signed – at last.\r\n\r\n".encode()
    report = only_report(read(put(tmp_path / "a.txt", raw)))
    assert report.text == "\ufeffPeru and Chad met.\r\nThey signed – at last.\r\n\r\n"
    assert report.name == "a.txt"
    assert report.id == report_id("a.txt", report.text)


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("Peru’s envoy left.".encode("cp1252"), "Peru’s envoy left."),
        ("Peru’s envoy left.".encode("utf-16"), "Peru’s envoy left."),
    ],
    ids=["windows", "utf-16"],
)
def test_other_encodings_are_read(tmp_path: Path, data: bytes, text: str) -> None:
    assert only_report(read(put(tmp_path / "a.txt", data))).text == text


REFUSED = {
    "empty": (b"", "EmptyInput"),
    "blank": (b" \n\t\n", "EmptyInput"),
    "no words": (b"1 2 3 -- 4\n", "EmptyInput"),
    "binary": (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "UndecodableInput"),
    "broken utf-16": (b"\xff\xfeA\x00\x00\xd8", "UndecodableInput"),
    "noise": (bytes(range(128, 256)) * 8, "UndecodableInput"),
    "spanish": (
        "Los cancilleres de ambos países se reunieron el viernes en la capital para firmar un "
        "acuerdo sobre el comercio, la pesca y el agua, según informó el gobierno en una nota "
        "difundida después de la visita, que duró dos días y terminó con una cena.".encode(),
        "ForeignLanguage",
    ),
    "mongolian": (
        "Гадаад хэргийн сайд өнөөдөр айлчилж, уулзалт хийлээ.".encode(),
        "ForeignLanguage",
    ),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_cannot_be_read_is_refused(tmp_path: Path, case: str) -> None:
    data, error = REFUSED[case]
    failure = only_failure(read(put(tmp_path / "a.txt", data)))
    assert failure.name == "a.txt"
    assert failure.error == error
    assert failure.advice


def test_short_english_full_of_names_is_read(tmp_path: Path) -> None:
    text = (
        "Ndayishimiye Habimana, Tshering Wangchuk, Ólafur Þórðarson, Zsófia Kovács-Nagy and "
        "Nguyễn Thị Hương met Siaosi Tuʻipelehake in Nukuʻalofa."
    )
    assert only_report(read(put(tmp_path / "a.txt", text))).text == text


def test_too_large_is_refused_with_the_limit(tmp_path: Path) -> None:
    failure = only_failure(read(put(tmp_path / "a.txt", TEXT * 250_000)))
    assert failure.error == "TooLargeInput"
    assert "2 MB" in failure.what


def test_folder_is_read_in_order_without_hidden_files(tmp_path: Path) -> None:
    put(tmp_path / "b" / "z.txt", TEXT + " Z.")
    put(tmp_path / "b" / ".hidden.txt")
    put(tmp_path / ".git" / "a.txt")
    put(tmp_path / "a.txt")
    assert [r.name for r in read(tmp_path)] == ["a.txt", "z.txt"]


def test_two_of_one_name_are_told_apart_by_their_path(tmp_path: Path) -> None:
    put(tmp_path / "one" / "a.txt", TEXT)
    put(tmp_path / "two" / "a.txt", TEXT)
    put(tmp_path / "two" / "b.txt", TEXT)
    found = read(tmp_path)
    assert [r.name for r in found] == ["one/a.txt", "two/a.txt", "b.txt"]
    assert len({r.id for r in found}) == 3


def test_a_file_named_twice_is_read_once(tmp_path: Path) -> None:
    path = put(tmp_path / "a.txt")
    assert len(read(path, tmp_path, path, tmp_path / "." / "a.txt")) == 1


def test_loop_of_links_ends(tmp_path: Path) -> None:
    put(tmp_path / "a.txt")
    (tmp_path / "loop").symlink_to(tmp_path)
    (tmp_path / "self").symlink_to(tmp_path / "self")
    (tmp_path / "gone").symlink_to(tmp_path / "nowhere")
    report, *failures = read(tmp_path)
    assert report.name == "a.txt"
    assert [failure.name for failure in failures] == ["gone", "self"]


def test_missing_and_empty_folder_do_not_stop_the_rest(tmp_path: Path) -> None:
    (tmp_path / "none").mkdir()
    path = put(tmp_path / "a.txt")
    found = read(tmp_path / "gone.txt", tmp_path / "none", path)
    assert [type(item).__name__ for item in found] == ["Failure", "Failure", "Report"]
    assert [item.error for item in found[:2]] == ["MissingInput", "EmptyInput"]


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_unreadable_file_is_told(tmp_path: Path) -> None:
    path = put(tmp_path / "a.txt")
    path.chmod(0)
    assert "permission" in only_failure(read(path)).advice


def test_odd_file_name_is_made_printable(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/\xff\x07.txt"
    Path(os.fsdecode(path)).write_text(TEXT)
    assert only_report(read(os.fsdecode(path))).name == "\ufffd\ufffd.txt"


def test_standard_input_is_read_by_content() -> None:
    assert only_report(read("-", stdin=TEXT.encode())).name == "standard input"
    row = json.dumps({"id": "r1", "text": TEXT}).encode()
    assert only_report(read("-", stdin=row)).name == "r1"
    document = json.dumps({"id": "r1", "text": TEXT}, indent=2).encode()
    assert only_report(read("-", stdin=document)).name == "r1"
    page = f"<!DOCTYPE html><html><body><p>{TEXT}</p></body></html>".encode()
    assert only_report(read("-", stdin=page)).text == TEXT


def test_same_id_in_two_files_is_told_apart(tmp_path: Path) -> None:
    row = json.dumps({"id": "r1", "text": TEXT})
    found = read(put(tmp_path / "a.jsonl", row), put(tmp_path / "b.jsonl", row))
    assert [r.name for r in found] == ["r1", "b.jsonl:r1"]
