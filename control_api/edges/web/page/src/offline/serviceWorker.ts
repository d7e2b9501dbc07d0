/// <reference lib="webworker" />
// The build puts the files of the page here, and a name that only this set of files has.
declare const __FILES__: string[];
declare const __VERSION__: string;

const here = self as unknown as ServiceWorkerGlobalScope;
/** Where the page is: its own address, with a slash at the end. */
const PAGE = new URL(here.registration.scope).pathname;
/** Another Saydo of the same name, at another path, has files of its own. */
const OF_THE_PAGE = PAGE === "/" ? "saydo-files-" : `saydo-files@${PAGE}-`;
const FILES = `${OF_THE_PAGE}${__VERSION__}`;
const KEPT = new Set(__FILES__.map((name) => PAGE + name));
/** A server that has not answered by then is as good as away. */
const PATIENCE_MS = 4_000;

here.addEventListener("install", (event) => {
  // Checked with the server, whatever the browser has kept.
  const files = [PAGE, ...KEPT].map((path) => new Request(path, { cache: "no-cache" }));
  event.waitUntil(caches.open(FILES).then((cache) => cache.addAll(files)));
  void here.skipWaiting();
});

here.addEventListener("activate", (event) => {
  event.waitUntil(Promise.all([forgetFormer(), here.clients.claim()]));
});

here.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== here.location.origin) return;
  if (request.mode === "navigate") {
    // Each address of the page is the same file; what the API shows is none of it.
    if (!pathname.startsWith(`${PAGE}api`)) event.respondWith(page(request));
  } else if (KEPT.has(pathname)) {
    event.respondWith(kept(request));
  }
});

here.addEventListener("push", (event) => {
  const text = event.data?.text();
  if (text) event.waitUntil(remind(text));
});

here.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(bringUp());
});

async function remind(text: string): Promise<void> {
  const windows = await here.clients.matchAll({ type: "window" });
  // A page that is looked at shows it by itself.
  if (windows.some(({ focused }) => focused)) return;
  await here.registration.showNotification("Saydo", { body: text, icon: `${PAGE}icon-192.png`, tag: text });
}

async function bringUp(): Promise<void> {
  const [open] = await here.clients.matchAll({ type: "window" });
  if (open) await open.focus();
  else await here.clients.openWindow(PAGE);
}

async function page(request: Request): Promise<Response> {
  const fallback = () => caches.match(PAGE).then((found) => found ?? Response.error());
  try {
    const answer = await fetch(request, { signal: AbortSignal.timeout(PATIENCE_MS) });
    return answer.status >= 502 ? await fallback() : answer;
  } catch {
    return fallback();
  }
}

const kept = (request: Request): Promise<Response> =>
  caches.match(request).then((found) => found ?? fetch(request));

async function forgetFormer(): Promise<void> {
  const names = await caches.keys();
  const former = names.filter((name) => name.startsWith(OF_THE_PAGE) && name !== FILES);
  await Promise.all(former.map((name) => caches.delete(name)));
}
