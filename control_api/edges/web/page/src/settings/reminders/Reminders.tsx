import { useQuery, useQueryClient } from "@tanstack/react-query";
import type { Notifications } from "../../api/owned";
import { readNotifications, readSilent, saveNotifications } from "../../api/wishes";
import { useSession } from "../../session/session";
import { SETTINGS } from "../../words/settings";
import { Failure } from "../form/Failure";
import { Switch } from "../form/Field";
import { Loaded } from "../form/Loaded";
import { Section } from "../form/Section";
import { useDoing } from "../form/useDoing";
import { Addresses } from "./Addresses";
import { BrowserMessages } from "./BrowserMessages";
import { ClosedPage } from "./ClosedPage";
import { TestReminder } from "./TestReminder";

const NOTIFICATIONS = ["notifications"];
const SILENT = ["silentReminders"];
const WORDS = SETTINGS.reminders;

/** When and how one is reminded. */
export default function Reminders() {
  const wishes = useQuery({ queryKey: NOTIFICATIONS, queryFn: readNotifications });
  const silent = useQuery({ queryKey: SILENT, queryFn: readSilent });
  const client = useQueryClient();
  const { show } = useSession();
  const { busy, problem, run } = useDoing();

  const save = async (wanted: Notifications): Promise<Notifications> => {
    const saved = await saveNotifications(wanted);
    client.setQueryData(NOTIFICATIONS, saved);
    show(SETTINGS.saved);
    await client.invalidateQueries({ queryKey: SILENT });
    return saved;
  };

  return (
    <>
      <Section title={WORDS.when}>
        <Loaded query={wishes}>
          {(wanted) => (
            <>
              <Switch
                label={WORDS.atDue}
                hint={WORDS.atDueHint}
                on={wanted.remind_at_due}
                disabled={busy}
                onSwitch={(remind_at_due) => void run(() => save({ ...wanted, remind_at_due }))}
              />
              <Switch
                label={WORDS.spoken}
                hint={WORDS.spokenHint}
                on={wanted.spoken}
                disabled={busy}
                onSwitch={(spoken) => void run(() => save({ ...wanted, spoken }))}
              />
            </>
          )}
        </Loaded>
        <Failure>{problem}</Failure>
      </Section>
      <Section title={WORDS.browser}>
        <BrowserMessages />
        <Loaded query={wishes}>
          {(wanted) => (
            <ClosedPage addresses={wanted.push} onSave={(push) => save({ ...wanted, push })} />
          )}
        </Loaded>
      </Section>
      <Section title={WORDS.addresses} hint={WORDS.addressesHint}>
        <Loaded query={wishes}>
          {(wanted) => (
            <Addresses addresses={wanted.push} onSave={(push) => save({ ...wanted, push })} />
          )}
        </Loaded>
      </Section>
      <Section title={WORDS.test}>
        <TestReminder />
      </Section>
      <Section title={WORDS.silent}>
        <Loaded query={silent}>
          {(sentences) =>
            sentences.length === 0 ? (
              <p className="hint">{WORDS.noneSilent}</p>
            ) : (
              <ul className="sentences">
                {sentences.map((sentence) => (
                  <li key={sentence}>{sentence}</li>
                ))}
              </ul>
            )
          }
        </Loaded>
      </Section>
    </>
  );
}
