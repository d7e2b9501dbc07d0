import type { Proof } from "../../api/account";
import { codeFrom } from "../../account/signInCode";
import { useSession } from "../../session/session";
import { SETTINGS } from "../../words/settings";
import { TextField } from "./Field";

interface Props {
  value: string;
  onChange: (value: string) => void;
}

/** Asks for the password again, or, of who has none, for a fresh sign-in link. */
export function ProofField({ value, onChange }: Props) {
  const { account } = useSession();
  const hasPassword = account.sign_in_name !== null;
  return (
    <TextField
      label={hasPassword ? SETTINGS.proof.password : SETTINGS.proof.code}
      hint={hasPassword ? undefined : SETTINGS.proof.how}
      type={hasPassword ? "password" : "text"}
      autoComplete={hasPassword ? "current-password" : "off"}
      spellCheck={false}
      required
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

/** What the field holds, as the control API wants it. */
export const proofOf = (value: string, hasPassword: boolean): Proof =>
  hasPassword ? { password: value } : { code: codeFrom(value) };
