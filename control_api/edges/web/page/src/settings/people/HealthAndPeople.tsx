import { Section } from "../form/Section";
import { Health } from "./Health";
import { Invitations } from "./Invitations";
import { People } from "./People";
import { SETTINGS } from "../../words/settings";

const WORDS = SETTINGS.people;

/** How this Saydo is, and who is in it; for its owner. */
export default function HealthAndPeople() {
  return (
    <>
      <Section title={WORDS.health}>
        <Health />
      </Section>
      <Section title={WORDS.people}>
        <People />
      </Section>
      <Section title={WORDS.invitations} hint={WORDS.invitationsHint}>
        <Invitations />
      </Section>
    </>
  );
}
