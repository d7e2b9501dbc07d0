import { LanguageChoice } from "../../account/LanguageChoice";
import { useLanguage } from "../../account/useLanguage";
import { addressOf } from "../../root";
import { useSession } from "../../session/session";
import { SETTINGS } from "../../words/settings";
import { Section } from "../form/Section";
import { NameForm } from "./NameForm";
import { PasswordForm } from "./PasswordForm";
import { Phone } from "./Phone";
import { Sessions } from "./Sessions";
import { SignOut } from "./SignOut";
import { Tokens } from "./Tokens";
import { ZoneChoice } from "./ZoneChoice";

/** Who one is, and all ways to be signed in. */
export default function You() {
  const session = useSession();
  const { account } = session;
  const chooseLanguage = useLanguage(session);

  return (
    <>
      <Section title={SETTINGS.you.about}>
        <NameForm />
        <ZoneChoice />
        <div className="field">
          <LanguageChoice
            language={account.language}
            onChoose={(language) => void chooseLanguage(language)}
          />
        </div>
      </Section>
      <Section
        title={SETTINGS.you.password}
        hint={
          account.sign_in_name === null
            ? SETTINGS.you.passwordNone
            : SETTINGS.you.signInAs(account.sign_in_name)
        }
      >
        <PasswordForm key={account.sign_in_name} />
      </Section>
      <Section title={SETTINGS.you.phone}>
        <Phone address={addressOf("/")} hasPassword={account.sign_in_name !== null} />
      </Section>
      <Section title={SETTINGS.you.sessions} hint={SETTINGS.you.sessionsHint}>
        <Sessions />
        <SignOut />
      </Section>
      <Section title={SETTINGS.you.tokens} hint={SETTINGS.you.tokensHint}>
        <Tokens />
      </Section>
    </>
  );
}
