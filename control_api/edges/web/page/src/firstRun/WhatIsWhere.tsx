import type { VoiceSettings } from "../api/owned";
import { useVoiceSettings } from "../data/useVoiceSettings";
import { isOnlyHere } from "../settings/you/Phone";
import { TEXTS } from "../texts";

const WORDS = TEXTS.firstRun.stored;

/** What is stored where, and what may leave. */
export function WhatIsWhere() {
  const { data: settings } = useVoiceSettings();
  return (
    <ul className="first-run-facts">
      <li>{isOnlyHere(location.href) ? WORDS.hereFile : WORDS.thereFile(location.hostname)}</li>
      {settings && <li>{leavingWords(settings)}</li>}
      <li>{WORDS.browser}</li>
    </ul>
  );
}

/** Which providers there are only the machine knows; what they may be given is the person's to say. */
export function leavingWords(
  settings: Pick<VoiceSettings, "hearing_leaves" | "thinking_leaves" | "speaking_leaves">,
): string {
  const { hearing_leaves: hearing, thinking_leaves: thinking, speaking_leaves: speaking } = settings;
  const { leaving } = WORDS;
  const parts = [
    hearing === "never" ? "" : leaving.hearing,
    { never: "", questions: leaving.questions, always: leaving.thinking }[thinking],
    speaking === "never" ? "" : leaving.speaking,
  ].filter(Boolean);
  if (parts.length === 0) return WORDS.nothingLeaves;
  const last = parts.pop() ?? "";
  return WORDS.mayLeave(parts.length > 0 ? parts.join(", ") + WORDS.and + last : last);
}
