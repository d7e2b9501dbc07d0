import { useState } from "react";
import { KeyHelp } from "../../keys/KeyHelp";
import { setSingleKeys, useSingleKeys } from "../../keys/singleKeys";
import { ACCENTS, DENSITIES, SCHEMES, setLook, useLook } from "../../look/look";
import { TEXTS } from "../../texts";
import { SETTINGS } from "../../words/settings";
import { Radios, Switch } from "../form/Field";
import { Section } from "../form/Section";
import { ChosenKeys } from "./ChosenKeys";

const WORDS = SETTINGS.look;

/** How this browser shows the page, and what keys do. */
export default function LookAndKeys() {
  const look = useLook();
  const on = useSingleKeys();
  const [isHelpShown, setHelpShown] = useState(false);

  return (
    <>
      <Section title={WORDS.heading} hint={WORDS.hint}>
        <Radios
          label={WORDS.scheme}
          value={look.scheme}
          options={SCHEMES.map((each) => [each, WORDS.schemes[each]] as const)}
          onChoose={(scheme) => setLook({ scheme })}
        />
        <Radios
          label={WORDS.accent}
          value={look.accent}
          options={ACCENTS.map((each) => [each, WORDS.accents[each]] as const)}
          onChoose={(accent) => setLook({ accent })}
        />
        <Radios
          label={WORDS.density}
          value={look.density}
          options={DENSITIES.map((each) => [each, WORDS.densities[each]] as const)}
          onChoose={(density) => setLook({ density })}
        />
      </Section>
      <Section title={TEXTS.keys.heading}>
        <Switch
          label={TEXTS.keys.single}
          hint={WORDS.singleHint}
          on={on}
          onSwitch={setSingleKeys}
        />
        <button type="button" className="control" onClick={() => setHelpShown(true)}>
          {WORDS.showKeys}
        </button>
        <ChosenKeys />
        {isHelpShown && <KeyHelp onClose={() => setHelpShown(false)} />}
      </Section>
    </>
  );
}
