"""The language that Saydo speaks, chosen here for the whole process."""

from control_api.language.wording.spoken import SpokenWording

WORDING = SpokenWording()
