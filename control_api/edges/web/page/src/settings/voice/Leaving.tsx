import { SETTINGS } from "../../words/settings";
import { Choice } from "../form/Field";
import type { FieldsProps } from "./VoiceFields";

const WORDS = SETTINGS.voice.leaving;

/** What may go to a provider elsewhere, where one was chosen for this Saydo. */
export function LeavingFields({ settings, disabled, onChange }: FieldsProps) {
  return (
    <>
      <Choice
        label={WORDS.hearing}
        value={settings.hearing_leaves}
        options={[
          ["never", WORDS.never],
          ["always", WORDS.always],
        ]}
        disabled={disabled}
        onChoose={(hearing_leaves) => onChange({ hearing_leaves })}
      />
      <Choice
        label={WORDS.thinking}
        value={settings.thinking_leaves}
        options={[
          ["never", WORDS.never],
          ["questions", WORDS.questions],
          ["always", WORDS.always],
        ]}
        disabled={disabled}
        onChoose={(thinking_leaves) => onChange({ thinking_leaves })}
      />
      <Choice
        label={WORDS.speaking}
        value={settings.speaking_leaves}
        options={[
          ["never", WORDS.never],
          ["questions", WORDS.questions],
          ["always", WORDS.always],
        ]}
        disabled={disabled}
        onChoose={(speaking_leaves) => onChange({ speaking_leaves })}
      />
    </>
  );
}
