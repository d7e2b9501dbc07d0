import { useSession } from "../../session/session";
import { SETTINGS } from "../../words/settings";
import { Section } from "../form/Section";
import { Backups } from "./Backups";
import { Export } from "./Export";
import { Feeds } from "./Feeds";
import { Import } from "./Import";
import { Webhooks } from "./Webhooks";

const WORDS = SETTINGS.data;

/** Moving in and out, what is kept besides, and who else is told. */
export default function Data() {
  const { account } = useSession();
  return (
    <>
      <Section title={WORDS.import} hint={WORDS.importHint}>
        <Import />
      </Section>
      <Section title={WORDS.export} hint={WORDS.exportHint}>
        <Export />
      </Section>
      {account.is_owner && (
        <Section title={WORDS.backups} hint={WORDS.backupsHint}>
          <Backups />
        </Section>
      )}
      <Section title={WORDS.feeds} hint={WORDS.feedsHint}>
        <Feeds />
      </Section>
      <Section title={WORDS.webhooks} hint={WORDS.webhooksHint}>
        <Webhooks />
      </Section>
    </>
  );
}
