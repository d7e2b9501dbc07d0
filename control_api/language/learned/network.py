"""Runs the network of a language: ONNX Runtime, one thread, some milliseconds a sentence."""

import threading
from functools import cached_property
from importlib.resources import as_file
from importlib.resources.abc import Traversable
from typing import Any

import msgspec
import numpy as np
from tokenizers import Tokenizer

from control_api.language.learned.meaning import Likely, Meaning
from control_api.language.learned.stretches import stretches_of

_LIKELIEST = 3
_LEAST = 0.05
"""Of less probability, nothing is told."""


class _Facts(msgspec.Struct, frozen=True):
    """What the outputs of the network stand for; see `training.fitting`."""

    intents: list[str]
    tags: list[str]
    temperature: float
    shapes: dict[str, list[list[str]]]
    """By intent, which kinds of stretches its sentences have together, the most first."""
    known_shapes: dict[str, list[list[str]]]
    """Of sentences that are only meant so when they name what is there."""


class LearnedReader:
    """Reads sentences. The files are read when it is first used: three tenths of a second."""

    def __init__(self, folder: Traversable) -> None:
        """`folder` has ``reader.onnx``, ``reader.json`` and ``tokenizer.json``."""
        self._folder = folder
        self._lock = threading.Lock()

    def read(self, text: str) -> Meaning:
        """What the text may mean. Blocks. Raises OSError and ValueError for broken files."""
        with self._lock:
            session, tokenizer, facts = self._loaded
        encoding = tokenizer.encode(text.lower() if len(text.lower()) == len(text) else text)
        ids = np.array([encoding.ids], dtype=np.int64)
        mask = np.ones_like(ids)
        intents, tags = session.run(["intents", "tags"], {"ids": ids, "mask": mask})
        probabilities = _softmax(intents[0] / facts.temperature)
        likeliest = np.argsort(-probabilities)[:_LIKELIEST]
        named = [facts.tags[at] for at in tags[0].argmax(-1)]
        return Meaning(
            tuple(
                _likely(facts, facts.intents[at], float(probabilities[at]))
                for at in likeliest
                if probabilities[at] >= _LEAST
            ),
            stretches_of(named, encoding.offsets, encoding.word_ids),
        )

    @cached_property
    def _loaded(self) -> tuple[Any, Tokenizer, _Facts]:
        # It takes a tenth of a second, which who only asks for the time does not wait for.
        import onnxruntime  # noqa: PLC0415

        facts = msgspec.json.decode((self._folder / "reader.json").read_bytes(), type=_Facts)
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.enable_cpu_mem_arena = False
        options.log_severity_level = 3
        # Packed weights would be kept beside the others: 9 MB, for a millisecond less.
        options.add_session_config_entry("session.disable_prepacking", "1")
        with as_file(self._folder / "reader.onnx") as path:
            session = onnxruntime.InferenceSession(
                path, options, providers=["CPUExecutionProvider"]
            )
        tokenizer = Tokenizer.from_str((self._folder / "tokenizer.json").read_text("utf-8"))
        return session, tokenizer, facts


def _likely(facts: _Facts, intent: str, probability: float) -> Likely:
    return Likely(
        intent,
        probability,
        tuple(map(frozenset, facts.shapes.get(intent, ()))),
        tuple(map(frozenset, facts.known_shapes.get(intent, ()))),
    )


def _softmax(logits: Any) -> Any:
    powers = np.exp(logits - logits.max())
    return powers / powers.sum()
