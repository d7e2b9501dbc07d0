import { describe, expect, it } from "vitest";
import type { AccessToken, BrowserSession } from "../../api/owned";
import { buttons, shown } from "../form/around.fixture";
import { PasswordForm } from "./PasswordForm";
import { Phone } from "./Phone";
import { Sessions } from "./Sessions";
import { endOf } from "./tokenLife";
import { Tokens } from "./Tokens";

const session = (id: string, current: boolean): BrowserSession => ({
  id,
  browser: "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
  current,
  created_at: "2026-11-24T09:00:00Z",
  last_used_at: "2026-11-24T09:00:00Z",
  expires_at: "2026-12-24T09:00:00Z",
});

describe("the browsers", () => {
  it("can be signed out, but not the one in use", () => {
    const html = shown(<Sessions />, {
      read: [[["sessions"], [session("a", true), session("b", false)]]],
    });
    expect(html).toContain("this browser");
    expect(buttons(html)).toEqual(["Sign out", "Sign out everywhere else"]);
    expect(html).toContain('aria-label="Sign out Firefox on Linux"');
  });
});

describe("the password", () => {
  it("is set by who has none, and changed by who has one", () => {
    expect(buttons(shown(<PasswordForm />, { account: { sign_in_name: null } }))).toEqual([
      "Set a password",
    ]);
    expect(buttons(shown(<PasswordForm />))).toEqual(["Change the password"]);
  });
});

describe("access tokens", () => {
  const token: AccessToken = {
    ...{ id: "t", name: "My watch", scopes: ["write"], created_at: "2026-11-24T09:00:00Z" },
    ...{ expires_at: null, last_used_at: null },
  };

  it("are listed with what they may, how long, and when they were used", () => {
    const html = shown(<Tokens />, { read: [[["accessTokens"], [token]]] });
    expect(html).toContain("change tasks, and talk · never ends · not used yet");
    expect(html).toContain('aria-label="Revoke “My watch”"');
    expect(html).not.toContain("saydo_pat");
  });

  it("are good for so many days from now, or for ever", () => {
    const now = new Date("2026-11-24T09:00:00Z");
    expect(endOf("30", now)).toBe("2026-12-24T09:00:00.000Z");
    expect(endOf("never", now)).toBeNull();
  });
});

describe("the way to a phone", () => {
  it("is a code for its camera, where the address leads there", () => {
    const html = shown(<Phone address="https://saydo.example.org/" hasPassword />);
    expect(html).toContain('aria-label="Code for a camera, of https://saydo.example.org/"');
    expect(html).not.toContain("microphone");
  });

  it("signs in by a code, and by a password where there is one", () => {
    const without = shown(<Phone address="https://saydo.example.org/" hasPassword={false} />);
    expect(buttons(without)).toEqual(["Show a code to sign in with"]);
    expect(without).not.toContain("your name and password");
    const html = shown(<Phone address="https://saydo.example.org/" hasPassword />);
    expect(html).toContain("your name and password");
  });

  it("says that plain http has no microphone", () => {
    const html = shown(<Phone address="http://192.168.1.20:7300/" hasPassword={false} />);
    expect(html).toContain("over https only");
  });

  it.each(["http://127.0.0.1:7300/", "http://localhost:7300/", "http://[::1]:7300/"])(
    "is none from %s, which leads nowhere else",
    (address) => {
      expect(shown(<Phone address={address} hasPassword />)).not.toContain("<svg");
    },
  );
});
