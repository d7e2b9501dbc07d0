"""All that can be asked for: each subject brings its own, by the names that sentences read as."""

from control_api.language.understanding import (
    changing,
    creating,
    history,
    listing,
    told_done,
    unsupported,
)
from control_api.language.understanding.intent import Intent
from control_api.language.understanding.repeats import asking, birthdays

_SUBJECTS = (asking, birthdays, changing, creating, history, listing, told_done, unsupported)

INTENTS: dict[str, Intent] = {
    name: intent for subject in _SUBJECTS for name, intent in subject.INTENTS.items()
}
