"""Words of a text that are to stand in a title as they are, whatever they could mean otherwise.

The rest is read as if they were not there, and then they are put where they stood.
"""

from collections.abc import Callable, Sequence
from difflib import SequenceMatcher

import msgspec

from control_api.engine.plan import CommandPlan
from control_api.language.words.language import Language
from shared.actions import Action, CreateTask

Stretch = tuple[int, int]
Read = Callable[[str], CommandPlan]
AROUND = " ,;:.!?\"'"


def read_literally(
    text: str, literal: Sequence[Stretch], language: Language, read: Read
) -> CommandPlan:
    """What the text means with these stretches taken so. Raises as `read` does.

    Where no new task would have them in its title, they are read as if they were quoted.
    """
    if not literal:
        return read(text)
    plan = read_without(text, literal, language, read)
    made = made_by(plan)
    if made is None:
        return read(_rewritten(text, literal, lambda words: f'"{words}"'))
    titles = _titles_with(text, literal, [task.title for task in made])
    actions: list[Action] = [
        msgspec.structs.replace(task, title=title) for task, title in zip(made, titles, strict=True)
    ]
    return msgspec.structs.replace(plan, actions=actions)


def read_without(
    text: str, literal: Sequence[Stretch], language: Language, read: Read
) -> CommandPlan:
    """What the text means without these stretches, which asks for a task where it says no more."""
    rest = " ".join(_rewritten(text, literal, lambda _: " ").split()).strip(AROUND)
    plan = read(rest or text)
    if plan.outcome != "not_a_command" or not rest:
        return plan
    return read(f"{language.fields.add} {rest}")


def made_by(plan: CommandPlan) -> list[CreateTask] | None:
    """The tasks of a plan that makes some, and does nothing else."""
    made = [action for action in plan.actions if isinstance(action, CreateTask)]
    is_all = plan.outcome == "planned" and len(made) == len(plan.actions)
    return made if is_all and made else None


def words_in(titles: Sequence[str], words: Sequence[str]) -> dict[int, tuple[int, int]]:
    """Which of the words stand in the titles: by their place the title and the place in it."""
    places = [(at, place) for at, title in enumerate(titles) for place in range(len(title.split()))]
    said = [_plain(word) for word in words]
    kept = [_plain(word) for title in titles for word in title.split()]
    blocks = SequenceMatcher(None, said, kept, autojunk=False).get_matching_blocks()
    return {
        block.a + step: places[block.b + step] for block in blocks for step in range(block.size)
    }


def _titles_with(text: str, literal: Sequence[Stretch], titles: Sequence[str]) -> list[str]:
    words = [title.split() for title in titles]
    # From the last on, so that the places before stay what they are.
    for start, end in sorted(literal, reverse=True):
        before = _rewritten(text[:start], [each for each in literal if each[1] <= start], _nothing)
        places = words_in(titles, before.split()).values()
        title, place = max(places, default=(0, -1))
        if place < 0 and words[title]:
            # It is the beginning of the title no more.
            words[title][0] = _as_written(words[title][0], text)
        words[title][place + 1 : place + 1] = text[start:end].split()
    joined = [" ".join(each) for each in words]
    return [title[:1].upper() + title[1:] for title in joined]


def _as_written(word: str, text: str) -> str:
    return next((each for each in text.split() if _plain(each) == _plain(word)), word)


def _rewritten(text: str, stretches: Sequence[Stretch], rewrite: Callable[[str], str]) -> str:
    for start, end in sorted(stretches, reverse=True):
        text = text[:start] + rewrite(text[start:end]) + text[end:]
    return text


def _nothing(words: str) -> str:
    return "" if words else words


def _plain(word: str) -> str:
    return word.strip(AROUND).casefold()
