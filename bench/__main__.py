"""Run all benchmarks: `make bench`, or one by name, `python -m bench voice`."""

import asyncio
import sys
import tempfile
import time
from pathlib import Path

from bench import api, commands, memory, promises, speech, stages, store, voice
from bench.comparison import default_worker, in_default_room
from bench.results import Report, figure
from tests.voice.caller import in_room
from tests.voice.stack import Stack, running

PARTS = ("start", "api", "store", "promises", "memory", "voice", "speech", "commands")
VOICE_ROUNDS = 2
RECORDINGS = 30


def measure_running(report: Report, parts: set[str]) -> None:
    """Everything that needs a running Saydo."""
    with tempfile.TemporaryDirectory(prefix="saydo-bench-") as folder:
        began = time.monotonic()
        with running(Path(folder)) as stack:
            report.add(figure("start to ready", "s", [time.monotonic() - began]))
            if "memory" in parts:
                report.add(memory.figures(stack, "idle"))
            if "api" in parts:
                report.add(*api.tasks_over_http(stack))
                report.add(api.interpretation(stack), api.event_to_client(stack))
            if "memory" in parts:
                for count in (1, 5):
                    report.add(asyncio.run(memory.with_conversations(stack, count)))
    if "voice" in parts:
        with (
            tempfile.TemporaryDirectory(prefix="saydo-bench-") as folder,
            running(Path(folder)) as stack,
        ):
            measure_voice(report, stack)


def measure_voice(report: Report, stack: Stack) -> None:
    """Measure turns in the local voice and, where they are, people's recordings; both ways."""
    sets = {"commands": voice.local_commands(VOICE_ROUNDS)}
    folder = speech.recordings_folder()
    if folder is not None:
        sets["recordings"] = voice.human_recordings(folder, RECORDINGS)
    for name, said in sets.items():
        logged = len(stack.lines)
        ours = in_room(stack.address, stack.token)
        report.add(asyncio.run(voice.turns(ours, said, f"voice turn, caller, {name}")))
        report.add(*stages.figures(stack.lines[logged:], name))
    with default_worker(stack):
        for name, said in sets.items():
            theirs = in_default_room(stack)
            title = f"voice turn, caller, {name}, LiveKit's default turn-taking"
            report.add(asyncio.run(voice.turns(theirs, said, title)))


def main(names: list[str]) -> None:
    """Measure `names`, or everything."""
    unknown = set(names) - set(PARTS)
    if unknown:
        sys.exit(f"unknown benchmark {', '.join(sorted(unknown))}; there are {', '.join(PARTS)}")
    parts = set(names or PARTS)
    report = Report()
    if parts & {"start", "api", "memory", "voice"}:
        measure_running(report, parts)
    if "store" in parts:
        store.measure(report)
    if "promises" in parts:
        promises.measure(report)
    if "speech" in parts:
        report.add(*speech.figures())
    if "commands" in parts:
        commands.measure(report)
    report.table()
    if report.failed:
        sys.exit(f"broke off: {', '.join(report.failed)}")


if __name__ == "__main__":
    main(sys.argv[1:])
