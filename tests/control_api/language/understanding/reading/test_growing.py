"""A scene after what was said a moment ago."""

from control_api.language.understanding.reading.growing import (
    grown,
    with_ids,
    without_unused_ids,
)
from control_api.language.understanding.scene import Scene
from shared.actions import Action, CompleteTask, CreateTask, DeleteTask, UpdateTask
from shared.thing_actions import CreatePerson, CreateProject, CreateTag
from tests.control_api.language.english import ENGLISH
from tests.control_api.language.understanding.interpretation import ALICES, BERLIN, SATURDAY

SCENE = Scene(SATURDAY, BERLIN, ALICES, ENGLISH)


def after(*actions: Action) -> Scene:
    return grown(SCENE, with_ids(list(actions)))


def test_a_new_task_is_the_one_mentioned_last() -> None:
    scene = after(CreateTask(title="Bread", project="Party", due="2026-11-27", tags=["food"]))
    task = scene.last_mentioned()
    assert task is not None
    assert (task.title, task.project, task.due, task.tags) == (
        "Bread",
        "Party",
        "2026-11-27",
        ["food"],
    )
    assert scene.made == [task.id]
    assert scene.known.projects[0] == scene.focus == "Party"
    assert not scene.focus_is_new


def test_a_change_is_seen_by_what_follows() -> None:
    scene = after(UpdateTask("sarah", title="Call Sandra"))
    assert next(t.title for t in scene.known.open_tasks if t.id == "sarah") == "Call Sandra"


def test_what_is_done_or_deleted_is_open_no_more() -> None:
    open_ids = {t.id for t in after(CompleteTask("sarah"), DeleteTask("rent")).known.open_tasks}
    assert open_ids.isdisjoint({"sarah", "rent"})


def test_a_new_list_is_what_comes_next_goes_on() -> None:
    scene = after(CreateProject(name="Launch"), CreateTag(name="home"), CreatePerson(name="Mike"))
    assert (scene.focus, scene.focus_is_new) == ("Launch", True)
    assert [each.name for each in scene.known.things if hasattr(each, "name")] == [
        "Launch",
        "home",
        "Mike",
    ]


def test_an_id_that_nothing_speaks_of_is_left_to_the_engine() -> None:
    first, second = with_ids([CreateTask(title="Bread"), CreateTask(title="Jam")])
    assert isinstance(first, CreateTask)
    assert first.task_id is not None
    actions = [first, second, UpdateTask(first.task_id, due="2026-11-27")]
    assert without_unused_ids(actions) == [first, CreateTask(title="Jam"), actions[2]]
