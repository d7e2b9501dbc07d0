"""Titles inside spoken sentences, lists of things, small numbers."""

from control_api.language.words.language import Language
from control_api.language.words.verbs import deed_in
from shared.tasks import Task

NAMED_AT_MOST = 5
"""Nobody remembers more of what is said aloud."""


def in_sentence(title: str, language: Language) -> str:
    """The title as it stands inside a sentence: "call Sarah"; names keep their capital."""
    title = title.strip().rstrip(".!?,;: ")
    first, space, rest = title.partition(" ")
    is_verb = not language.grammar.verb_last and first.lower() in language.verbs
    if is_verb or first.lower() in language.articles:
        return f"{first.lower()}{space}{rest}"
    return title


def at_start(title: str) -> str:
    """The title as it stands at the start of a sentence."""
    title = title.strip().rstrip(".!?,;: ")
    return title[:1].upper() + title[1:]


def capital(sentence: str) -> str:
    """A sentence that may begin with anything, as sentences begin."""
    return sentence[:1].upper() + sentence[1:]


def sentence_on(title: str, message: str, language: Language, **values: str | int) -> str:
    """A sentence about what is called so; where it begins with that, as it stands there."""
    inside = in_sentence(title, language)
    said = language.say(message, title=inside, **values)
    return at_start(title) + said[len(inside) :] if said.startswith(inside) else capital(said)


def number(count: int, language: Language) -> str:
    """Small numbers in words."""
    return language.numbers[count] if count < len(language.numbers) else str(count)


def how_many(count: int, language: Language, what: str = "task") -> str:
    """The number and the thing: "one task", "two tasks"."""
    return language.say(f"counted-{what}", count=count, number=number(count, language))


def first_few(
    named: list[str], language: Language, total: int | None = None, *, most: int = NAMED_AT_MOST
) -> str:
    """The first few of them, and how many there are besides."""
    shown = named[:most]
    more = (total if total is not None else len(named)) - len(shown)
    if more > 0:
        names = in_a_row(shown, language)
        return language.say("first-few", names=names, more=number(more, language))
    return language.listed(shown)


def in_a_row(things: list[str], language: Language) -> str:
    """One after another, with nothing before the last: "tomorrow, in Work, high priority"."""
    said, *others = things or [""]
    for other in others:
        said = language.say("name-after-name", names=said, name=other)
    return said


def joined(clauses: list[str], language: Language) -> str:
    """Clauses that are said in one breath: "milk is back, and call Sarah is open again"."""
    said, *others = clauses or [""]
    for clause in others:
        said = language.say("clause-and-clause", clauses=said, clause=clause)
    return said


def title_of(task: Task | None, language: Language) -> str:
    """The task's title inside a sentence."""
    return in_sentence(task.title, language) if task else language.say("task-unknown")


def on_list(project: str | None, language: Language) -> str:
    """Where a task of a list is: "on your shopping list"."""
    if project is None:
        return language.say("on-list")
    is_common = project.lower() in language.lists and not language.grammar.nouns_have_capitals
    name = project.lower() if is_common else project
    return language.say("on-list-named", list=language.listing.ends_in_list.sub("", name))


def without_article(text: str, language: Language) -> str:
    """What is named without "the" or "my" before it."""
    return language.listing.leading.sub("", text)


def is_deed(text: str, language: Language) -> bool:
    """Whether it says what to do, and not only a thing."""
    return deed_in(text, language).is_one(language)


def as_many(thing: str, language: Language) -> int:
    """The number that a verb takes with a thing: 1 for milk, 2 for eggs."""
    is_several = language.listing.several.search(thing) and not is_deed(thing, language)
    return 2 if is_several else 1
