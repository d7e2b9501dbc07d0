import { signInLink } from "../../account/signInCode";
import { SETTINGS } from "../../words/settings";
import { Failure } from "../form/Failure";
import { QrCode } from "./QrCode";
import { type DeviceCodeShown, useDeviceCode } from "./useDeviceCode";

interface Props {
  /** Of this page. */
  address: string;
  hasPassword: boolean;
  /** Where there is room: also a code that signs in. */
  withCode?: boolean;
}

const WORDS = SETTINGS.you;

/** How to open Saydo on another device, and to be signed in there. */
export function Phone({ address, hasPassword, withCode = true }: Props) {
  const made = useDeviceCode();
  const { code } = made;
  const leadsThere = !isOnlyHere(address);
  return (
    <div className={leadsThere ? "phone-way" : undefined}>
      {leadsThere && (
        <QrCode
          text={code === null ? address : signInLink(address, code)}
          label={code === null ? WORDS.phoneCode(address) : WORDS.phoneSignInCode(address)}
        />
      )}
      <div className="phone-words">
        {leadsThere ? (
          <>
            <p>{WORDS.phoneScan}</p>
            <p>
              <a href={address}>{address}</a>
            </p>
          </>
        ) : (
          <p className="hint">{WORDS.phoneOnlyHere}</p>
        )}
        {withCode && <SignInCode made={made} isSeenByCamera={leadsThere} />}
        {leadsThere && !withCode && <p className="hint">{WORDS.deviceCodeElsewhere}</p>}
        {leadsThere && hasPassword && <p className="hint">{WORDS.phonePassword}</p>}
        {leadsThere && !address.startsWith("https:") && (
          <p className="hint">{WORDS.phoneInsecure}</p>
        )}
      </div>
    </div>
  );
}

interface CodeProps {
  made: DeviceCodeShown;
  /** Whether the picture beside it has it, too. */
  isSeenByCamera: boolean;
}

function SignInCode({ made, isSeenByCamera }: CodeProps) {
  const { code, ends, busy, problem, show } = made;
  return (
    <>
      <div role="status">
        {code !== null && (
          <>
            <p>
              {isSeenByCamera ? WORDS.deviceCode : WORDS.deviceCodeHere}{" "}
              <strong className="device-code">{code}</strong>
            </p>
            <p className="hint">{WORDS.deviceCodeEnds(ends)}</p>
          </>
        )}
      </div>
      <Failure>{problem}</Failure>
      <button type="button" className="control" disabled={busy} onClick={() => void show()}>
        {code === null ? WORDS.showDeviceCode : WORDS.anotherDeviceCode}
      </button>
      {code === null && <p className="hint">{WORDS.deviceCodeMeans}</p>}
    </>
  );
}

/** Whether nobody but this machine gets there. */
export function isOnlyHere(address: string): boolean {
  const { hostname } = new URL(address);
  return hostname === "localhost" || hostname.startsWith("127.") || hostname === "[::1]";
}
