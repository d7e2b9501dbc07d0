"""The language that Saydo speaks, chosen here for the whole process."""

from control_api.language.wording.spoken import SpokenWording
from control_api.language.words.loading import load

LANGUAGE = load("en")
WORDING = SpokenWording(LANGUAGE)
