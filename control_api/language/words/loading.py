"""Reads a language from its folder, ``languages/<name>/``: what is said to it and what it says.

Files of YAML, the sentences by subject, and in ``replies/`` Fluent. In a regular expression a line
break stands for nothing, and ``${name}`` for one of the pieces. Upper and lower case are the same,
and so are letters with and without marks, where the data has the mark.
What a folder leaves out of the groups of expressions can't be said in that language.
"""

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any, TypeVar, get_origin

import msgspec
import yaml

from control_api.language.learned.network import LearnedReader
from control_api.language.words import (
    field_expressions,
    grammar,
    repeat_expressions,
    row_expressions,
    sentence_expressions,
    step_words,
    thing_expressions,
    time_expressions,
)
from control_api.language.words.language import Language
from control_api.language.words.late_patterns import compile_late
from control_api.language.words.needed_words import needed_words
from control_api.language.words.replies import Replies
from control_api.language.words.spelling import loosely, plain_spellings, with_plain_spellings
from control_api.language.words.templates import Sentence, expressions_of, pattern_of_any

Group = TypeVar("Group", bound=msgspec.Struct)
Pieces = dict[str, str]

_NEVER = compile_late("(?!)", 0)
_PIECE = re.compile(r"\$\{(\w+)\}")
_LISTS_OF_REPEATS = ("counts", "adverbs", "places", "holidays", "edges")
# Ten times as fast, where libyaml is.
_Loader: type[yaml.SafeLoader | yaml.CSafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@cache
def load(name: str) -> Language:
    """The language of that name, which a process reads once. Raises as `load_folder`."""
    return load_folder(files("control_api.language") / "languages" / name)


def load_folder(folder: Traversable) -> Language:
    """The language of a folder. Raises OSError, KeyError and ValueError for broken files."""
    return Language(
        name=folder.name,
        replies=_replies(folder),
        **_sentences(folder),
        **_words(_read(folder / "words.yaml")),
        places=_places(_read(folder / "places.yaml")),
        learned=_learned(folder / "learned"),
        **_times(
            _read(folder / "times.yaml") | _read(folder / "written_times.yaml"),
            _read(folder / "repeats.yaml"),
        ),
        **_groups(grammar, _read(folder / "grammar.yaml"), {}),
        **_groups(sentence_expressions, _read(folder / "understanding.yaml"), {}),
        **_groups(row_expressions, _read(folder / "rows.yaml"), {}),
        **_groups(row_expressions, _read(folder / "statements.yaml"), {}),
        **_groups(field_expressions, {"fields": _read(folder / "fields.yaml")}, {}),
        **_groups(thing_expressions, _read(folder / "things.yaml"), {}),
        **_groups(step_words, _read(folder / "steps.yaml"), {}),
    )


def _replies(folder: Traversable) -> Replies:
    return Replies(
        folder.name, [file.read_text("utf-8") for file in _files(folder / "replies", ".ftl")]
    )


def _learned(folder: Traversable) -> LearnedReader | None:
    return LearnedReader(folder) if folder.is_dir() else None


def _read(file: Traversable) -> Any:
    data: Any = yaml.load(file.read_text("utf-8"), Loader=_Loader)  # noqa: S506 (safe)
    return data


def _sentences(folder: Traversable) -> dict[str, Any]:
    phrases: dict[str, str] = _read(folder / "phrases.yaml")
    data = _read(folder / "hearing.yaml")
    not_lists = _compiled(data["no_list_name"], {})
    not_tasks = _compiled(data["no_task_name"], {}) if "no_task_name" in data else _NEVER
    sentences = [
        (group, said)
        for group in _groups_of_sentences(folder / "sentences")
        for said in group["said"].splitlines()
    ]
    return {
        "sentences": [
            Sentence(
                group["reads"],
                group["confidence"],
                group.get("only_known", False),
                not_lists,
                not_tasks,
                expressions_of(said, phrases),
                needed_words(said, phrases),
            )
            for group, said in sentences
        ],
        "misheard": [
            (pattern_of_any(heard, phrases, then=end), meant)
            for part, end in (("misheard", "$"), ("misheard_beginnings", ""))
            for heard, meant in data[part].items()
        ],
        "sound_alikes": data["sound_alikes"],
        "before": pattern_of_any(data["before"], phrases, in_a_row=True),
        "after": pattern_of_any(data["after"], phrases, in_a_row=True, then="$"),
        "openers": pattern_of_any(data["openers"], phrases),
        "no_list_name": not_lists,
    }


def _groups_of_sentences(folder: Traversable) -> list[Any]:
    return [group for file in _files(folder, ".yaml") for group in _read(file)]


def _files(folder: Traversable, ending: str) -> Iterator[Traversable]:
    """All of them: the order of the files and folders, and of what is in them, means nothing."""
    for each in folder.iterdir():
        if each.is_dir():
            yield from _files(each, ending)
        elif each.name.endswith(ending):
            yield each


def _words(data: dict[str, Any]) -> dict[str, Any]:
    sets: tuple[str, ...] = (
        "verbs",
        "settling",
        "unimportant",
        "musings",
        "lists",
        "foreign",
        "articles",
    )
    sets += ("dangling", "last_words")
    return {
        "unfinished": pattern_of_any(data["unfinished"], {}, then="$"),
        "out_of_reach": {
            subject: pattern_of_any(said, {}) for subject, said in data["out_of_reach"].items()
        },
        "out_of_reach_openers": {
            subject: re.compile(
                rf"(?:\s+{data['please']})?(?P<verb>\s+(?:{verbs})\b)", re.IGNORECASE
            )
            for subject, verbs in data["out_of_reach_openers"].items()
        },
        "past": _however_typed(dict(pair.split(":") for pair in data["past"].split())),
        "past_ending": _compiled(data["past_ending"], {}),
        "forms": [(re.compile(loosely(pattern)), plain) for pattern, plain in data["forms"]],
        "same_errand": [_set_of(line) for line in data["same_errand"].splitlines()],
        "example": data["example"],
        "numbers": tuple(data["numbers"].split()),
        "sounds": [(re.compile(pattern), sound) for pattern, sound in data["sounds"]],
        "same_start": tuple(data["same_start"].split()),
        **{name: _set_of(data[name]) for name in sets},
    }


def _places(data: dict[str, str]) -> dict[str, str]:
    """Zones by the names of places: each line has those of one zone, with a stroke between them."""
    return _however_typed(
        {name.strip(): zone for zone, names in data.items() for name in names.split("|")}
    )


def _times(data: dict[str, Any], again: dict[str, Any]) -> dict[str, Any]:
    named = [line.split() for line in data["months"].splitlines()]
    months = _however_typed(
        {name.lower(): at for at, names in enumerate(named, start=1) for name in names}
    )
    ordinals = _however_typed(
        {
            form: at
            for at, word in enumerate(data["ordinals"].split(), start=1)
            for form in word.split("|")
        }
    )
    delays, repeats, hints = data["delays"], again["repeats"], data["time_hints"]
    pieces = {
        "months": _any_of(months),
        "ordinals": _any_of(ordinals).replace("-", "[ -]"),
        "amounts": _any_of(delays["amounts"]),
        "units": _any_of(delays["unit_minutes"] | delays["unit_months"]),
        "duration_numbers": _any_of(data["durations"]["numbers"]),
        **{name: _any_of(repeats[name]) for name in _LISTS_OF_REPEATS},
        **data["pieces"],
    }
    hints["kinds"] = "|".join(f"(?P<{kind}>{said})" for kind, said in hints["kinds"].items())
    return {
        "duckling_locale": data["duckling_locale"],
        "months": months,
        "month_names": tuple(names[0] for names in named),
        "weekday_names": tuple(data["weekdays"].split()),
        "ordinals": ordinals,
        **_groups(time_expressions, data, pieces),
        **_groups(repeat_expressions, again, pieces),
    }


def _any_of(words: dict[str, Any]) -> str:
    """One of the words; the longest first, so that none is taken for the beginning of another."""
    return "|".join(sorted(words, key=len, reverse=True))


def _groups(module: Any, data: dict[str, Any], pieces: Pieces) -> dict[str, Any]:
    """Every group of expressions that the module has a class for, by its name."""
    groups = {
        each.name: each.type
        for each in msgspec.structs.fields(Language)
        if getattr(each.type, "__module__", "") == module.__name__ and each.name in data
    }
    return {name: _group(kind, data[name], pieces) for name, kind in groups.items()}


def _group(kind: type[Group], data: dict[str, Any], pieces: Pieces) -> Group:
    pieces = pieces | data.get("pieces", {})
    fields = msgspec.structs.fields(kind)
    unknown = data.keys() - {each.name for each in fields} - {"pieces"}
    if unknown:
        raise KeyError(f"Nothing reads {sorted(unknown)} of {kind.__name__}.")
    return kind(
        **{
            each.name: _value(each.type, data[each.name], pieces)
            if each.name in data
            else _left_out(each.type, each.name)
            for each in fields
        }
    )


def _left_out(kind: Any, name: str) -> Any:
    """What stands for something that is not said in the language: it is never found."""
    if kind == re.Pattern[str]:
        return _NEVER
    container = get_origin(kind)
    if container in (dict, list, frozenset, tuple):
        return container()
    raise KeyError(name)


def _value(kind: Any, data: Any, pieces: Pieces) -> Any:
    if kind == re.Pattern[str]:
        return _compiled(data, pieces)
    if kind == dict[str, re.Pattern[str]]:
        return {name: _compiled(said, pieces) for name, said in data.items()}
    if kind == list[re.Pattern[str]]:
        return [_compiled(said, pieces) for said in data]
    if kind == list[tuple[str, re.Pattern[str]]]:
        return [(name, _compiled(said, pieces)) for each in data for name, said in each.items()]
    if kind == frozenset[str] and isinstance(data, str):
        return _set_of(data)
    if get_origin(kind) is dict:
        data = _however_typed(data)
    return msgspec.convert(data, kind)


def _set_of(words: str) -> frozenset[str]:
    return frozenset(with_plain_spellings(words.split()))


def _however_typed(by_name: dict[str, Any]) -> dict[str, Any]:
    """The same, found also by names that are typed without the marks on their letters."""
    typed = {each: value for name, value in by_name.items() for each in plain_spellings(name)}
    return typed | by_name if typed else by_name


def _compiled(said: str, pieces: Pieces) -> re.Pattern[str]:
    expression = said.replace("\n", "")
    while _PIECE.search(expression):
        expression = _PIECE.sub(lambda found: pieces[found[1]].replace("\n", ""), expression)
    return compile_late(loosely(expression), re.IGNORECASE)
