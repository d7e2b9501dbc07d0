import re

from agent_worker.models.catalogue import MODELS, PackageSource


def test_each_role_has_a_model_that_is_fetched_by_default() -> None:
    assert sorted(model.role for model in MODELS.values() if model.default) == ["llm", "stt", "tts"]


def test_each_file_of_each_source_is_pinned() -> None:
    for model in MODELS.values():
        for source in model.sources:
            for file in source.files:
                assert re.fullmatch(r"[0-9a-f]{64}", file.sha256), (model.name, file.name)
                assert file.size > 0


def test_each_file_of_a_package_source_has_its_parts() -> None:
    for model in MODELS.values():
        for source in model.sources:
            if isinstance(source, PackageSource):
                assert set(source.parts) == {file.name for file in source.files}
                assert all("==" in requirement for requirement in source.requirements)
