"""What a sentence can ask for, and how that is read."""

from collections.abc import Callable

import msgspec

from control_api.engine.plan import CommandPlan
from control_api.language.understanding.scene import Scene
from control_api.language.words.sentence import Slots

Reader = Callable[[Slots, Scene, float], CommandPlan | None]
"""From what stands in the slots, and how sure the wording makes it, to a plan; None when the words
make no sense so. The slot "said" holds the whole sentence. May raise `NoSuchDateError` and
`RepeatingError`."""


class Intent(msgspec.Struct, frozen=True):
    """One thing to ask for."""

    read: Reader
    read_known: Reader | None = None
    """For wordings that are only meant so when they name something that exists."""
