"""Tables as spreadsheets of all countries write them: what can't be read is a loss."""

import pytest

from control_api.edges.exchange.parts.bundle import Bundle
from shared.problems import InvalidInputError
from tests.control_api.edges.exchange.conftest import BERLIN, read_bytes


def read(data: str | bytes) -> Bundle:
    return read_bytes(data if isinstance(data, bytes) else data.encode(), "csv", BERLIN)


def lost(bundle: Bundle) -> list[str]:
    return [loss.field for loss in bundle.losses.report()]


@pytest.mark.parametrize(
    "text",
    [
        "title,due\nMilk,2026-12-24\n",
        "title;due\nMilk;2026-12-24\n",
        "title\tdue\nMilk\t2026-12-24\n",
        "title|due\nMilk|2026-12-24\n",
        '"title"\t"due"\n"Milk"\t"2026-12-24"\n',
        'title;due;"a, b, c"\nMilk;2026-12-24;\n',
        " Title , DUE \n Milk , 2026-12-24 \n",
        "title, due\nMilk, 2026-12-24\n",
        "\n\ntitle;due\n\nMilk;2026-12-24\n;\n",
        "title\tdue\r\nMilk\t2026-12-24\r\n",
    ],
)
def test_separators_and_spaces_of_all_spreadsheets_are_read(text: str) -> None:
    [task] = read(text).tasks
    assert (task.title.strip(), task.due) == ("Milk", "2026-12-24")


@pytest.mark.parametrize(
    ("cell", "due", "zone"),
    [
        ("24.12.2026", "2026-12-24", None),
        ("24. 12. 2026", "2026-12-24", None),
        ("4.2.27", "2027-02-04", None),
        ("2026/12/24", "2026-12-24", None),
        ("2026.12.24", "2026-12-24", None),
        ("2026-2-4", "2026-02-04", None),
        ("24/12/2026", "2026-12-24", None),
        ("12/24/2026", "2026-12-24", None),
        ("5/5/2026", "2026-05-05", None),
        ("2026-12-24 15:00", "2026-12-24T15:00:00", None),
        ("2026-12-24 15:00:30", "2026-12-24T15:00:30", None),
        ("2026-12-24 9:05", "2026-12-24T09:05:00", None),
        ("24.12.2026 15:00", "2026-12-24T15:00:00", None),
        ("24.12.2026, 15.00", "2026-12-24T15:00:00", None),
        ("12/24/2026 3:00 PM", "2026-12-24T15:00:00", None),
        ("12/24/2026 12:30 am", "2026-12-24T00:30:00", None),
        ("2026-12-24T15:00", "2026-12-24T15:00:00", None),
        ("2026-12-24T14:00:00Z", "2026-12-24T15:00:00", "Europe/Berlin"),
        ("2026-12-24 14:00+00:00", "2026-12-24T15:00:00", "Europe/Berlin"),
    ],
)
def test_dates_are_read_as_people_write_them(cell: str, due: str, zone: str | None) -> None:
    bundle = read(f'title,due\nMilk,"{cell}"\n')
    [task] = bundle.tasks
    assert (task.due, task.time_zone) == (due, zone)
    assert lost(bundle) == []


@pytest.mark.parametrize(
    "cell",
    ["3/4/2026", "31.2.2026", "24.13.2026", "2026-12-24 25:00", "24.12.2026 13:00 pm", "soon"],
)
def test_what_is_no_date_or_may_be_two_is_a_loss(cell: str) -> None:
    bundle = read(f"title,due\nMilk,{cell}\n")
    [task] = bundle.tasks
    assert (task.due, lost(bundle)) == (None, ["due"])


def test_the_zone_that_a_row_names_stays() -> None:
    [task] = read("title,due,time_zone\nMilk,24.12.2026 15:00,Asia/Tokyo\n").tasks
    assert (task.due, task.time_zone) == ("2026-12-24T15:00:00", "Asia/Tokyo")


@pytest.mark.parametrize(
    ("head", "cell", "field"),
    [
        ("status", "gone", "status"),
        ("priority", "very", "priority"),
        ("repeat", "daily", "repeat"),
        ("duration_min", "an hour", "duration_min"),
        ("order", "first", "order"),
        ("links", "x", "links"),
        ("", "Tea", "cells"),
    ],
)
def test_what_cannot_be_read_of_a_row_is_a_loss_and_the_rest_is_imported(
    head: str, cell: str, field: str
) -> None:
    bundle = read(f"title,{head}\nTea,\nMilk,{cell}\n" if head else f"title\nTea\nMilk,{cell}\n")
    assert [(task.title, task.status) for task in bundle.tasks] == [
        ("Tea", "todo"),
        ("Milk", "todo"),
    ]
    assert lost(bundle) == [field]


def test_words_are_read_without_regard_to_capitals_and_spaces() -> None:
    [task] = read("Title,Status,Priority\nMilk,In progress, HIGH\n").tasks
    assert (task.status, task.priority) == ("in_progress", "high")


def test_ids_of_another_program_hold_tasks_together() -> None:
    first, second = read("id,title,depends_on,parent_id\n7,Tea,,\n8,Milk,7,7\n").tasks
    assert (second.depends_on, second.parent_id) == ([first.id], first.id)


@pytest.mark.parametrize(
    ("encoding", "called"),
    [
        ("latin-1", "Windows-1252"),
        ("cp1252", "Windows-1252"),
        ("utf-16", "UTF-16"),
        ("utf-8", None),
        ("utf-8-sig", None),
    ],
)
def test_the_encoding_that_was_taken_is_told(encoding: str, called: str | None) -> None:
    bundle = read("title;notes\nTee;\nÄrzte anrufen;groß\n".encode(encoding))
    assert [(task.title, task.notes) for task in bundle.tasks] == [
        ("Tee", ""),
        ("Ärzte anrufen", "groß"),
    ]
    assert len(bundle.warnings) == (0 if called is None else 1)
    assert all(str(called) in warning for warning in bundle.warnings)


def test_letters_at_the_end_of_a_piece_are_read() -> None:
    for before in range(65_530, 65_540):
        [task] = read(
            f"title\n{'a ' * (before // 2)}{'b' * (before % 2)}ß\n".encode("cp1252")
        ).tasks
        assert task.notes.endswith("ß")


def test_a_damaged_letter_among_utf_8_is_refused_with_its_line() -> None:
    with pytest.raises(InvalidInputError, match="Line 3"):
        read("title\nÄrzte\n".encode() + b"\xc4\n")
