"""Command line of the worker: ``start``, ``transcribe``, ``models``."""

import argparse
import os
import sys

from rich.console import Console
from rich.progress import (
    BarColumn,
    DownloadColumn,
    Progress,
    TaskID,
    TextColumn,
    TransferSpeedColumn,
)

from agent_worker.models.catalogue import MODELS, Model
from agent_worker.models.download import ModelMissingError, fetch_model
from agent_worker.settings import ModelSettings, SettingsError, read_model_settings


def fetch_models(settings: ModelSettings, wanted: list[Model]) -> None:
    """Fetch what is missing, and shows how far it is.

    Raises:
        ModelMissingError: a model could not be had.

    """
    console = Console(stderr=True)
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
            console.print(f"{model.name}: ready in {folder}", highlight=False, soft_wrap=True)


def _wanted(settings: ModelSettings, names: list[str]) -> list[Model]:
    """Choose the models asked for; without names, the default ones and those in the settings."""
    chosen = names or [m.name for m in MODELS.values() if m.default] + [
        name for name in (settings.stt_model, settings.llm_model) if name in MODELS
    ]
    return [model for model in MODELS.values() if model.name in chosen]


def main() -> int:
    """Run the command; say in one sentence what went wrong; answer the exit status."""
    parser = argparse.ArgumentParser(prog="agent_worker", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    models = commands.add_parser("models", help="fetch the models, the default ones or by name")
    models.add_argument("names", nargs="*", choices=[[], *MODELS], metavar="NAME")
    arguments = parser.parse_args()
    try:
        settings = read_model_settings(os.environ)
        fetch_models(settings, _wanted(settings, arguments.names))
    except (SettingsError, ModelMissingError) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
