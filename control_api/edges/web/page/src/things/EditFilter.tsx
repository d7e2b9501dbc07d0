import { useState } from "react";
import { useData } from "../data/context";
import { TextField } from "../settings/form/Field";
import { TEXTS } from "../texts";
import type { Thing } from "../views/views";
import type { EditProps } from "./EditThing";
import { ThingForm } from "./ThingForm";

const LONGEST_FILTER = 2_000;

/** A saved filter's name and what it finds, and whether it is deleted. */
export function EditFilter(props: EditProps<Extract<Thing, { kind: "filter" }>>) {
  const { thing, onDone, onGone } = props;
  const { outbox } = useData();
  const [query, setQuery] = useState(thing.query);

  return (
    <ThingForm
      name={thing.name}
      save={TEXTS.things.save}
      onSave={(name) => {
        if (name !== thing.name || query.trim() !== thing.query)
          outbox.add([
            { type: "update_filter", filter_id: thing.id, name, query: query.trim() },
          ]);
        onDone();
      }}
      deeds={
        <button
          type="button"
          className="quiet"
          onClick={() => {
            outbox.add([{ type: "delete_filter", filter_id: thing.id }]);
            onGone();
          }}
        >
          {TEXTS.things.remove}
        </button>
      }
    >
      <TextField
        label={TEXTS.things.query}
        value={query}
        required
        maxLength={LONGEST_FILTER}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => setQuery(event.target.value)}
      />
    </ThingForm>
  );
}
