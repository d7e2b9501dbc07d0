"""Made-up workspaces, everything in them a person could have put there."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import msgspec
from hypothesis import strategies as st

from control_api.edges.exchange.parts.bundle import Bundle, stamp
from shared.tasks import Link, Reminder, Repeat, Task
from shared.things import Comment, Contact, Person, Project, SavedFilter, Tag, Thing

ZONES = ["Europe/Berlin", "America/New_York", "Asia/Kathmandu", "UTC"]
RULES = ["FREQ=DAILY", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH", "FREQ=MONTHLY;BYMONTHDAY=-1"]

words = st.text(
    st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"]), min_size=1, max_size=30
).map(lambda text: text.strip().removeprefix("#").strip() or "x")
lines = st.text(
    st.characters(exclude_categories=["Cc", "Cs"], include_characters="\n\t"), max_size=60
)
FIRST = datetime(2020, 1, 1, tzinfo=UTC)
days = st.dates(date(1990, 1, 1), date(2100, 1, 1)).map(str)
seconds = st.integers(-800_000_000, 2_000_000_000)
clocks = seconds.map(lambda at: (FIRST + timedelta(seconds=at)).isoformat()[:19])
stamps = st.integers(0, 10**14).map(lambda at: stamp(FIRST + timedelta(microseconds=at)))
colours = st.none() | st.integers(0, 0xFFFFFF).map("#{:06x}".format)
times = (
    st.just((None, None))
    | st.tuples(days, st.none())
    | st.tuples(clocks, st.none() | st.sampled_from(ZONES))
)


def ids(count: int) -> st.SearchStrategy[list[str]]:
    return st.lists(st.uuids(version=4).map(str), min_size=count, max_size=count, unique=True)


def some(values: list[str]) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(values), unique=True, max_size=3) if values else st.just([])


@st.composite
def named(draw: Any, make: Any, most: int = 3) -> list[Any]:
    names = draw(st.lists(words, max_size=most, unique_by=lambda name: name.casefold()))
    made = []
    for thing_id, name in zip(draw(ids(len(names))), names, strict=True):
        at = draw(stamps)
        made.append(draw(make(id=thing_id, name=name, created_at=at, updated_at=at)))
    return made


def project(**fields: Any) -> st.SearchStrategy[Project]:
    return st.builds(
        Project,
        colour=colours,
        description=lines,
        archived=st.booleans(),
        **{key: st.just(value) for key, value in fields.items()},
    )


def tag(**fields: Any) -> st.SearchStrategy[Tag]:
    return st.builds(Tag, colour=colours, **{k: st.just(v) for k, v in fields.items()})


def person(**fields: Any) -> st.SearchStrategy[Person]:
    return st.builds(
        Person,
        nicknames=st.lists(words, max_size=2, unique=True),
        role=st.just("") | words,
        contacts=st.lists(st.builds(Contact, kind=st.just("email"), value=words), max_size=2),
        notes=lines,
        **{key: st.just(value) for key, value in fields.items()},
    )


def saved_filter(**fields: Any) -> st.SearchStrategy[SavedFilter]:
    return st.builds(
        SavedFilter, query=st.just("#work"), **{k: st.just(v) for k, v in fields.items()}
    )


reminders = st.builds(
    Reminder,
    before_min=st.integers(0, 5000),
    anchor=st.sampled_from(["start", "due", "deadline"]),
) | st.builds(Reminder, at=clocks, time_zone=st.none() | st.sampled_from(ZONES))


@st.composite
def tasks(draw: Any, bundle: Bundle, most: int = 5) -> list[Task]:
    made: list[Task] = []
    for task_id in draw(ids(draw(st.integers(0, most)))):
        due, zone = draw(times)
        start, start_zone = draw(times)
        deadline, deadline_zone = draw(times)
        status = draw(st.sampled_from(["todo", "in_progress", "completed", "cancelled"]))
        earlier = [task.id for task in made]
        created, updated = sorted([draw(stamps), draw(stamps)])
        repeat = draw(
            st.none()
            | st.builds(
                Repeat,
                rule=st.sampled_from(RULES),
                basis=st.sampled_from(["due", "completion"]),
                month_end=st.sampled_from(["skip", "clamp"]),
                missed=st.sampled_from(["keep", "skip"]),
            )
        )
        made.append(
            Task(
                id=task_id,
                title=draw(words),
                status=status,
                due=due,
                time_zone=zone,
                project=None,
                created_at=created,
                updated_at=updated,
                completed_at=updated if status == "completed" else None,
                notes=draw(lines),
                priority=draw(st.sampled_from([None, "low", "medium", "high", "urgent"])),
                start=start,
                start_time_zone=start_zone,
                deadline=deadline,
                deadline_time_zone=deadline_zone,
                duration_min=draw(st.none() | st.integers(1, 5000)),
                project_id=draw(st.sampled_from([None, *[p.id for p in bundle.projects]])),
                section=draw(st.none() | words),
                order=draw(st.none() | st.integers(-1000, 1000).map(lambda n: n / 4)),
                parent_id=draw(st.sampled_from([None, *earlier])),
                tag_ids=draw(some([each.id for each in bundle.tags])),
                depends_on=draw(some(earlier)),
                assignee_ids=draw(some([each.id for each in bundle.people])),
                links=draw(
                    st.lists(
                        st.builds(Link, url=st.just("https://example.org/a?b=c"), title=lines),
                        max_size=2,
                    )
                ),
                reminders=draw(st.lists(reminders, max_size=2)),
                repeat=repeat if due else None,
                created_by=draw(st.sampled_from(["owner", "session talk-1"])),
                source=draw(st.sampled_from(["voice", "page", "import"])),
                said=draw(st.none() | lines),
                deleted_at=draw(st.none() | stamps),
                extra=draw(st.sampled_from([{}, {"taskwarrior": {"colour": "red", "n": 1.5}}])),
            )
        )
    return made


@st.composite
def bundles(draw: Any, *, trash: bool = True) -> Bundle:
    bundle = Bundle(
        projects=draw(named(project)),
        tags=draw(named(tag)),
        people=draw(named(person)),
        filters=draw(named(saved_filter, most=2)),
    )
    bundle.tasks = draw(tasks(bundle))
    if not trash:
        bundle.tasks = [msgspec.structs.replace(each, deleted_at=None) for each in bundle.tasks]
    if bundle.tasks:
        for comment_id in draw(ids(draw(st.integers(0, 3)))):
            at = draw(stamps)
            bundle.comments.append(
                Comment(
                    id=comment_id,
                    task_id=draw(st.sampled_from(bundle.tasks)).id,
                    text=draw(words),
                    created_at=at,
                    updated_at=at,
                    author=draw(st.sampled_from(["", "owner"])),
                )
            )
    gone: list[Thing] = [*bundle.projects, *bundle.filters, *bundle.comments]
    bundle.trash = {thing.id: draw(stamps) for thing in gone if trash and draw(st.booleans())}
    return bundle
