import { useQueryClient } from "@tanstack/react-query";
import type { ChangeSettings } from "../../api/actions";
import type { VoiceSettings } from "../../api/owned";
import { runActions } from "../../api/control";
import { VOICE_SETTINGS } from "../../data/things";
import { useVoiceSettings } from "../../data/useVoiceSettings";
import { useSession } from "../../session/session";
import { viewerZone } from "../../tasks/due";
import { SETTINGS } from "../../words/settings";
import { Failure } from "../form/Failure";
import { Choice } from "../form/Field";
import { Loaded } from "../form/Loaded";
import { Slider } from "../form/Slider";
import { useDoing } from "../form/useDoing";
import { minuteOptions, timesWords } from "./speakingWords";

const WORDS = SETTINGS.voice;
const SLEEP_AFTER_MIN = [5, 10, 30, 60, 0];
const LONGEST_MIN = [60, 240, 480, 0];

type Wish = Omit<ChangeSettings, "type">;

/** How one wants to be spoken with; each change is a command, and can be undone. */
export function Speaking() {
  const query = useVoiceSettings();
  const client = useQueryClient();
  const { show } = useSession();
  const { busy, problem, run } = useDoing();

  const change = (wish: Wish) =>
    run(async () => {
      const outcome = await runActions([{ type: "change_settings", ...wish }], viewerZone());
      show(outcome.reply, outcome.outcome === "done" ? outcome.command_id : null);
      await client.invalidateQueries({ queryKey: [VOICE_SETTINGS] });
    });

  return (
    <>
      <Loaded query={query}>
        {(settings) => (
          <SpeakingFields
            settings={settings}
            disabled={busy}
            onChange={(wish) => void change(wish)}
          />
        )}
      </Loaded>
      <Failure>{problem}</Failure>
    </>
  );
}

interface FieldsProps {
  settings: VoiceSettings;
  disabled: boolean;
  onChange: (wish: Wish) => void;
}

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
