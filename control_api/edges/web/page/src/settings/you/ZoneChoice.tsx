import { saveTimeZone } from "../../api/account";
import { useSession } from "../../session/session";
import { viewerZone } from "../../tasks/due";
import { SETTINGS } from "../../words/settings";
import { Failure } from "../form/Failure";
import { Choice } from "../form/Field";
import { useDoing } from "../form/useDoing";

/** Where the person is, for what has no zone of its own. */
export function ZoneChoice() {
  const { account, onAccount } = useSession();
  const { busy, problem, run } = useDoing();
  const zone = account.time_zone;

  return (
    <div>
      <Choice
        label={SETTINGS.you.zone}
        hint={zone === viewerZone() ? undefined : SETTINGS.you.zoneHere(viewerZone())}
        value={zone}
        options={zonesWith(zone).map((each) => [each, each.replaceAll("_", " ")])}
        disabled={busy}
        onChoose={(chosen) => void run(async () => onAccount(await saveTimeZone(chosen)))}
      />
      <Failure>{problem}</Failure>
    </div>
  );
}

/** The zones that the browser knows, and the one that is set, which it may know by another name. */
function zonesWith(zone: string): string[] {
  const known = Intl.supportedValuesOf("timeZone");
  return [...new Set([...known, "UTC", zone])].sort();
}
