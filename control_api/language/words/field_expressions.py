"""How the fields of a task are said: what each is for stands with its data."""

import re

import msgspec

from shared.tasks import Priority


class Fields(msgspec.Struct, frozen=True):
    """What is said of one task besides its title, its date and its list."""

    priorities: dict[str, re.Pattern[str]]
    """By priority; the first that is found counts."""
    row: re.Pattern[str]
    refers: re.Pattern[str]
    points_at: re.Pattern[str]
    it_first: re.Pattern[str]
    colon: re.Pattern[str]
    says: re.Pattern[str]
    before_text: re.Pattern[str]
    called: re.Pattern[str]
    """Only says that a name follows: "a subtask called ..."."""
    around_tag: re.Pattern[str]
    hashtags: re.Pattern[str]
    hashtag: re.Pattern[str]
    takes_back: re.Pattern[str]
    nobody_named: re.Pattern[str]
    name_all_the_same: re.Pattern[str]
    around_person: re.Pattern[str]
    details: dict[str, re.Pattern[str]]
    """By what is said; the group "said" holds it."""
    no_title: re.Pattern[str]
    """What is left where that was no detail: "I have a deadline"."""
    for_somebody: re.Pattern[str]
    adjective: re.Pattern[str]
    in_front: re.Pattern[str]
    only_count: re.Pattern[str]
    """How many parts something is to have, and not which."""
    add: str
    deadline: re.Pattern[str]
    deadline_of: re.Pattern[str]

    def priority_in(self, text: str) -> Priority | None:
        """The priority that is named in a text."""
        found = (name for name, said in self.priorities.items() if said.search(text))
        name = next(found, None)
        return None if name is None else msgspec.convert(name, Priority)
