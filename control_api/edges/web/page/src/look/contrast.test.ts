import { describe, expect, it } from "vitest";
import lookCss from "../styles/look.css?raw";
import themeCss from "../styles/theme.css?raw";
import { ACCENTS } from "./look";

/** What WCAG 2.2 AA wants of text. */
const LEAST = 4.5;

type Scheme = "light" | "dark";
type Colours = Record<string, Record<Scheme, string>>;

/** The variables of a rule that are one colour in each scheme. */
function coloursOf(css: string, selector: string): Colours {
  const start = css.indexOf(`${selector} {`);
  if (start < 0) return {};
  const rule = css.slice(start, css.indexOf("\n}", start));
  const found = rule.matchAll(/--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g);
  return Object.fromEntries(
    [...found].map(([, name = "", light = "", dark = ""]) => [name, { light, dark }]),
  );
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

/** What is written on what. */
const PAIRS = [
  ["accent", "surface"],
  ["accent", "paper"],
  ["accent-strong", "accent-wash"],
  ["on-accent", "accent"],
  ["on-accent", "accent-strong"],
] as const;

describe.each(ACCENTS)("with %s", (accent) => {
  const colours: Colours = {
    ...coloursOf(themeCss, ":root"),
    ...coloursOf(lookCss, `:root[data-accent="${accent}"]`),
  };

  it.each(["light", "dark"] as const)("everything can be read, %s", (scheme) => {
    for (const [ink, paper] of PAIRS) {
      const ratio = contrast(colours[ink]?.[scheme] ?? "", colours[paper]?.[scheme] ?? "");
      expect([ink, paper, ratio >= LEAST]).toEqual([ink, paper, true]);
    }
  });

  it("has colours of its own", () => {
    const own = coloursOf(lookCss, `:root[data-accent="${accent}"]`);
    expect(Object.keys(own)).toHaveLength(accent === "green" ? 0 : 5);
  });
});
