import { describe, expect, it } from "vitest";
import type { VoiceSettings } from "../../api/owned";
import { shown } from "../form/around.fixture";
import { KeptWords } from "./KeptWords";
import { SpeakingFields } from "./Speaking";

const SETTINGS: VoiceSettings = {
  ...{ id: "s", created_at: "", updated_at: "", speed: 1.2, patience: 1, sensitivity: "low" },
  ...{ microphone: "open", sleep_after_min: 45, longest_min: 0 },
  ...{ hearing_leaves: "always", thinking_leaves: "always", speaking_leaves: "always" },
};

describe("how one is spoken with", () => {
  const html = shown(
    <SpeakingFields settings={SETTINGS} disabled={false} onChange={() => undefined} />,
  );

  it("is said in words beside each slider, and to who can't see it", () => {
    expect(html).toContain('aria-valuetext="1.2 times"');
    expect(html).toContain('aria-valuetext="as usual"');
  });

  it("shows what holds, also where it is none of what is offered", () => {
    for (const words of ["Low, for a loud room", "45 minutes", "Never"])
      expect(html).toMatch(new RegExp(`<option[^>]* selected="">${words}</option>`));
  });
});

it("shows for how long words are kept", () => {
  const html = shown(<KeptWords />, { read: [[["keptDays"], 7]] });
  expect(html).toMatch(/<option[^>]* selected="">For 7 days<\/option>/);
});
