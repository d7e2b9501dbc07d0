"""All that can be asked for: each subject brings its own, by the names that sentences read as."""

from control_api.language.understanding import (
    changing,
    creating,
    history,
    listing,
    told_done,
    unsupported,
)
from control_api.language.understanding.asking import (
    about_lists,
    about_many,
    about_one,
    about_time,
    places,
    talking,
)
from control_api.language.understanding.intent import Intent

_SUBJECTS = (
    *(about_lists, about_many, about_one, about_time, places, talking),
    *(changing, creating, history, listing, told_done, unsupported),
)

INTENTS: dict[str, Intent] = {
    name: intent for subject in _SUBJECTS for name, intent in subject.INTENTS.items()
}
