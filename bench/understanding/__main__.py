"""How well plain commands are understood: `make eval`; with ``--each``, what was not right.

With ``--spoken`` they are said and heard first; ``--sample 250`` runs only so many of them, evenly
drawn.

The cases of ``cases/`` say what is said, in which state, and what must come of it; each is run as
a request would be. Other people's phrasings are read in addition, where they are (see
`bench.understanding.phrases`).
"""

import argparse
import os
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

from rich.console import Console
from rich.progress import Progress
from rich.table import Table

from agent_worker.settings.models import read_model_settings
from bench.understanding import phrases
from bench.understanding.remembered import Remembered
from bench.understanding.spoken import Ears, sayable
from control_api.evaluation.cases import Placed, read_cases
from control_api.evaluation.judging import VERDICTS
from control_api.evaluation.running import Run, run_cases

CONSOLE = Console(width=120)
CASES = Path(__file__).with_name("cases")


HEARD = Path(__file__).with_name("heard.db")
"""What was said and heard in earlier runs."""


def main(*, each: bool, is_spoken: bool, sample: int | None = None) -> None:
    """Run every case; print what share of each kind came out right, and how long it took."""
    cases = read_cases(sorted(CASES.rglob("*.jsonl")))
    ears = None
    if is_spoken:
        cases = sayable(cases)
        ears = Ears(read_model_settings(os.environ), Remembered(HEARD))
    cases = evenly_drawn(cases, sample or len(cases))
    with Progress(console=CONSOLE, transient=True) as progress:
        bar = progress.add_task("Evaluating", total=len(cases))
        runs = run_cases(
            cases,
            lambda done, _of: progress.update(bar, completed=done),
            ears=ears,
        )
    outcomes: dict[str, Counter[str]] = defaultdict(Counter)
    for run in runs:
        outcomes[run.placed.case.kind][run.judgement.verdict] += 1
        if each and run.judgement.verdict != "right":
            tell(run)
    show("Our own cases, spoken" if is_spoken else "Our own cases", outcomes, VERDICTS)
    took_ms = sorted(ms for run in runs for ms in run.took_ms)
    CONSOLE.print(
        f"A sentence takes {took_ms[len(took_ms) // 2]:.1f} ms (p50), "
        f"{took_ms[int(len(took_ms) * 0.95)]:.1f} ms (p95), stored and answered"
    )
    if not is_spoken:
        show_others()


def evenly_drawn(cases: Sequence[Placed], count: int) -> list[Placed]:
    """So many of the cases, from the first to the last; all where there are fewer."""
    count = min(count, len(cases))
    return [cases[number * len(cases) // count] for number in range(count)]


def show_others() -> None:
    """Print the same of other people's phrasings, where they are."""
    path = phrases.phrases_file()
    if path is None:
        CONSOLE.print("No other phrasings here: SAYDO_PHRASES may name a JSON lines file of them.")
    else:
        found = phrases.read_phrases(path)
        show(f"Other people's phrasings ({path.name})", found, phrases.VERDICTS)


def tell(run: Run) -> None:
    """Print one that was not right, and why."""
    said = " / ".join(run.heard)
    CONSOLE.print(f"{run.placed.case.kind}: “{said}” {run.judgement.verdict}", markup=False)
    CONSOLE.print(f"    {run.judgement.why}", markup=False, highlight=False)


def show(title: str, outcomes: Mapping[str, Counter[str]], verdicts: Sequence[str]) -> None:
    """Print one row a kind and one for all; the first verdict is the good one."""
    table = Table(title=title)
    for heading in ("kind", "cases", *verdicts, f"{verdicts[0]}, %"):
        table.add_column(heading, justify="left" if heading == "kind" else "right")
    rows = [*outcomes.items(), ("all", sum(outcomes.values(), Counter()))]
    for kind, counts in rows:
        share = 100 * counts[verdicts[0]] / counts.total()
        numbers = (counts.total(), *(counts[verdict] for verdict in verdicts))
        table.add_row(kind, *map(str, numbers), f"{share:.0f}", end_section=kind == rows[-2][0])
    CONSOLE.print(table)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.understanding")
    parser.add_argument("--each", action="store_true", help="show each that was not right")
    parser.add_argument("--spoken", action="store_true", help="said and heard first")
    parser.add_argument("--sample", type=int, metavar="N", help="only N cases, evenly drawn")
    return parser.parse_args()


if __name__ == "__main__":
    _chosen = _options()
    main(each=_chosen.each, is_spoken=_chosen.spoken, sample=_chosen.sample)
