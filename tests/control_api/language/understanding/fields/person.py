"""What the tests of fields share: somebody's tasks, with much said of them, and whom they know."""

from msgspec import structs

from control_api.engine.plan import CommandPlan
from control_api.language.understanding.scene import Known
from shared.tasks import Reminder, Task
from shared.things import Person, Tag, Thing
from tests.control_api.language.understanding import interpretation
from tests.control_api.language.understanding.interpretation import task

STAMP = "2026-11-01T08:00:00Z"

RENT = structs.replace(
    task("rent", "Pay the rent", "2026-12-01"),
    priority="medium",
    tags=["home", "money"],
    assignees=["Tom"],
    assignee_ids=["p-tom"],
    notes="By transfer.",
    duration_min=10,
)
LAUNCH = structs.replace(
    task("launch", "Launch the site"),
    depends_on=["testing"],
    deadline="2026-12-10",
    start="2026-12-01",
    reminders=[Reminder(before_min=30)],
)
CAKE = structs.replace(task("cake", "Bake a cake"), status="in_progress", parent_id="party")
TASKS = [
    task("report", "Write the report", "2026-11-26", "Work"),
    task("numbers", "Get the numbers", None, "Work"),
    task("party", "Plan the party"),
    task("dentist", "Dentist appointment", "2026-11-27T09:00:00"),
    RENT,
    structs.replace(task("milk", "Buy milk", None, "Shopping"), order=3.0),
    structs.replace(task("eggs", "Eggs", None, "Shopping"), order=5.0),
    task("bread", "Bread", None, "Shopping"),
    LAUNCH,
    task("testing", "Testing"),
    CAKE,
    task("sarah", "Call Sarah", "2026-11-22T15:00:00"),
]
FINISHED = [
    structs.replace(task("letter", "Post the letter"), status="completed", completed_at=STAMP),
    structs.replace(task("car", "Clean the car"), status="completed", completed_at=STAMP),
    structs.replace(task("hotel", "Book a hotel"), status="cancelled"),
]
THINGS: list[Thing] = [
    Tag("t-work", "work", STAMP, STAMP),
    Tag("t-home", "home", STAMP, STAMP),
    Person("p-anna", "Anna", STAMP, STAMP),
    Person("p-tom", "Tom", STAMP, STAMP, nicknames=["Tommy"]),
    Person("p-marc", "Marc Miller", STAMP, STAMP),
    Person("p-lee", "Kim Lee", STAMP, STAMP),
    Person("p-park", "Kim Park", STAMP, STAMP),
]
KNOWN = Known(
    open_tasks=TASKS,
    finished=FINISHED,
    projects=["Work", "Shopping"],
    things=THINGS,
    mentioned=["report"],
)


def named(task_id: str) -> Task:
    return next(each for each in [*TASKS, *FINISHED] if each.id == task_id)


def read(text: str, known: Known = KNOWN) -> CommandPlan:
    return interpretation.read(text, known=known)
