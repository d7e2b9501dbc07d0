"""One running Saydo for all tests of this folder that don't break it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bench.conversation.stack import Stack, running
from scripts.machine.places import models_folder


@pytest.fixture(scope="session")
def stack(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stack]:
    """All of Saydo, real, over an empty data folder."""
    with running(tmp_path_factory.mktemp("saydo")) as started:
        yield started


@pytest.fixture
def own_stack(tmp_path: Path) -> Iterator[Stack]:
    """A running Saydo that the test may break."""
    with running(tmp_path / "data") as started:
        yield started


@pytest.fixture(autouse=True)
def _models_are_there() -> None:
    if not any(models_folder().rglob("*.onnx")):
        pytest.skip("the models are not downloaded: run `make setup`")
