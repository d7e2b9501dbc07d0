import { type KeyboardEvent, useState } from "react";
import { chooseKey, resetKeys, useKeymap } from "../../keys/chosenKeys";
import { DEEDS, type Deed, deedWords, refusalOf, shownKey } from "../../keys/keymap";
import { SETTINGS } from "../../words/settings";

const WORDS = SETTINGS.choosingKeys;

/** The keys that may be others, each changed by pressing another one. */
export function ChosenKeys() {
  const keymap = useKeymap();
  const [asked, setAsked] = useState<Deed | null>(null);
  const [told, setTold] = useState("");

  const onKey = (event: KeyboardEvent, deed: Deed) => {
    // Keys that only go with others are not the one yet; Tab goes on, and takes nothing with it.
    if (asked !== deed || event.key === "Tab" || MODIFIERS.includes(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === "Escape") {
      setAsked(null);
      setTold(WORDS.cancelled);
      return;
    }
    const key = deed === "search" ? event.key.toLowerCase() : event.key;
    const shown = shownKey(deed, key);
    const refusal = refusalOf(keymap, deed, key);
    if (refusal) {
      const isTaken = "taken" in refusal;
      setTold(isTaken ? WORDS.taken(shown, deedWords(refusal.taken)) : WORDS.impossible(shown));
      return;
    }
    chooseKey(deed, key);
    setAsked(null);
    setTold(WORDS.done(deedWords(deed), shown));
  };

  return (
    <>
      <h3>{WORDS.heading}</h3>
      <p className="hint">{WORDS.hint}</p>
      <ul className="chosen-keys">
        {DEEDS.map((deed) => {
          const shown = shownKey(deed, keymap[deed]);
          return (
            <li key={deed}>
              <span aria-hidden="true">{deedWords(deed)}</span>
              <button
                type="button"
                className="control"
                aria-pressed={asked === deed}
                aria-label={
                  asked === deed ? WORDS.press : WORDS.change(deedWords(deed), shown)
                }
                onClick={() => {
                  setTold("");
                  setAsked(asked === deed ? null : deed);
                }}
                onBlur={() => setAsked(null)}
                onKeyDown={(event) => onKey(event, deed)}
              >
                {asked === deed ? WORDS.press : <kbd>{shown}</kbd>}
              </button>
            </li>
          );
        })}
      </ul>
      <p role="status" className="hint">
        {told}
      </p>
      <button
        type="button"
        className="control"
        onClick={() => {
          resetKeys();
          setTold("");
        }}
      >
        {WORDS.reset}
      </button>
    </>
  );
}

const MODIFIERS = ["Shift", "Control", "Alt", "Meta", "AltGraph"];
