import { readNotifications, saveNotifications } from "../api/wishes";

/** What this browser's own address is kept under, with its secrets hidden. */
const KEPT = "saydo.push";

/** The browser can't subscribe: the service of its maker is away, or it has none. */
export class NoPushError extends Error {}

/** Whether the browser could show reminders while no page is open. */
export const canPush = (): boolean => "PushManager" in window && "serviceWorker" in navigator;

/** This browser's own of the addresses, when reminders are pushed to it. */
export const ownAddress = (addresses: readonly string[]): string | null => {
  const own = localStorage.getItem(KEPT);
  return own !== null && addresses.includes(own) ? own : null;
};

/** Whether this browser is told by its maker's service, page or no page. */
export const isPushedTo = (): boolean => localStorage.getItem(KEPT) !== null;

export const keepOwnAddress = (address: string): void => localStorage.setItem(KEPT, address);

/** Subscribes anew, and gives the address; `key` is that of the control API. Raises NoPushError. */
export async function subscribe(key: string, name: string): Promise<string> {
  const manager = await pushManager();
  if (!manager) throw new NoPushError();
  try {
    await (await manager.getSubscription())?.unsubscribe();
    const made = await manager.subscribe({ userVisibleOnly: true, applicationServerKey: key });
    return addressOf(made.toJSON(), name);
  } catch (reason) {
    throw new NoPushError(String(reason));
  }
}

/** Has nothing more sent to this browser, whoever still has its address. */
export async function unsubscribe(): Promise<void> {
  localStorage.removeItem(KEPT);
  const manager = await pushManager();
  await (await manager?.getSubscription())?.unsubscribe();
}

/** Has nothing pushed here any more when somebody leaves this browser, as far as that can be done. */
export async function leavePushes(): Promise<void> {
  if (!isPushedTo()) return;
  const wanted = await readNotifications();
  const own = ownAddress(wanted.push);
  await unsubscribe();
  if (own !== null)
    await saveNotifications({ ...wanted, push: wanted.push.filter((each) => each !== own) });
}

/** A subscription as an address like those of services. */
export function addressOf({ endpoint, keys }: PushSubscriptionJSON, name: string): string {
  const said = new URLSearchParams({
    endpoint: endpoint ?? "",
    p256dh: keys?.p256dh ?? "",
    auth: keys?.auth ?? "",
    name: name.replaceAll(/[^\p{L}\p{N}_ .-]/gu, "").slice(0, 40),
  });
  return `webpush://browser/?${said.toString()}`;
}

/** Which browser an address is of, as the person knows it; null when it is of something else. */
export function browserOf(address: string): string | null {
  const found = /^webpush:\/\/([^/]*)\//.exec(address);
  return found ? decodeURIComponent(found[1] ?? "") : null;
}

const pushManager = async (): Promise<PushManager | undefined> =>
  (await navigator.serviceWorker.getRegistration())?.pushManager;
