"""What a file holds is counted before anything is made of it, in every format."""

import zipfile
from io import BytesIO
from typing import get_args

import pytest

from control_api.edges.exchange.parts import limits
from control_api.edges.exchange.parts.bundle import Bundle
from shared.moving import ImportFormat
from shared.problems import InvalidInputError, TooLargeError
from tests.control_api.edges.exchange.bombs import bomb, content
from tests.control_api.edges.exchange.conftest import BERLIN, read_bytes

FORMATS: tuple[ImportFormat, ...] = get_args(ImportFormat)
MOST = 50


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MOST_RECORDS", MOST)


@pytest.mark.usefixtures("few")
@pytest.mark.parametrize("form", FORMATS)
def test_too_many_records_are_refused_before_one_is_made(
    form: ImportFormat, monkeypatch: pytest.MonkeyPatch
) -> None:
    def make_nothing(*_: object) -> None:
        raise AssertionError("made before all were counted")

    monkeypatch.setattr(Bundle, "add", make_nothing)
    with pytest.raises(TooLargeError, match=f"more than {MOST} records. Split it"):
        read_bytes(bomb(form, MOST + 1), form, BERLIN)


@pytest.mark.usefixtures("few")
@pytest.mark.parametrize("form", ["csv", "todoist-csv", "ics", "saydo"])
def test_as_many_as_are_allowed_are_read(form: ImportFormat) -> None:
    assert len(read_bytes(bomb(form, MOST - 2), form, BERLIN).tasks) >= 1


@pytest.mark.usefixtures("few")
@pytest.mark.parametrize(
    ("form", "data"),
    [
        (
            "taskwarrior",
            content("taskwarrior", 1).replace(
                b'"a"}', b'"a","annotations":[' + b",".join([b'{"description":"x"}'] * 60) + b"]}"
            ),
        ),
        (
            "todoist-json",
            content("todoist-json", 1).replace(
                b'"a"}', b'"a","labels":[' + b",".join(b'"l%d"' % n for n in range(60)) + b"]}"
            ),
        ),
        (
            "ics",
            content("ics", 1).replace(
                b"END:VTODO", b"".join(b"COMMENT:%d\n" % n for n in range(60)) + b"END:VTODO"
            ),
        ),
    ],
)
def test_what_is_within_a_record_counts_as_well(form: ImportFormat, data: bytes) -> None:
    with pytest.raises(TooLargeError, match=f"more than {MOST} records"):
        read_bytes(data, form, BERLIN)


def test_a_zip_of_very_many_files_is_refused_before_they_are_listed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for number in range(11):
            archive.writestr(f"{number}.csv", "")
    monkeypatch.setattr(limits, "MOST_ENTRIES", 10)
    monkeypatch.setattr(zipfile, "ZipFile", None)
    with pytest.raises(TooLargeError, match="more than 10 files"):
        read_bytes(packed.getvalue(), "todoist-csv", BERLIN)


@pytest.mark.parametrize(
    ("form", "data"),
    [
        ("csv", b"title\n" + b"x" * 4_200_000),
        ("ics", b"BEGIN:VCALENDAR\nX:" + b"x" * 4_200_000),
        ("ics", b"BEGIN:VCALENDAR\nX:" + b"x\n " * 2_200_000),
        ("taskwarrior", b'[{"description":"' + b"x" * 4_200_000),
        ("saydo", b'{"format":"saydo","version":1,"x":"' + b"x" * 4_200_000),
    ],
)
def test_a_line_or_record_without_end_is_refused(form: ImportFormat, data: bytes) -> None:
    with pytest.raises(TooLargeError, match="longer than"):
        read_bytes(data, form, BERLIN)


@pytest.mark.parametrize(
    ("form", "data", "told"),
    [
        ("csv", b"title" + b",x" * 1_000 + b"\n", "more than 1,000 cells"),
        (
            "taskwarrior",
            b"[{" + b",".join(b'"f%d":1' % n for n in range(1_001)) + b"}]",
            "more than 1,000 fields",
        ),
        (
            "ics",
            b"BEGIN:VCALENDAR\nBEGIN:VTODO\n" + b"X:1\n" * 10_001 + b"END:VTODO\nEND:VCALENDAR\n",
            "more than 10,000 lines",
        ),
    ],
)
def test_a_record_of_very_many_fields_is_refused(
    form: ImportFormat, data: bytes, told: str
) -> None:
    with pytest.raises(InvalidInputError, match=told):
        read_bytes(data, form, BERLIN)


def test_what_is_not_read_may_be_long() -> None:
    events = b'"events":[' + b",".join([b'{"a":[1,2,{"b":"]}"}]}'] * 20_000) + b"]"
    data = b'{"format":"saydo","version":1,' + events + b',"tasks":[]}'
    assert read_bytes(data, "saydo", BERLIN).tasks == []
