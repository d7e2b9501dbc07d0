import type { Delivery } from "../../api/contract";
import { SETTINGS } from "../../words/settings";

/** What came of one way that a reminder took. */
export function deliveryWords({ way, to, state, error }: Delivery): string {
  const words = SETTINGS.reminders;
  const said = words.deliveries[state](to || words.ways[way]);
  return error ? `${said} ${error}` : said;
}
