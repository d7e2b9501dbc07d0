"""Conditions on the texts of tasks, by the full-text indexes."""

from control_api.database.full_text import beginnings, part_of_title, phrase, plain
from control_api.kinds.tasks.lists.values import HIGHEST, LOWEST, Condition, Found, Newest, Values


def has_phrase(values: Values, text: str) -> Condition:
    """Tasks with these words, one after the other, in title, notes or comments."""
    words = phrase(text)
    return has_in_title(values, text) if words is None else _matching(values, "task_words", words)


def has_in_title(values: Values, text: str) -> Condition:
    """Tasks with the text anywhere in their title."""
    part = part_of_title(text)
    if part is not None:
        return _matching(values, "task_titles", part)
    sql = f"instr(tasks.title_key, {values.add(plain(text))}) > 0"
    # The index of titles is all that is read then; the rows are ten times as much.
    query = f"""
        SELECT position FROM tasks INDEXED BY tasks_in_order_of_title
        WHERE deleted_at IS NULL AND {sql}
    """
    return Condition(sql, (Found(query, None),))


def is_found(values: Values, text: str) -> Condition:
    """Tasks that have words beginning with those of the text, or the text in their title."""
    words, in_title = beginnings(text), has_in_title(values, text)
    # One or two letters begin half of all words: they are looked for in the title only.
    if words is None or part_of_title(text) is None:
        return in_title
    return either([_matching(values, "task_words", words), in_title])


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
