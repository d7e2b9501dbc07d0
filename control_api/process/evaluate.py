"""``python -m control_api.process.evaluate FILE...``: how well cases are understood, as JSON.

For ``saydo eval``; nothing that a person has is touched.
"""

import sys
from pathlib import Path

import msgspec

from control_api.evaluation.cases import read_cases
from control_api.evaluation.judging import Verdict
from control_api.evaluation.running import Run, run_cases
from control_api.process.answered import answered
from control_api.setup.setup_error import SetupError
from shared.problems import ProblemError


class Evaluated(msgspec.Struct, frozen=True):
    """One case, and what came of it."""

    kind: str
    said: list[str]
    verdict: Verdict
    why: str
    """What is not as expected; empty when it is right."""
    reply: str
    took_ms: float
    """The slowest of its sentences."""


def main() -> int:
    """Run the cases of the files that are named; the exit code."""
    return answered(lambda: _evaluate([Path(name) for name in sys.argv[1:]]))


def _evaluate(files: list[Path]) -> list[Evaluated]:
    try:
        return [_told(run) for run in run_cases(read_cases(files), _looked)]
    except ProblemError as problem:
        raise SetupError(str(problem)) from problem


def _told(run: Run) -> Evaluated:
    case, judgement = run.placed.case, run.judgement
    reply = run.outcome.reply
    return Evaluated(
        case.kind, case.sentences, judgement.verdict, judgement.why, reply, max(run.took_ms)
    )


def _looked(done: int, of: int) -> None:
    sys.stderr.write(f"{done} {of}\n")
    sys.stderr.flush()


if __name__ == "__main__":
    sys.exit(main())
