import { Section } from "../form/Section";
import { Devices } from "./Devices";
import { KeptWords } from "./KeptWords";
import { MicrophoneTest } from "./MicrophoneTest";
import { Speaking } from "./Speaking";
import { SETTINGS } from "../../words/settings";

/** How one speaks with Saydo, and is spoken with. */
export default function Voice() {
  return (
    <>
      <Section title={SETTINGS.voice.speaking} hint={SETTINGS.voice.speakingHint}>
        <Speaking />
      </Section>
      <Section title={SETTINGS.voice.devices} hint={SETTINGS.voice.devicesHint}>
        <Devices />
        <MicrophoneTest />
      </Section>
      <Section title={SETTINGS.voice.kept}>
        <KeptWords />
      </Section>
    </>
  );
}
