import { Section } from "../form/Section";
import { Devices } from "./Devices";
import { KeptWords } from "./KeptWords";
import { MicrophoneTest } from "./MicrophoneTest";
import { LeavingFields } from "./Leaving";
import { SpeakingFields } from "./Speaking";
import { VoiceFields } from "./VoiceFields";
import { SETTINGS } from "../../words/settings";

/** How one speaks with Saydo, and is spoken with. */
export default function Voice() {
  return (
    <>
      <Section title={SETTINGS.voice.speaking} hint={SETTINGS.voice.speakingHint}>
        <VoiceFields fields={SpeakingFields} />
      </Section>
      <Section title={SETTINGS.voice.leaving.title} hint={SETTINGS.voice.leaving.hint}>
        <VoiceFields fields={LeavingFields} />
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
