import { numberWords } from "../../words/locale";
import { SETTINGS } from "../../words/settings";

/** How large something is, in the largest unit of which there is one at least. */
export function bytesWords(bytes: number): string {
  const units = SETTINGS.data.bytes;
  let amount = bytes;
  let unit = 0;
  while (amount >= 1_000 && unit < units.length - 1) {
    amount /= 1_000;
    unit += 1;
  }
  const digits = amount < 10 && unit > 0 ? 1 : 0;
  const number = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  return `${numberWords(amount, number)} ${units[unit]}`;
}
