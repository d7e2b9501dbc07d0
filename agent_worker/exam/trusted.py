"""Who of the language models that are set may think, and what they are trusted with."""

from pathlib import Path

import msgspec

from agent_worker.exam.results import Results
from agent_worker.models.catalogue import MODELS
from agent_worker.settings.models import ModelSettings
from agent_worker.settings.roles import Provider, RoleSettings
from agent_worker.settings.trust import Trust


class Thinkers(msgspec.Struct, frozen=True):
    """The language models of a conversation."""

    order: tuple[Provider, ...]
    trust: frozenset[Trust]
    """What each of them may do."""


def thinkers(
    llm: RoleSettings, models: ModelSettings, may: frozenset[Trust] | None = None
) -> Thinkers:
    """Choose by their results: the first that may do anything, and those that may do all it does.

    A model that has not passed what the first one has can't step in for it. `may` is what a person
    says that they may do, whatever their results.
    """
    if may is not None:
        return Thinkers(llm.order, may)
    results = Results(models.folder)
    passed = {
        provider: result.trust() if (result := results.of(name_of(provider, llm, models))) else None
        for provider in llm.order
    }
    first = next((trust for trust in passed.values() if trust), frozenset[Trust]())
    order = tuple(name for name, trust in passed.items() if trust is not None and trust >= first)
    return Thinkers(order or llm.order, first)


def needs_local(
    llm: RoleSettings, models: ModelSettings, may: frozenset[Trust] | None = None
) -> bool:
    """Whether the local model is of any use: trusted with something, or not examined yet."""
    if "local" not in llm.order:
        return False
    if may is None and Results(models.folder).of(name_of("local", llm, models)) is None:
        return True
    chosen = thinkers(llm, models, may)
    return bool(chosen.trust) and "local" in chosen.order


def name_of(provider: Provider, llm: RoleSettings, models: ModelSettings) -> str:
    """Name a model so that another one has another name."""
    if provider == "local":
        return name_of_local(models.llm_model)
    remote = llm.remote(provider)
    return f"{remote.model} at {remote.url}"


def name_of_local(model: str) -> str:
    """Name one of the catalogue, or a file by its name and size."""
    if model in MODELS:
        return model
    file = Path(model).expanduser()
    return f"{file.name} of {file.stat().st_size} bytes"
