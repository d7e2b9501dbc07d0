"""An exam with one question of each part, where all of them prove no more."""

import msgspec
import pytest

from agent_worker.exam import sitting
from agent_worker.exam.paper import Paper, read_paper


@pytest.fixture
def short_paper(monkeypatch: pytest.MonkeyPatch) -> Paper:
    whole = read_paper()
    parts = {part: questions[:1] for part, questions in whole.parts.items()}
    short = msgspec.structs.replace(whole, parts=parts)
    monkeypatch.setattr(sitting, "read_paper", lambda: short)
    return short
