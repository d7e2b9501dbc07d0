"""How well plain commands are understood: `make eval`; with ``--each``, what was not read right.

The sentences of ``sentences.yaml`` are read, and judged by what they mean. Other people's
phrasings are read in addition, where they are (see `bench.understanding.phrases`).
"""

import sys
import time
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from rich.console import Console
from rich.table import Table

from bench.understanding import phrases
from bench.understanding.judging import VERDICTS, Verdict, judge
from bench.understanding.sentences import Person, Sentence, read_sentences
from control_api.engine.plan import CommandPlan
from control_api.language.understanding.interpret import interpret, warm_up
from control_api.requests.spoken import LANGUAGE

CONSOLE = Console(width=120)


def main(*, each: bool) -> None:
    """Read every sentence; print what share of each kind came out right, and how long it took."""
    person, sentences = read_sentences()
    warm_up(LANGUAGE)
    outcomes: dict[str, Counter[str]] = defaultdict(Counter)
    took_ms: list[float] = []
    for sentence in sentences:
        began = time.perf_counter()
        reading = interpret(
            sentence.say,
            language=LANGUAGE,
            now=person.now,
            time_zone=person.zone,
            known=person.known,
        )
        took_ms.append((time.perf_counter() - began) * 1000)
        verdict = judge(sentence, reading, person.known)
        outcomes[sentence.kind][verdict] += 1
        if each and verdict != "right":
            tell(sentence, verdict, reading)
    show("Our own sentences", outcomes, VERDICTS)
    took_ms.sort()
    CONSOLE.print(
        f"p50 {took_ms[len(took_ms) // 2]:.1f} ms, p95 {took_ms[int(len(took_ms) * 0.95)]:.1f} ms"
    )
    show_others(person)


def show_others(person: Person) -> None:
    """Print the same of other people's phrasings, where they are."""
    path = phrases.phrases_file()
    if path is None:
        CONSOLE.print("No other phrasings here: SAYDO_PHRASES may name a JSON lines file of them.")
    else:
        found = phrases.read_phrases(path, person)
        show(f"Other people's phrasings ({path.name})", found, phrases.VERDICTS)


def tell(sentence: Sentence, verdict: Verdict, reading: CommandPlan) -> None:
    """Print one that was not read right, and what it was taken for."""
    CONSOLE.print(f"{sentence.kind}: “{sentence.say}” {verdict}", markup=False)
    for action in reading.actions:
        CONSOLE.print(f"    {action}", markup=False, highlight=False)


def show(title: str, outcomes: Mapping[str, Counter[str]], verdicts: Sequence[str]) -> None:
    """Print one row a kind and one for all; the first verdict is the good one."""
    table = Table(title=title)
    for heading in ("kind", "sentences", *verdicts, f"{verdicts[0]}, %"):
        table.add_column(heading, justify="left" if heading == "kind" else "right")
    rows = [*outcomes.items(), ("all", sum(outcomes.values(), Counter()))]
    for kind, counts in rows:
        share = 100 * counts[verdicts[0]] / counts.total()
        numbers = (counts.total(), *(counts[verdict] for verdict in verdicts))
        table.add_row(kind, *map(str, numbers), f"{share:.0f}", end_section=kind == rows[-2][0])
    CONSOLE.print(table)


if __name__ == "__main__":
    main(each="--each" in sys.argv[1:])
