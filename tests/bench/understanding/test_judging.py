"""The sentences are ones that can be right, and each reading is judged by what it would do."""

from typing import Any, Literal, get_args

import pytest

from bench.understanding.judging import judge
from bench.understanding.sentences import Sentence, Wanted, read_sentences
from control_api.engine.plan import CommandPlan
from shared.actions import Action, CreateTask, DeleteTask, ListTasks, UpdateTask
from shared.tasks import Repeat

PERSON, SENTENCES = read_sentences()
IDS = {task.title: task.id for task in PERSON.known.open_tasks}
KINDS: dict[str, Any] = {kind.__struct_config__.tag: kind for kind in get_args(Action)}
TEA = Wanted("create_task", "buy tea", {"due": "2026-11-22", "repeat": "FREQ=DAILY"})
TEA_DAILY = Repeat(rule="FREQ=DAILY")
MILK = Wanted("update_task", "Milk", {"due": None})


def planned(*actions: Action) -> CommandPlan:
    return CommandPlan(outcome="planned", actions=list(actions))


def sentence(*want: Wanted) -> Sentence:
    return Sentence("a kind", "words", list(want))


def test_there_are_enough_of_every_kind_and_none_twice() -> None:
    said = [each.say for each in SENTENCES]
    assert len(said) == len(set(said)) >= 150
    assert sum(each.want == [] for each in SENTENCES) >= 30


@pytest.mark.parametrize("each", SENTENCES, ids=lambda each: each.say)
def test_what_is_wanted_of_a_sentence_can_be_done(each: Sentence) -> None:
    for wanted in each.want if isinstance(each.want, list) else []:
        fields = KINDS[wanted.type].__struct_fields__
        assert set(wanted.fields) <= set(fields)
        if "task_id" in fields and wanted.type != "create_task":
            assert wanted.about in IDS


@pytest.mark.parametrize(
    ("want", "actions", "verdict"),
    [
        ([TEA], [CreateTask("Buy tea", "2026-11-22", repeat=TEA_DAILY)], "right"),
        ([TEA], [CreateTask("Buy tea", "2026-11-22")], "a field wrong"),
        (
            [TEA],
            [CreateTask("Tea", "2026-11-22", repeat=Repeat(rule="FREQ=DAILY"))],
            "a field wrong",
        ),
        ([TEA], [CreateTask("Buy tea"), CreateTask("Buy tea")], "wrong"),
        ([TEA], [DeleteTask(IDS["Milk"])], "wrong"),
        ([MILK], [UpdateTask(IDS["Milk"], due=None)], "right"),
        ([MILK], [UpdateTask(IDS["Milk"])], "a field wrong"),
        ([MILK], [UpdateTask(IDS["Milk"], due=None, title="Oat milk")], "a field wrong"),
        ([MILK], [UpdateTask(IDS["Eggs"], due=None)], "wrong"),
        ([Wanted("list_tasks", "", {"overdue": "true"})], [ListTasks(overdue=True)], "right"),
        ([Wanted("list_tasks", "", {})], [ListTasks(search="milk")], "a field wrong"),
        ([], [ListTasks()], "wrong"),
    ],
)
def test_what_would_be_done_is_compared_with_what_is_meant(
    want: list[Wanted], actions: list[Action], verdict: str
) -> None:
    assert judge(sentence(*want), planned(*actions), PERSON.known) == verdict


@pytest.mark.parametrize(
    ("want", "outcome", "verdict"),
    [
        ([], "not_a_command", "right"),
        ([TEA], "not_a_command", "left to the model"),
        ("ask", "not_a_command", "left to the model"),
        ("ask", "clarify", "right"),
        ("ask", "refused", "right"),
        ([TEA], "clarify", "asked or refused"),
        ([], "refused", "asked or refused"),
        ("ask", "planned", "wrong"),
    ],
)
def test_a_question_is_right_only_where_one_must_be_asked(
    want: list[Wanted] | Literal["ask"],
    outcome: Literal["planned", "clarify", "not_a_command", "refused"],
    verdict: str,
) -> None:
    reading = CommandPlan(outcome=outcome)
    assert judge(Sentence("a kind", "words", want), reading, PERSON.known) == verdict
