import { useState } from "react";
import { useData } from "../data/context";
import { TEXTS } from "../texts";
import type { Thing } from "../views/views";
import { ColourField } from "./ColourField";
import type { EditProps } from "./EditThing";
import { ThingForm } from "./ThingForm";

/** A project's name and colour, and whether it is put away or deleted. */
export function EditProject(props: EditProps<Extract<Thing, { kind: "project" }>>) {
  const { thing, onDone, onGone } = props;
  const { outbox } = useData();
  const [colour, setColour] = useState(thing.colour);
  const project = { project_id: thing.id };

  return (
    <ThingForm
      name={thing.name}
      save={TEXTS.things.save}
      onSave={(name) => {
        if (name !== thing.name || colour !== thing.colour)
          outbox.add([{ type: "update_project", ...project, name, colour }]);
        onDone();
      }}
      deeds={
        <>
          <button
            type="button"
            className="quiet"
            onClick={() => {
              outbox.add([{ type: "update_project", ...project, archived: !thing.archived }]);
              if (thing.archived) onDone();
              else onGone();
            }}
          >
            {thing.archived ? TEXTS.things.unarchive : TEXTS.things.archive}
          </button>
          <button
            type="button"
            className="quiet"
            onClick={() => {
              outbox.add([{ type: "delete_project", ...project }]);
              onGone();
            }}
          >
            {TEXTS.things.remove}
          </button>
        </>
      }
    >
      <ColourField colour={colour} onChange={setColour} />
    </ThingForm>
  );
}
