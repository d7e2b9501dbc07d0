"""How the events are numbered: from 1, without a gap, and none of them ever leaves the log."""

from sqlite_utils import Database


def count_events(db: Database) -> int:
    """How many events the log has."""
    (there,) = db.execute("SELECT count(*) FROM events").fetchone()
    return int(there)


def find_gaps(db: Database) -> list[str]:
    """Say in a sentence when events are missing, without looking at what they say."""
    there, last, written = db.execute("""
        SELECT count(*), coalesce(max(id), 0),
            coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'events'), 0)
        FROM events
    """).fetchone()
    return [] if there == last == written else [f"Of {written} events {there} are in the log."]
