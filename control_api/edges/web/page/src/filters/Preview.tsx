import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { readTaskPage } from "../api/control";
import { Failure } from "../settings/form/Failure";
import { problemWords } from "../settings/form/useDoing";
import { TEXTS } from "../texts";

/** So long nothing must be typed before the control API is asked, in milliseconds. */
const SETTLED_MS = 250;
const SHOWN = 5;

/** How many tasks a filter finds, and the first of them; or what of it can't be read. */
export function Preview({ text }: { text: string }) {
  const asked = useSettled(text.trim());
  const { data, error } = useQuery({
    queryKey: ["filterPreview", asked],
    queryFn: () => readTaskPage({ filter: asked, sort: "due" }),
    enabled: asked !== "",
    staleTime: 0,
    gcTime: 0,
    placeholderData: (before) => before,
  });
  const isKnown = asked !== "" && data !== undefined && !error;
  const count = data?.items.length ?? 0;
  const counted = data?.next_cursor ? TEXTS.filters.foundMore(count) : TEXTS.filters.found(count);
  return (
    <section className="filter-preview" aria-label={TEXTS.filters.preview}>
      <p role="status" className={isKnown ? "filter-count" : "hint"}>
        {isKnown ? counted : error ? "" : TEXTS.filters.nothingYet}
      </p>
      <Failure>{asked && error ? problemWords(error) : null}</Failure>
      {isKnown && count > 0 && (
        <ul>
          {data.items.slice(0, SHOWN).map(({ id, title }) => (
            <li key={id}>{title}</li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** A text once it has not changed for a while. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), SETTLED_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
