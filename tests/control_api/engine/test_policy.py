"""What may happen at once, what is asked about, and what is left to the hand."""

import pytest

from control_api.engine.policy import Risk, Wish, is_refused, judge, risk_of
from control_api.engine.results import Result
from control_api.log.changes import Change
from shared.actions import Action, CompleteTask, CreateTask, DeleteTask, ListTasks, Undo
from shared.progress import Verdict
from shared.tasks import Task
from shared.thing_actions import DeleteProject, DeleteTag, EmptyTrash, PurgeThing
from shared.things import Project, Tag
from shared.voice_settings import ChangeSettings, VoiceSettings

AT = "2026-11-01T08:00:00Z"
WORDS = Wish(decided_by="person", in_words=True)
UNSURE = Wish(decided_by="person", in_words=True, is_sure=False)
ALL = Wish(decided_by="person", in_words=True, names_all=False)
HAND = Wish(decided_by="person", in_words=False)
MODEL = Wish(decided_by="model", in_words=False, asks_for=lambda _: True)
APPROVED = Wish(decided_by="person", in_words=True, names_all=False, is_approved=True)


def task(number: int) -> Task:
    return Task(str(number), f"Task {number}", "todo", None, None, None, AT, AT)


def deleted(count: int) -> list[Result]:
    return [Result(action=DeleteTask(str(each)), before=task(each)) for each in range(count)]


def finished(count: int) -> list[Result]:
    return [
        Result(action=CompleteTask(str(each)), before=task(each), after=task(each + 100))
        for each in range(count)
    ]


def added(count: int) -> list[Result]:
    return [Result(action=CreateTask(title="Tea"), after=task(each)) for each in range(count)]


def list_gone(reach: int) -> list[Result]:
    gone = Change(before=Project("p", "Work", AT, AT), after=None)
    return [Result(action=DeleteProject("p"), also=[gone], reach=reach)]


def tag_gone(reach: int) -> list[Result]:
    gone = Change(before=Tag("t", "work", AT, AT), after=None)
    return [Result(action=DeleteTag("t"), also=[gone], reach=reach)]


def settings(before: str, after: str) -> list[Result]:
    kept = VoiceSettings(thinking_leaves=before)  # type: ignore[arg-type]
    change = Change(before=kept, after=VoiceSettings(thinking_leaves=after))  # type: ignore[arg-type]
    return [Result(action=ChangeSettings(thinking_leaves=after), also=[change])]


def settings_forgotten() -> list[Result]:
    """Undone, so that all may leave again as it may at first."""
    gone = Change(before=VoiceSettings(hearing_leaves="never"), after=None)
    return [Result(action=Undo(), also=[gone])]


LISTED = [Result(action=ListTasks())]


def changes_of(results: list[Result]) -> list[Change]:
    return [change for result in results for change in result.changes]


@pytest.mark.parametrize(
    ("results", "wish", "risk", "verdict"),
    [
        (LISTED, ALL, "none", "allowed"),
        (LISTED, UNSURE, "none", "allowed"),
        (added(1), UNSURE, "change", "needs_approval"),
        (finished(1), UNSURE, "change", "needs_approval"),
        (deleted(1), WORDS, "change", "allowed"),
        (deleted(3), WORDS, "change", "allowed"),
        (added(20), WORDS, "change", "allowed"),
        (deleted(1), ALL, "delete", "needs_approval"),
        (deleted(12), ALL, "delete", "needs_approval"),
        (finished(1), ALL, "change", "allowed"),
        (finished(2), ALL, "bulk", "needs_approval"),
        (list_gone(0), WORDS, "delete", "needs_approval"),
        (list_gone(3), WORDS, "delete", "needs_approval"),
        (tag_gone(0), WORDS, "change", "allowed"),
        (tag_gone(2), WORDS, "delete", "needs_approval"),
        (settings("always", "never"), WORDS, "change", "allowed"),
        (settings("always", "questions"), WORDS, "change", "allowed"),
        (settings("never", "questions"), WORDS, "outward", "needs_approval"),
        (settings("questions", "always"), WORDS, "outward", "needs_approval"),
        (settings("never", "always"), MODEL, "outward", "needs_approval"),
        (settings("never", "always"), HAND, "outward", "allowed"),
        (settings("never", "always"), APPROVED, "outward", "allowed"),
        (settings_forgotten(), WORDS, "outward", "needs_approval"),
        (list_gone(3), HAND, "delete", "allowed"),
        (deleted(12), HAND, "change", "allowed"),
        (deleted(12), APPROVED, "delete", "allowed"),
        (added(3), MODEL, "change", "allowed"),
        (added(4), MODEL, "change", "needs_approval"),
        (deleted(1), MODEL, "change", "needs_approval"),
    ],
)
def test_what_is_asked_about_goes_by_risk_number_and_who_wants_it(
    results: list[Result], wish: Wish, risk: Risk, verdict: Verdict
) -> None:
    changes = changes_of(results)
    assert risk_of(results, changes, wish) == risk
    assert judge(results, changes, wish) == verdict


@pytest.mark.parametrize("action", [EmptyTrash(), PurgeThing("t")])
@pytest.mark.parametrize(("wish", "refused"), [(WORDS, True), (MODEL, True), (HAND, False)])
def test_for_good_is_for_a_persons_hand(action: Action, wish: Wish, refused: bool) -> None:
    assert is_refused([action], wish) == refused
    assert not is_refused([DeleteTask("1")], wish)
