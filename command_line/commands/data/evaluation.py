"""The command that finds out how well sentences are understood."""

from collections import Counter, defaultdict
from pathlib import Path
from typing import Annotated

import msgspec
import typer

from command_line.connection.this_machine import ask_here
from command_line.terminal.errors import CommandLineError
from command_line.terminal.options import AsJson
from command_line.terminal.printing import print_json, say
from command_line.terminal.progress import working
from command_line.terminal.tables import show_table

EVALUATE = "control_api.process.evaluate"
RIGHT = "right"


class Evaluated(msgspec.Struct, frozen=True):
    """One case, as the Saydo of this machine tells of it."""

    kind: str
    said: list[str]
    verdict: str
    why: str
    reply: str
    took_ms: float


def evaluate(
    files: Annotated[
        list[Path],
        typer.Argument(metavar="FILE...", help="JSON lines, see docs/evaluation.md."),
    ],
    *,
    each: Annotated[bool, typer.Option("--each", help="Show each that is not right.")] = False,
    as_json: AsJson = False,
) -> None:
    """Find out how well sentences are understood; exit with 1 when one is not.

    Each case is run in a workspace of its own that is thrown away: your tasks are not touched.
    """
    if missing := next((file for file in files if not file.is_file()), None):
        raise CommandLineError(f"There is no file {missing}.")
    with working("Evaluating") as looked:
        paths = [str(file.absolute()) for file in files]
        cases = ask_here("", list[Evaluated], *paths, program=EVALUATE, looked=looked)
    if as_json:
        print_json({"cases": cases})
    else:
        _tell(cases, each=each)
    if any(case.verdict != RIGHT for case in cases):
        raise typer.Exit(1)


def _tell(cases: list[Evaluated], *, each: bool) -> None:
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for case in cases:
        counts[case.kind][case.verdict] += 1
        if each and case.verdict != RIGHT:
            say(f"{case.verdict}: “{' / '.join(case.said)}”")
            say(f"    {case.why}")
    verdicts = list(dict.fromkeys([RIGHT, *(case.verdict for case in cases)]))
    rows = [
        (kind, *(str(found[verdict]) for verdict in verdicts), _share(found))
        for kind, found in [*counts.items(), ("all", sum(counts.values(), Counter()))]
    ]
    show_table(("kind", *verdicts, "right, %"), rows)


def _share(found: Counter[str]) -> str:
    return f"{100 * found[RIGHT] / max(1, found.total()):.0f}"
