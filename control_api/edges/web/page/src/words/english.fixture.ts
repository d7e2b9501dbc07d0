import { vi } from "vitest";
import { loadSettingsTexts, showLanguage } from "./shown";

// Tests read what the page says in English, unless they show another language.
vi.stubGlobal("navigator", { languages: ["en-US"] });
await showLanguage("en");
await loadSettingsTexts();
