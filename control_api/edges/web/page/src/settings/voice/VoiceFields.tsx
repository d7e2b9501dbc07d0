import { useQueryClient } from "@tanstack/react-query";
import type { ComponentType } from "react";
import type { ChangeSettings } from "../../api/actions";
import { runActions } from "../../api/control";
import type { VoiceSettings } from "../../api/owned";
import { VOICE_SETTINGS } from "../../data/things";
import { useVoiceSettings } from "../../data/useVoiceSettings";
import { useSession } from "../../session/session";
import { viewerZone } from "../../tasks/due";
import { Failure } from "../form/Failure";
import { Loaded } from "../form/Loaded";
import { useDoing } from "../form/useDoing";

export interface FieldsProps {
  settings: VoiceSettings;
  disabled: boolean;
  onChange: (wish: Omit<ChangeSettings, "type">) => void;
}

/** Some of the settings of conversations; each change is a command, and can be undone. */
export function VoiceFields({ fields: Fields }: { fields: ComponentType<FieldsProps> }) {
  const query = useVoiceSettings();
  const client = useQueryClient();
  const { show } = useSession();
  const { busy, problem, run } = useDoing();

  const change: FieldsProps["onChange"] = (wish) =>
    void run(async () => {
      const outcome = await runActions([{ type: "change_settings", ...wish }], viewerZone());
      show(outcome.reply, outcome.outcome === "done" ? outcome.command_id : null);
      await client.invalidateQueries({ queryKey: [VOICE_SETTINGS] });
    });

  return (
    <>
      <Loaded query={query}>
        {(settings) => <Fields settings={settings} disabled={busy} onChange={change} />}
      </Loaded>
      <Failure>{problem}</Failure>
    </>
  );
}
