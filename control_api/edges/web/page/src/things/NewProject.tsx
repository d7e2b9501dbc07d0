import { useState } from "react";
import { useProjects } from "../data/things";
import { TEXTS } from "../texts";
import { ColourField } from "./ColourField";
import { ThingForm } from "./ThingForm";
import { useMaking } from "./useMaking";

interface Props {
  /** It is kept, under that id. */
  onMade: (id: string) => void;
}

/** Makes a project. */
export function NewProject({ onMade }: Props) {
  const { data: projects = [] } = useProjects();
  const { make, isMaking } = useMaking(projects, onMade);
  const [colour, setColour] = useState<string | null>(null);

  return (
    <section className="plain-view" aria-labelledby="project-heading">
      <header className="view-header">
        <h1 id="project-heading" tabIndex={-1}>
          {TEXTS.things.newProject}
        </h1>
      </header>
      <ThingForm
        save={TEXTS.things.make}
        isBusy={isMaking}
        onSave={(name) =>
          make((project_id) => ({ type: "create_project", project_id, name, colour }))
        }
      >
        <ColourField colour={colour} onChange={setColour} />
      </ThingForm>
    </section>
  );
}
