"""A spreadsheet calculates nothing that a person wrote, and what they wrote comes back."""

import csv
import zipfile
from io import BytesIO, StringIO
from typing import Literal

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from control_api.edges.exchange.formats.formats import write_file
from control_api.edges.exchange.parts.bundle import Bundle, new_task, task_id_of
from control_api.edges.exchange.parts.cells import as_text, from_text
from shared.things import Comment
from tests.control_api.edges.exchange.conftest import BERLIN, read_bytes

CALCULATED = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
AT = "2026-11-21T10:00:00.000000Z"

plain = st.text(
    st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp", "Zs"], exclude_characters="@"),
    min_size=1,
    max_size=12,
)
begun = st.tuples(st.sampled_from(["=", "+", "-", "@", "'", "'=", "''@", "\uff1d"]), plain)
titles = begun.map("".join) | plain.map(lambda text: f"=HYPERLINK({text}) {text}")


@given(st.text(st.sampled_from("'=+-@\t\r\nax\uff1d"), max_size=6))
def test_every_cell_comes_back_and_none_is_a_formula(cell: str) -> None:
    assert from_text(as_text(cell)) == cell
    assert not as_text(cell).startswith(CALCULATED)


def cells_of(data: bytes) -> list[str]:
    texts = [data]
    if data.startswith(b"PK"):
        with zipfile.ZipFile(BytesIO(data)) as archive:
            texts = [archive.read(name) for name in archive.namelist()]
    files = [StringIO(text.decode("utf-8-sig"), newline="") for text in texts]
    return [cell for file in files for row in csv.reader(file) for cell in row]


@pytest.mark.parametrize("form", ["csv", "todoist-csv"])
@settings(max_examples=50)
@given(st.lists(titles, min_size=1, max_size=4), titles)
def test_an_export_has_no_formula_and_gives_the_same_titles_again(
    form: Literal["csv", "todoist-csv"], names: list[str], words: str
) -> None:
    tasks = [
        msgspec.structs.replace(
            new_task(task_id_of("other", f"{number}"), name, created_at=AT, updated_at=AT),
            notes=f"{words}\nand more",
            section=words,
            tags=["shop"],
            assignees=[words],
        )
        for number, name in enumerate(names)
    ]
    comment = Comment("1", tasks[0].id, f"\t{words}", AT, AT, author=words)
    bundle = Bundle(tasks=tasks, comments=[comment])
    data = write_file(bundle, form, BERLIN)
    assert [cell for cell in cells_of(data) if cell.startswith(CALCULATED)] == []
    again = read_bytes(data, form, BERLIN)
    assert [task.title for task in again.tasks] == names
    assert {(task.notes, task.section) for task in again.tasks} == {(f"{words}\nand more", words)}
    assert [person.name for person in again.people] == [words]
    assert [tag.name for tag in again.tags] == ["shop"]
    if form == "todoist-csv":
        assert [(note.text, note.author) for note in again.comments] == [(f"\t{words}", words)]


def test_an_export_says_which_title_todoist_reads_a_label_in() -> None:
    task = new_task(task_id_of("other", "1"), "Ask @home about it", created_at=AT, updated_at=AT)
    bundle = Bundle(tasks=[task])
    write_file(bundle, "todoist-csv", BERLIN)
    assert [loss.field for loss in bundle.losses.report()] == ["title"]
