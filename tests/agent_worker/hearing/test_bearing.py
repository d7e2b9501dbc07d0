import pytest

from agent_worker.hearing.bearing import _REFERENCE_S, borne, conversations
from agent_worker.hearing.loading import hearing_threads, load
from agent_worker.models.catalogue import MODELS
from agent_worker.models.download import find_model
from scripts.machine.places import models_folder


@pytest.mark.parametrize(
    ("slower", "threads", "cores", "expected"),
    [
        (1, 1, 2, 10),
        (2, 1, 2, 5),
        (5, 1, 4, 2),
        (5, 2, 4, 4),
        (100, 1, 1, 1),
        (0.1, 1, 2, 10),
        (0.1, 2, 8, 40),
    ],
)
def test_a_slower_machine_bears_fewer_and_none_less_than_one(
    slower: float, threads: int, cores: int, expected: int
) -> None:
    assert borne(_REFERENCE_S * slower, threads, cores) == expected


@pytest.mark.parametrize(("threads", "expected"), [(1, 1), (2, 1), (4, 2)])
def test_hearing_leaves_half_of_the_threads_to_all_else(threads: int, expected: int) -> None:
    assert hearing_threads(threads) == expected


@pytest.mark.models
def test_this_machine_bears_some() -> None:
    whisper = load(find_model(MODELS["whisper-base"], models_folder()), threads=2)
    assert 0 < whisper.time_encoding() < 60
    assert 1 <= conversations(whisper, threads=1, cores=2) <= 10
