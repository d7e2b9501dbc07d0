import { describe, expect, it } from "vitest";
import { browserWords } from "./browserWords";

const APPLE = "AppleWebKit/605.1.15 (KHTML, like Gecko)";

describe("what a browser is called", () => {
  it.each([
    ["Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox on Linux"],
    [`Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) ${APPLE} Version/18.0 Mobile Safari/604.1`, "Safari on iPhone"],
    ["Mozilla/5.0 (Windows NT 10.0; Win64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0", "Edge on Windows"],
    ["Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36", "Chrome on Android"],
    [`Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${APPLE} Version/18.0 Safari/605.1.15`, "Safari on macOS"],
  ])("%s", (userAgent, words) => {
    expect(browserWords(userAgent)).toBe(words);
  });

  it("is what it says of itself when nobody knows it, and unknown when it says nothing", () => {
    expect(browserWords("curl/8.5.0")).toBe("curl/8.5.0");
    expect(browserWords("")).toBe("Unknown browser");
  });
});
