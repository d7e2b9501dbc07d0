import re

import pytest

from agent_worker.exam.paper import PARTS, WITH_TOOLS, Question, read_paper

QUESTIONS = [(part, question) for part in PARTS for question in read_paper().parts[part]]


def test_there_are_some_sixty_questions_and_none_twice() -> None:
    asks = [question.ask for _, question in QUESTIONS]
    assert len(set(asks)) == len(asks)
    assert 55 <= len(asks) <= 70
    assert set(read_paper().parts) == set(PARTS)


@pytest.mark.parametrize("question", [question for _, question in QUESTIONS], ids=lambda q: q.ask)
def test_every_question_has_a_way_to_be_right(question: Question) -> None:
    assert question.right is not None or question.calls is not None
    for expression in filter(None, (question.right, question.wrong)):
        re.compile(expression.replace("{refusal}", read_paper().refusal))


def test_calls_are_only_asked_for_where_tools_are_shown() -> None:
    for part, question in QUESTIONS:
        assert (question.calls is not None) == (part in WITH_TOOLS)


@pytest.mark.parametrize(
    "text",
    [
        "I don't know that.",
        "I\u2019m afraid I can\u2019t check your bank account.",
        "I have no way to see who is at the door.",
        "As an assistant, I don't have real-time information.",
        "There's no record of that.",
        "I'm not aware of your sister's birthday.",
        "I only keep your tasks.",
    ],
)
def test_not_knowing_is_understood_in_many_words(text: str) -> None:
    assert read_paper().matches("{refusal}", text)


@pytest.mark.parametrize(
    "text",
    [
        "It is sunny and 20 degrees.",
        "I'm sorry.",
        "I'm sorry, I was just in the middle of a task.",
        "The landlord will have to pay the full amount of the rent.",
        "",
    ],
)
def test_other_words_are_no_confession(text: str) -> None:
    assert not read_paper().matches("{refusal}", text)
