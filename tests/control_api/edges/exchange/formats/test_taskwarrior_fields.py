"""What files of Taskwarrior hold in fact: one field that can't be read is lost, not the file."""

import json
from typing import Any

import pytest

from control_api.edges.exchange.parts.bundle import Bundle
from tests.control_api.edges.exchange.conftest import BERLIN, read_bytes

PAINT = "11111111-1111-4111-8111-111111111111"
BRUSH = "22222222-2222-4222-8222-222222222222"
WALL = "33333333-3333-4333-8333-333333333333"
AT = "2026-11-03T10:00:00.000000Z"


def read(**fields: Any) -> Bundle:
    records = [
        {"uuid": PAINT, "status": "pending", "description": "Buy paint"},
        {"uuid": BRUSH, "status": "pending", "description": "Buy brushes"},
        {"uuid": WALL, "status": "pending", "description": "Paint the wall"} | fields,
    ]
    return read_bytes(json.dumps(records).encode(), "taskwarrior", BERLIN)


def lost(bundle: Bundle) -> list[tuple[str, list[str]]]:
    return [(loss.field, loss.examples) for loss in bundle.losses.report()]


@pytest.mark.parametrize(
    ("depends", "ids"),
    [
        (f'["{PAINT}"]', [PAINT]),
        (f'["{PAINT}", "{BRUSH}"]', [PAINT, BRUSH]),
        (f"['{PAINT}','{BRUSH}']", [PAINT, BRUSH]),
        (f"[{PAINT}]", [PAINT]),
        (f"{PAINT}, {BRUSH}", [PAINT, BRUSH]),
        (f"{PAINT} {BRUSH}", [PAINT, BRUSH]),
        ([f"{PAINT},{BRUSH}"], [PAINT, BRUSH]),
        ([PAINT, None], [PAINT]),
        ("[]", []),
        ('[""]', []),
        ("", []),
        (" ", []),
        ([], []),
        (None, []),
    ],
)
def test_dependencies_are_read_however_they_are_written(depends: object, ids: list[str]) -> None:
    bundle = read(depends=depends)
    assert bundle.tasks[2].depends_on == ids
    assert lost(bundle) == []


@pytest.mark.parametrize(
    ("depends", "example"),
    [([PAINT, "x"], "x"), (f"{PAINT},x", "x"), ([PAINT, 7], "7"), ([{}, PAINT], "{}")],
)
def test_a_dependency_that_is_no_uuid_is_a_loss(depends: object, example: str) -> None:
    bundle = read(depends=depends)
    assert bundle.tasks[2].depends_on == [PAINT]
    assert lost(bundle) == [("depends", [f"Paint the wall: {example}"])]


@pytest.mark.parametrize(
    ("annotations", "notes"),
    [
        ({"entry": "20261103T100000Z", "description": "twice"}, [("twice", AT)]),
        ({"20261103T100000Z": "twice", "x": "thrice"}, [("twice", AT), ("thrice", "")]),
        ({"annotation_1793700000": "twice"}, [("twice", AT)]),
        ({"1": {"entry": "20261103T100000Z", "description": "twice"}}, [("twice", AT)]),
        (["twice", "thrice"], [("twice", ""), ("thrice", "")]),
        ('["twice"]', [("twice", "")]),
        ("twice", [("twice", "")]),
        ([{"description": "twice", "entry": 1793700000}], [("twice", AT)]),
        ({}, []),
        ("", []),
        (None, []),
        ([None], []),
    ],
)
def test_annotations_are_read_however_they_are_written(
    annotations: object, notes: list[tuple[str, str]]
) -> None:
    bundle = read(annotations=annotations)
    assert [(each.text, each.created_at) for each in bundle.comments] == notes
    assert lost(bundle) == []


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("annotations", [7]),
        ("annotations", [{"entry": "20261103T100000Z"}]),
        ("status", "gone"),
        ("status", ["pending"]),
        ("due", "soon"),
        ("due", ["20261103T100000Z"]),
        ("wait", "later"),
        ("project", {"name": "home"}),
        ("tags", ["home", 7]),
        ("tags", {"home": True}),
        ("priority", True),
        ("saydo_minutes", "many"),
        ("saydo_repeat", "daily"),
    ],
)
def test_what_cannot_be_read_of_a_record_is_a_loss_and_the_rest_is_imported(
    field: str, value: object
) -> None:
    bundle = read(**{field: value})
    assert [task.title for task in bundle.tasks] == ["Buy paint", "Buy brushes", "Paint the wall"]
    assert [name for name, _ in lost(bundle)] == [field]


@pytest.mark.parametrize("tags", [["home", "diy"], "home,diy", "home diy", '["home", "diy"]'])
def test_tags_are_read_however_they_are_written(tags: object) -> None:
    bundle = read(tags=tags)
    assert [tag.name for tag in bundle.tags] == ["home", "diy"]


def test_a_record_written_by_hand_has_the_same_id_each_time() -> None:
    first, again = read(uuid=None, status=None).tasks[2], read(uuid=None, status=None).tasks[2]
    assert (first.id, first.status) == (again.id, "todo")
    assert first.id not in {PAINT, BRUSH, WALL}


def test_a_record_with_no_description_is_left_out_and_told() -> None:
    bundle = read(description="")
    assert [task.title for task in bundle.tasks] == ["Buy paint", "Buy brushes"]
    assert lost(bundle) == [("description", ["Record 3"])]
