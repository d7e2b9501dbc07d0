import { useId, useState } from "react";
import { AddIcon, ArchiveIcon } from "../Icons";
import { useArchivedProjects, useProjects } from "../data/things";
import { TEXTS } from "../texts";
import { NEW, pathOf } from "./places";
import { RailLink } from "./RailLink";

/** The projects, where a new one is made, and those that are archived, once somebody asks. */
export function RailProjects({ here }: { here: string | null }) {
  const { data: projects = [] } = useProjects();
  const { data: archived = [] } = useArchivedProjects();
  const [isOpen, setOpen] = useState(false);
  const listId = useId();

  return (
    <>
      <ul>
        {projects.map(({ id, name, colour }) => (
          <RailLink
            key={id}
            to={pathOf("project", id)}
            icon={<Dot colour={colour} />}
            drop={() => ({ project: name })}
            {...{ here }}
          >
            {name}
          </RailLink>
        ))}
        <RailLink to={pathOf("project", NEW)} icon={<AddIcon />} {...{ here }}>
          {TEXTS.things.newProject}
        </RailLink>
        {archived.length > 0 && (
          <li className="rail-place">
            <button
              type="button"
              className="rail-link"
              aria-expanded={isOpen}
              aria-controls={listId}
              onClick={() => setOpen(!isOpen)}
            >
              <ArchiveIcon />
              <span className="words">{TEXTS.things.archived}</span>
            </button>
          </li>
        )}
      </ul>
      <ul
        id={listId}
        className="rail-below"
        aria-label={TEXTS.things.archived}
        hidden={!isOpen || archived.length === 0}
      >
        {archived.map(({ id, name, colour }) => (
          <RailLink key={id} to={pathOf("project", id)} icon={<Dot colour={colour} />} {...{ here }}>
            {name}
          </RailLink>
        ))}
      </ul>
    </>
  );
}

function Dot({ colour }: { colour: string | null }) {
  return (
    <svg className="glyph dot" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <circle cx="12" cy="12" r="5" fill={colour ?? "currentColor"} />
    </svg>
  );
}
