import { SETTINGS } from "../../words/settings";
import { QrCode } from "./QrCode";

interface Props {
  /** Of this page. */
  address: string;
  hasPassword: boolean;
}

/** How to open Saydo on another device. */
export function Phone({ address, hasPassword }: Props) {
  if (isOnlyHere(address)) return <p className="hint">{SETTINGS.you.phoneOnlyHere}</p>;
  return (
    <div className="phone-way">
      <QrCode text={address} label={SETTINGS.you.phoneCode(address)} />
      <div>
        <p>{SETTINGS.you.phoneScan}</p>
        <p>
          <a href={address}>{address}</a>
        </p>
        <p className="hint">
          {hasPassword ? SETTINGS.you.phonePassword : SETTINGS.you.phoneNoPassword}
        </p>
        {!address.startsWith("https:") && (
          <p className="hint">{SETTINGS.you.phoneInsecure}</p>
        )}
      </div>
    </div>
  );
}

/** Whether nobody but this machine gets there. */
export function isOnlyHere(address: string): boolean {
  const { hostname } = new URL(address);
  return hostname === "localhost" || hostname.startsWith("127.") || hostname === "[::1]";
}
