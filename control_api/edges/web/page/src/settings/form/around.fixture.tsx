import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import type { Me } from "../../api/contract";
import { SessionContext } from "../../session/session";

export const ALICE: Me = {
  id: "a",
  name: "Alice",
  time_zone: "Europe/Berlin",
  language: "en",
  has_chosen_language: true,
  sign_in_name: "alice@example.org",
  is_owner: true,
};

interface Around {
  account?: Partial<Me>;
  /** What was read, by what it is kept under. */
  read?: readonly (readonly [key: readonly string[], data: unknown])[];
}

/** What a part of the settings shows to somebody, once this was read. */
export function shown(part: ReactElement, { account = {}, read = [] }: Around = {}): string {
  const client = new QueryClient();
  for (const [key, data] of read) client.setQueryData(key, data);
  const nothing = () => undefined;
  return renderToStaticMarkup(
    <SessionContext
      value={{
        account: { ...ALICE, ...account },
        onAccount: nothing,
        onSignedOut: nothing,
        onSignOut: nothing,
        show: nothing,
      }}
    >
      <QueryClientProvider client={client}>{part}</QueryClientProvider>
    </SessionContext>,
  );
}

/** The words on the buttons, in their order. */
export const buttons = (html: string): string[] =>
  [...html.matchAll(/<button[^>]*>(.*?)<\/button>/g)].map(([, inner = ""]) =>
    inner.replace(/<[^>]*>/g, ""),
  );
