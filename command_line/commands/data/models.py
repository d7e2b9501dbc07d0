"""Commands about the models that listen, think and speak on this machine."""

from typing import Annotated

import msgspec
import typer

from command_line.connection.this_machine import ask_here, data_here
from command_line.terminal.errors import CommandLineError
from command_line.terminal.options import AsJson
from command_line.terminal.printing import print_json, say
from command_line.terminal.progress import working
from command_line.terminal.tables import show_table

WORKER = "agent_worker.for_command_line"
MEGA = 1_000_000

models = typer.Typer(help="The models that listen, think and speak on this machine.")
Name = Annotated[str, typer.Argument(help="As in the list.")]


class Mark(msgspec.Struct, frozen=True):
    """How one part of the exam went."""

    right: int
    of: int


class ModelReport(msgspec.Struct, frozen=True):
    """One model, as the worker of this machine tells of it."""

    name: str
    does: str
    title: str
    size: int | None
    is_here: bool
    is_used: bool
    licence: str
    may: list[str] | None
    marks: dict[str, Mark]
    memory: int | None


@models.command("list")
def list_models(*, as_json: AsJson = False) -> None:
    """List the models that are known, with their size and what they are trusted with."""
    found = ask_here(_data(), list[ModelReport], "list", program=WORKER)
    if as_json:
        print_json({"items": found})
        return
    rows = [
        (
            each.name,
            each.does,
            _megabytes(each.size),
            _megabytes(each.memory),
            "used" if each.is_used else "here" if each.is_here else "",
            _may(each) if each.does == "thinks" else "",
            each.title,
        )
        for each in found
    ]
    show_table(("model", "", "size", "memory", "", "may", "what it is"), rows)


@models.command("get")
def get_model(name: Name, *, as_json: AsJson = False) -> None:
    """Fetch a model."""
    with working(f"Fetching {name}") as looked:
        got = ask_here(_data(), ModelReport, "get", name, program=WORKER, looked=looked)
    if as_json:
        print_json(got)
    else:
        say(f"{got.name} is here. To use it: saydo models use {got.name}")


@models.command("use")
def use_model(name: Name, *, as_json: AsJson = False) -> None:
    """Use a model that is here, from the next start of Saydo on."""
    used = ask_here(_data(), ModelReport, "use", name, program=WORKER)
    if as_json:
        print_json(used)
    elif used.is_used:
        say(f"{used.name} will be used when Saydo is started again.")
    else:
        say(f"{used.name} is chosen, but a variable of the environment names another one.")


@models.command("examine")
def examine_model(name: Name, *, as_json: AsJson = False) -> None:
    """Find out what a language model may be trusted with: a known one, a file, or a provider."""
    with working(f"Examining {name}") as looked:
        seen = ask_here(_data(), ModelReport, "examine", name, program=WORKER, looked=looked)
    if as_json:
        print_json(seen)
        return
    rows = [(part, f"{mark.right} of {mark.of}") for part, mark in seen.marks.items()]
    show_table(("part", "right"), rows)
    say(f"{seen.name} may {_may(seen)}.")


def _data() -> str:
    data = data_here()
    if data is None:
        raise CommandLineError("The models are where Saydo runs: ask there.")
    return data


def _megabytes(size: int | None) -> str:
    return "" if size is None else f"{size / MEGA:,.0f} MB"


def _may(report: ModelReport) -> str:
    if report.may is None:
        return "not examined yet"
    return ", ".join(report.may) or "nothing"
