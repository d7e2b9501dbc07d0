"""Conditions on the texts of tasks, by the full-text indexes."""

from control_api.database.full_text import (
    SHORTEST_PART,
    beginnings,
    is_unspaced,
    part,
    part_key,
    phrase,
    plain,
    short_part,
)
from control_api.kinds.tasks.lists.values import HIGHEST, LOWEST, Condition, Found, Newest, Values


def has_phrase(values: Values, text: str) -> Condition:
    """Tasks with these words, one after the other, in title, notes or comments."""
    words = phrase(text)
    if words is None:
        return either(_parts(values, text))
    # Where there are no blanks between words, a word is any part.
    parts = _parts(values, text) if is_unspaced(text) else []
    return either([_matching(values, "task_words", words), *parts])


def has_in_title(values: Values, text: str) -> Condition:
    """Tasks with the text anywhere in their title."""
    asked = part(text)
    if asked is not None:
        return _matching(values, "task_titles", asked)
    sql = f"instr(tasks.title_key, {values.add(plain(text))}) > 0"
    # The index of titles is all that is read then; the rows are ten times as much.
    query = f"""
        SELECT position FROM tasks INDEXED BY tasks_in_order_of_title
        WHERE deleted_at IS NULL AND {sql}
    """
    return Condition(sql, (Found(query, None),))


def is_found(values: Values, text: str) -> Condition:
    """Tasks that have words beginning with those of the text, or the text anywhere in a text."""
    key, parts = part_key(text), _parts(values, text)
    # The beginning of a word is a part of a text; of several each may be elsewhere.
    is_one_word = key.isascii() and key.isalnum()
    words = None if is_one_word or len(key) < SHORTEST_PART else beginnings(text)
    return either(parts if words is None else [_matching(values, "task_words", words), *parts])


def _parts(values: Values, text: str) -> list[Condition]:
    """Conditions of which one is true when the text is anywhere in title, notes or comments.

    One or two letters of an alphabet are nearly everywhere: they are looked for in the title only.
    """
    in_title, asked, between = has_in_title(values, text), part(text), short_part(text)
    if asked is not None:
        return [in_title, _matching(values, "task_notes", asked)]
    if between is None or not is_unspaced(text):
        return [in_title]
    first, after = map(values.add, between)
    query = f"""
        SELECT DISTINCT doc AS position FROM task_notes_places
        WHERE term >= {first} AND term < {after}
    """
    return [in_title, Condition(f"+tasks.position IN ({query})", (Found(query, query),))]


def either(conditions: list[Condition]) -> Condition:
    """Tasks of which one of the conditions is true."""
    sql = f"({' OR '.join(condition.sql for condition in conditions)})"
    firsts = [condition.found[0] for condition in conditions if condition.found]
    if len(firsts) < len(conditions):
        return Condition(sql)
    positions = " UNION ".join(f"SELECT * FROM ({found.positions})" for found in firsts)
    rows = [f"SELECT * FROM ({found.rows})" for found in firsts if found.rows is not None]
    countable = " UNION ALL ".join(rows) if len(rows) == len(firsts) else None
    in_order = all(found.newest for found in firsts)
    newest = tuple(each for found in firsts for each in found.newest) if in_order else ()
    return Condition(sql, (Found(positions, countable, newest),))


def _matching(values: Values, index: str, asked: str) -> Condition:
    condition = f"{index} MATCH {values.add(asked)}"
    query = f"SELECT rowid AS position FROM {index} WHERE {condition}"
    # What lies outside is not even read.
    near = f"{query} AND rowid >= {LOWEST} AND rowid <= {HIGHEST}"
    found = Found(query, query, (Newest(index, condition, "rowid"),))
    return Condition(f"+tasks.position IN ({near})", (found,))
