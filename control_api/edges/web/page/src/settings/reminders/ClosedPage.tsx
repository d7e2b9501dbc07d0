import { useState } from "react";
import type { Notifications } from "../../api/owned";
import { readPushKey } from "../../api/wishes";
import { askLeave } from "../../reminders/notifications";
import {
  canPush,
  keepOwnAddress,
  NoPushError,
  ownAddress,
  subscribe,
  unsubscribe,
} from "../../reminders/push";
import { SETTINGS } from "../../words/settings";
import { Failure } from "../form/Failure";
import { Switch } from "../form/Field";
import { useDoing } from "../form/useDoing";
import { browserWords } from "../you/browserWords";

interface Props {
  addresses: string[];
  onSave: (addresses: string[]) => Promise<Notifications>;
}

const WORDS = SETTINGS.reminders;

/** Whether this browser shows reminders while no page of Saydo is open. */
export function ClosedPage({ addresses, onSave }: Props) {
  const [isRefused, setRefused] = useState(false);
  const { busy, problem, run } = useDoing();
  const own = ownAddress(addresses);
  if (!canPush()) return null;

  const turnOn = async () => {
    if ((await askLeave()) !== "granted") {
      setRefused(true);
      return;
    }
    const address = await subscribe(await readPushKey(), browserWords(navigator.userAgent)).catch(
      (reason: unknown) => {
        throw reason instanceof NoPushError ? new Error(WORDS.noPush) : reason;
      },
    );
    const saved = await onSave([...addresses, address]);
    const added = saved.push.find((each) => !addresses.includes(each));
    if (added) keepOwnAddress(added);
  };
  const turnOff = async () => {
    await onSave(addresses.filter((each) => each !== own));
    await unsubscribe();
  };

  return (
    <>
      <Switch
        label={WORDS.closed}
        hint={WORDS.closedHint}
        on={own !== null}
        disabled={busy}
        onSwitch={(on) => void run(on ? turnOn : turnOff)}
      />
      <Failure>{problem ?? (isRefused ? WORDS.leave.denied : null)}</Failure>
    </>
  );
}
