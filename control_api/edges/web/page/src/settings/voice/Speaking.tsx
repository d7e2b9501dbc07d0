import { SETTINGS } from "../../words/settings";
import { Choice } from "../form/Field";
import { Slider } from "../form/Slider";
import { minuteOptions, timesWords } from "./speakingWords";
import type { FieldsProps } from "./VoiceFields";

const WORDS = SETTINGS.voice;
const SLEEP_AFTER_MIN = [5, 10, 30, 60, 0];
const LONGEST_MIN = [60, 240, 480, 0];

/** How one wants to be spoken with. */
export function SpeakingFields({ settings, disabled, onChange }: FieldsProps) {
  return (
    <>
      <Slider
        label={WORDS.speed}
        hint={WORDS.speedHint}
        value={settings.speed}
        min={0.7}
        max={1.5}
        step={0.05}
        words={timesWords}
        disabled={disabled}
        onSet={(speed) => onChange({ speed })}
      />
      <Slider
        label={WORDS.patience}
        hint={WORDS.patienceHint}
        value={settings.patience}
        min={0.5}
        max={4}
        step={0.25}
        words={timesWords}
        disabled={disabled}
        onSet={(patience) => onChange({ patience })}
      />
      <Choice
        label={WORDS.microphone}
        value={settings.microphone}
        options={[
          ["open", WORDS.microphones.open],
          ["push_to_talk", WORDS.microphones.push_to_talk],
        ]}
        disabled={disabled}
        onChoose={(microphone) => onChange({ microphone })}
      />
      <Choice
        label={WORDS.sensitivity}
        value={settings.sensitivity}
        options={[
          ["low", WORDS.sensitivities.low],
          ["normal", WORDS.sensitivities.normal],
          ["high", WORDS.sensitivities.high],
        ]}
        disabled={disabled}
        onChoose={(sensitivity) => onChange({ sensitivity })}
      />
      <Choice
        label={WORDS.sleepAfter}
        value={String(settings.sleep_after_min)}
        options={minuteOptions(SLEEP_AFTER_MIN, settings.sleep_after_min)}
        disabled={disabled}
        onChoose={(minutes) => onChange({ sleep_after_min: Number(minutes) })}
      />
      <Choice
        label={WORDS.longest}
        value={String(settings.longest_min)}
        options={minuteOptions(LONGEST_MIN, settings.longest_min)}
        disabled={disabled}
        onChoose={(minutes) => onChange({ longest_min: Number(minutes) })}
      />
    </>
  );
}
