"""What `saydo models` and `saydo spending` ask of the worker on this machine; answers in JSON.

``python -m agent_worker.for_command_line list | get NAME | use NAME | examine NAME | spending``.
How far it is goes to standard error, as two numbers a line.
"""

import asyncio
import os
import sys
from collections.abc import Sequence

import msgspec
from livekit.agents import llm
from livekit.agents._exceptions import APIError

from agent_worker.exam.paper import PARTS, read_paper
from agent_worker.exam.results import Mark, Result, Results
from agent_worker.exam.sitting import sit
from agent_worker.exam.trusted import name_of, name_of_local
from agent_worker.model_host.client import ModelHost
from agent_worker.model_host.options import HostOptions
from agent_worker.model_host.supervisor import ModelHostStartError, ModelHostSupervisor
from agent_worker.models.catalogue import MODELS, Model
from agent_worker.models.choice import choose
from agent_worker.models.download import ModelMissingError, fetch_model, find_model
from agent_worker.providers.choosing import remote_llm
from agent_worker.providers.spending.report import spent
from agent_worker.settings.models import GGUF, ModelSettings, read_model_settings
from agent_worker.settings.reading import SettingsError
from agent_worker.settings.roles import RoleSettings, read_llm
from agent_worker.settings.spending import read_spending
from agent_worker.thinking.chat import LocalChat
from agent_worker.worker import MODEL_HOST

_ROLES = {"stt": "listens", "llm": "thinks", "tts": "speaks"}


class ModelReport(msgspec.Struct, frozen=True):
    """One model, as a person wants to know of it."""

    name: str
    does: str
    """What it is for, a verb."""
    title: str
    size: int | None
    """Bytes to fetch."""
    is_here: bool
    is_used: bool
    licence: str = ""
    may: list[str] | None = None
    """What a language model is trusted with; None while it has not taken the exam."""
    marks: dict[str, Mark] = {}
    memory: int | None = None
    """Bytes that it held when it took the exam, with the process around it."""


def reports(models: ModelSettings, thinking: RoleSettings) -> list[ModelReport]:
    """Tell of the models of the catalogue, and of those that are set beside it."""
    known = [_of_catalogue(model, models) for model in MODELS.values()]
    names = {name_of(provider, thinking, models) for provider in thinking.order}
    others = [
        _with_result(ModelReport(name, "thinks", "set by you", None, True, True), models)
        for name in sorted(names - set(MODELS))
    ]
    return known + others


def _of_catalogue(model: Model, models: ModelSettings) -> ModelReport:
    try:
        find_model(model, models.folder)
        is_here = True
    except ModelMissingError:
        is_here = False
    used = {models.stt_model, models.llm_model} | {
        each.name for each in MODELS.values() if each.role == "tts"
    }
    report = ModelReport(
        name=model.name,
        does=_ROLES[model.role],
        title=model.title,
        size=sum(file.size for file in model.sources[0].files),
        is_here=is_here,
        is_used=model.name in used,
        licence=model.licence,
    )
    return _with_result(report, models) if model.role == "llm" else report


def _with_result(report: ModelReport, models: ModelSettings) -> ModelReport:
    result = Results(models.folder).of(report.name)
    if result is None:
        return report
    return msgspec.structs.replace(
        report, may=sorted(result.trust()), marks=dict(result.marks), memory=result.memory
    )


async def examine(name: str, models: ModelSettings, thinking: RoleSettings) -> Result:
    """Have a model take the exam now, and keep the result.

    `name` is one of the catalogue, the path of a GGUF file, or a remote provider that is set.

    Raises:
        APIError: a remote model can't be reached.
        ModelMissingError: a local one is not here.
        ModelHostStartError: a local one can't be loaded.
        OSError: the result can't be kept.

    """
    results = Results(models.folder)
    if name in thinking.order and name != "local":
        remote = thinking.remote(name)
        async with remote_llm(remote) as model:
            result = await _sit(model, name_of(remote.name, thinking, models), at_once=4)
        results.keep(result)
        return result
    local = models.llm_model if name == "local" else name
    if not local.endswith(GGUF):
        find_model(_known(local), models.folder)
    options = HostOptions(
        models=str(models.folder),
        stt_model=models.stt_model,
        llm_model=local,
        roles=("llm",),
        threads=os.cpu_count() or 1,
    )
    supervisor = ModelHostSupervisor(options, command=MODEL_HOST)
    try:
        await supervisor.start()
        host = await ModelHost.connect(supervisor.socket_path)
        chat = LocalChat(host, conversation="exam")
        result = await _sit(chat, name_of_local(local), at_once=1)
        health = await host.health()
        await host.close()
    finally:
        await supervisor.stop()
    result = msgspec.structs.replace(result, memory=health.resident_bytes)
    results.keep(result)
    return result


async def _sit(model: llm.LLM[str], name: str, *, at_once: int) -> Result:
    number = sum(len(read_paper().parts[part]) for part in PARTS)
    done = 0

    def heard(_: object) -> None:
        nonlocal done
        done += 1
        print(done, number, file=sys.stderr, flush=True)

    return await sit(model, name, at_once=at_once, heard=heard)


def _fetch(model: Model, models: ModelSettings) -> None:
    def advance(_: str, done: int, size: int) -> None:
        print(done, size, file=sys.stderr, flush=True)

    fetch_model(model, models.folder, hub=models.hub, report=lambda _: None, advance=advance)


def _known(name: str) -> Model:
    if name not in MODELS:
        raise SettingsError(f"There is no model {name}; there are {', '.join(MODELS)}.")
    return MODELS[name]


def answer(words: Sequence[str]) -> object:
    """Answer one question of the command line. Raises what `main` tells."""
    if list(words) == ["spending"]:
        return spent(read_spending(os.environ))
    models, thinking = read_model_settings(os.environ), read_llm(os.environ)
    match words:
        case ["list"]:
            return reports(models, thinking)
        case ["get", name]:
            _fetch(_known(name), models)
            return _of_catalogue(_known(name), models)
        case ["use", name]:
            model = _known(name)
            find_model(model, models.folder)
            choose(model, models.folder)
            return _of_catalogue(model, read_model_settings(os.environ))
        case ["examine", name]:
            result = asyncio.run(examine(name, models, thinking))
            report = ModelReport(result.model, "thinks", "", None, True, True)
            return _with_result(report, models)
        case _:
            raise SettingsError(f"Nobody asks for {' '.join(words)}.")


def main() -> int:
    """Print the answer; say in one sentence what went wrong; give the exit status."""
    try:
        print(msgspec.json.encode(answer(sys.argv[1:])).decode())
    except (SettingsError, ModelMissingError, ModelHostStartError, APIError) as error:
        print(error, file=sys.stderr)
        return 1
    except OSError as error:
        print(f"{error.filename or 'A file'} can't be used: {error.strerror}.", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
