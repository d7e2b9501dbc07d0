import { ROOT } from "../root";

const ADDRESS = `${ROOT}/service-worker.js`;

interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL: (url: string) => string },
  ): { createScriptURL: (url: string) => string };
}

/** Has the page open without its server, and be installed; only https and localhost allow it. */
export function registerServiceWorker(): void {
  if (!import.meta.env.PROD || !("serviceWorker" in navigator)) return;
  const { trustedTypes } = window as { trustedTypes?: TrustedTypes };
  // The content security policy wants the address of a script to be vouched for.
  const policy = trustedTypes?.createPolicy("saydo-service-worker", {
    createScriptURL: (url) => url,
  });
  const address = policy ? policy.createScriptURL(ADDRESS) : ADDRESS;
  // Without it the page is as it was; a private window has none.
  navigator.serviceWorker.register(address).catch(() => undefined);
}
