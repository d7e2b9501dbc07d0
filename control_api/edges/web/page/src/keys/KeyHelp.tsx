import { useEffect, useRef } from "react";
import { CloseIcon } from "../Icons";
import { TEXTS } from "../texts";
import { useKeymap } from "./chosenKeys";
import { type Key, keysOf } from "./keymap";
import { setSingleKeys, useSingleKeys } from "./singleKeys";

/** All keys, and the switch that turns the single letters off. */
export function KeyHelp({ onClose }: { onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const on = useSingleKeys();
  const keys = keysOf(useKeymap());

  useEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    return () => shown?.close();
  }, []);

  return (
    <dialog ref={dialog} className="key-help card" aria-labelledby="key-help" onClose={onClose}>
      <header>
        <h2 id="key-help">{TEXTS.keys.heading}</h2>
        <button
          type="button"
          className="icon"
          aria-label={TEXTS.keys.closeHelp}
          onClick={() => dialog.current?.close()}
        >
          <CloseIcon />
        </button>
      </header>
      <div className="key-columns">
        <KeyTable heading={TEXTS.keys.onPage} keys={keys.page} on={on} />
        <KeyTable heading={TEXTS.keys.inList} keys={keys.list} on={on} />
      </div>
      <label className="switch">
        <input
          type="checkbox"
          checked={on}
          onChange={(event) => setSingleKeys(event.target.checked)}
        />
        {TEXTS.keys.single}
      </label>
    </dialog>
  );
}

interface TableProps {
  heading: string;
  keys: readonly Key[];
  on: boolean;
}

function KeyTable({ heading, keys, on }: TableProps) {
  return (
    <section aria-label={heading}>
      <h3>{heading}</h3>
      <dl>
        {keys.map(({ shown, words, isSingle }) => (
          <div key={words} data-off={isSingle && !on}>
            <dt>
              <kbd>{shown}</kbd>
            </dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
