"""The conversation that everything is for, sentence by sentence."""

from datetime import timedelta

import msgspec

from control_api.engine.results import Result
from control_api.language.understanding.scene import Known
from control_api.language.wording.replies import word_results
from shared.actions import CompleteTask, CreateTask, ListTasks, Undo, UpdateTask
from shared.tasks import Task
from tests.control_api.language.english import ENGLISH
from tests.control_api.language.understanding.interpretation import BERLIN, SATURDAY, read, task

NOW = SATURDAY + timedelta(minutes=1)


def test_the_main_job() -> None:
    made = read("Remind me to call Sarah tomorrow at three.", known=Known(), now=NOW)
    assert made.actions == [
        CreateTask(title="Call Sarah", due="2026-11-22T15:00:00", time_zone="Europe/Berlin")
    ]
    sarah = task("sarah", "Call Sarah", "2026-11-22T15:00:00")
    assert said(Result(action=made.actions[0], after=sarah)) == "Call Sarah, tomorrow at 3 PM."

    moved = read("Actually make it Friday.", known=after(sarah), now=NOW)
    due = "2026-11-27T15:00:00"
    assert moved.actions == [UpdateTask("sarah", due=due, time_zone="Europe/Berlin")]
    friday = msgspec.structs.replace(sarah, due=due)
    spoken = said(Result(action=moved.actions[0], before=sarah, after=friday))
    assert spoken == "Moved call Sarah to Friday at 3 PM."

    asked = read("What's on for Friday?", known=after(friday), now=NOW)
    assert asked.actions == [ListTasks(due_from="2026-11-27", due_to="2026-11-27")]
    spoken = said(Result(action=asked.actions[0], tasks=[friday], total=1))
    assert spoken == "You have one task for Friday: call Sarah at 3 PM."

    done = read("Done with calling Sarah.", known=after(friday), now=NOW)
    assert done.actions == [CompleteTask("sarah")]
    completed = Result(action=done.actions[0], before=friday, after=friday)
    assert said(completed) == "Done: call Sarah."

    undone = read("Undo that.", known=Known(mentioned=["sarah"]), now=NOW)
    assert undone.actions == [Undo()]
    spoken = said(Result(action=undone.actions[0], undone=[completed]))
    assert spoken == "Undone: call Sarah is open again."

    for reading in (made, moved, asked, done, undone):
        assert reading.complete
        assert reading.confidence >= 0.9


def after(one: Task) -> Known:
    return Known(open_tasks=[one], mentioned=[one.id])


def said(result: Result) -> str:
    return word_results([result], ENGLISH, now=NOW, zone=BERLIN)
