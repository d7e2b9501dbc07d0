"""Command line of the worker: ``start``, ``transcribe``, ``models``, ``bears``."""

import argparse
import os
import signal
import sys

import msgspec
from rich.console import Console
from rich.progress import (
    BarColumn,
    DownloadColumn,
    Progress,
    TaskID,
    TextColumn,
    TransferSpeedColumn,
)

from agent_worker.hearing.bearing import conversations
from agent_worker.hearing.loading import hearing_threads, load
from agent_worker.models.catalogue import MODELS, Model
from agent_worker.models.download import ModelMissingError, fetch_model, find_model
from agent_worker.settings.models import ModelSettings, read_model_settings
from agent_worker.settings.reading import SettingsError
from agent_worker.settings.worker import read_settings
from agent_worker.transcribe import FileFailure, transcribe_files
from agent_worker.worker import MOST_THREADS, run


def fetch_models(settings: ModelSettings, wanted: list[Model]) -> None:
    """Fetch what is missing, and show how far it is.

    Raises:
        ModelMissingError: a model could not be had.

    """
    console = Console(stderr=True, highlight=False, soft_wrap=True)
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        DownloadColumn(),
        TransferSpeedColumn(),
    )
    with Progress(*columns, console=console, transient=True) as progress:
        tasks: dict[str, TaskID] = {}

        def advance(name: str, done: int, size: int) -> None:
            if name not in tasks:
                tasks[name] = progress.add_task(name, total=size)
            progress.update(tasks[name], completed=done)

        for model in wanted:
            folder = fetch_model(
                model, settings.folder, hub=settings.hub, report=console.print, advance=advance
            )
            console.print(f"{model.name}: ready in {folder}")


def _wanted(settings: ModelSettings, names: list[str]) -> list[Model]:
    """Choose the models asked for; without names, the default ones and those in the settings."""
    chosen = names or [m.name for m in MODELS.values() if m.default] + [
        name for name in (settings.stt_model, settings.llm_model) if name in MODELS
    ]
    return [model for model in MODELS.values() if model.name in chosen]


def transcribe(settings: ModelSettings, files: list[str], *, as_json: bool) -> int:
    """Print the text of each file; answer 1 if one could not be read.

    Raises:
        ModelMissingError: the model is not on this machine.

    """
    status = 0
    for result in transcribe_files(settings, files):
        failed = isinstance(result, FileFailure)
        status = max(status, int(failed))
        if as_json:
            print(msgspec.json.encode(result).decode(), flush=True)
        elif isinstance(result, FileFailure):
            print(result.error, file=sys.stderr)
        else:
            print(f"{result.file}: {result.text}", flush=True)
    return status


def bears(settings: ModelSettings) -> int:
    """Measure how many conversations this machine bears at a time.

    Raises:
        ModelMissingError: the model is not on this machine.

    """
    folder = find_model(MODELS[settings.stt_model], settings.folder)
    cores = os.cpu_count() or 1
    threads = min(MOST_THREADS, cores)
    return conversations(load(folder, threads), threads=hearing_threads(threads), cores=cores)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m agent_worker", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("start", help="take conversations until stopped")
    commands.add_parser("spare", help="be ready, and start at a line of standard input")
    files = commands.add_parser("transcribe", help="say what is spoken in recordings")
    files.add_argument("files", nargs="+", metavar="FILE")
    files.add_argument("--json", action="store_true", help="one JSON line a file")
    models = commands.add_parser("models", help="fetch models: the default ones, or by name")
    models.add_argument("names", nargs="*", metavar="NAME", help=f"of {', '.join(MODELS)}")
    commands.add_parser("bears", help="measure how many conversations this machine bears")
    return parser


def main() -> int:
    """Run the command; say in one sentence what went wrong; answer the exit status."""
    parser = _parser()
    arguments = parser.parse_args()
    try:
        if arguments.command == "start":
            run(read_settings(os.environ))
        elif arguments.command == "spare":
            settings_of_worker = read_settings(os.environ)
            # Where nothing comes, whoever would tell is gone.
            if sys.stdin.readline():
                run(settings_of_worker)
        elif arguments.command == "transcribe":
            settings = read_model_settings(os.environ)
            return transcribe(settings, arguments.files, as_json=arguments.json)
        elif arguments.command == "bears":
            print(bears(read_model_settings(os.environ)))
        else:
            for name in arguments.names:
                if name not in MODELS:
                    parser.error(f"there is no model {name}; there are {', '.join(MODELS)}")
            # So that folders for what is half fetched are cleared away.
            signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
            settings = read_model_settings(os.environ)
            fetch_models(settings, _wanted(settings, arguments.names))
    except (SettingsError, ModelMissingError) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
