import type { Thing } from "../views/views";
import { EditFilter } from "./EditFilter";
import { EditProject } from "./EditProject";

export interface EditProps<Kind extends Thing> {
  thing: Kind;
  onDone: () => void;
  /** It is put away or deleted: its list shows nothing any more. */
  onGone: () => void;
}

/** What a project or a saved filter is called, what it has, and whether there is one. */
export function EditThing({ thing, ...then }: EditProps<Thing>) {
  return thing.kind === "project" ? (
    <EditProject thing={thing} {...then} />
  ) : (
    <EditFilter thing={thing} {...then} />
  );
}
