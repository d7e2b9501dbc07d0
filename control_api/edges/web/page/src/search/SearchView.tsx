import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { type KeyboardEvent, useEffect, useRef } from "react";
import { useSearchParams } from "wouter";
import type { Hit, Piece } from "../api/around";
import type { Task } from "../api/contract";
import { search } from "../api/control";
import { SearchIcon } from "../Icons";
import { dayIn, dueOf, dueWords, viewerZone } from "../tasks/due";
import { TEXTS } from "../texts";

const WORDS_PARAM = "q";
const LONGEST = 500;

/** The best hits for some words, as they are typed. */
export default function SearchView({ onOpen }: { onOpen: (task: Task) => void }) {
  const [params, setParams] = useSearchParams();
  const words = params.get(WORDS_PARAM) ?? "";
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const { data, isFetching } = useQuery({
    queryKey: ["search", words],
    queryFn: ({ signal }) => search(words, signal),
    enabled: words.trim() !== "",
    placeholderData: keepPreviousData,
    staleTime: 0,
    gcTime: 0,
  });
  const hits = words.trim() ? (data?.items ?? []) : [];

  useEffect(() => field.current?.focus(), []);
  const type = (text: string) =>
    setParams(
      (before) => {
        const after = new URLSearchParams(before);
        if (text) after.set(WORDS_PARAM, text);
        else after.delete(WORDS_PARAM);
        return after;
      },
      { replace: true },
    );
  const step = (event: KeyboardEvent) => {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    const stops = [field.current, ...(list.current?.querySelectorAll("button") ?? [])];
    const at = stops.findIndex((stop) => stop === document.activeElement);
    const next = stops[at + (event.key === "ArrowDown" ? 1 : -1)];
    if (at < 0 || !next) return;
    event.preventDefault();
    next.focus();
  };

  return (
    <section className="plain-view" aria-label={TEXTS.views.search} onKeyDown={step}>
      <header className="view-header">
        <h1 tabIndex={-1} className="visually-hidden">
          {TEXTS.views.search}
        </h1>
        <div className="search-box">
          <SearchIcon />
          <input
            ref={field}
            type="search"
            value={words}
            maxLength={LONGEST}
            aria-label={TEXTS.search.field}
            placeholder={TEXTS.search.field}
            autoComplete="off"
            onChange={(event) => type(event.target.value)}
          />
        </div>
      </header>
      <div className="scroller" aria-busy={isFetching}>
        <p className="visually-hidden" role="status">
          {data && words.trim() ? TEXTS.search.count(hits.length) : ""}
        </p>
        {data && words.trim() && hits.length === 0 && (
          <div className="empty">
            <p className="empty-title">{TEXTS.search.none}</p>
          </div>
        )}
        <ul ref={list} className="hits">
          {hits.map((hit) => (
            <HitRow key={hit.task.id} hit={hit} onOpen={onOpen} />
          ))}
        </ul>
      </div>
    </section>
  );
}

function HitRow({ hit, onOpen }: { hit: Hit; onOpen: (task: Task) => void }) {
  const { task, title, notes, comments } = hit;
  const due = dueOf(task, viewerZone());
  return (
    <li>
      <button type="button" className="hit" data-done={task.status === "completed"} onClick={() => onOpen(task)}>
        <span className="hit-title">
          <Pieces pieces={title} />
        </span>
        <span className="about">
          {task.status === "completed" && <span>{TEXTS.views.completed}</span>}
          {task.project && <span className="project">{task.project}</span>}
          {due && <span>{dueWords(due, dayIn(new Date(), viewerZone()))}</span>}
        </span>
        {notes.length > 0 && (
          <span className="hit-text">
            {TEXTS.search.notes}: <Pieces pieces={notes} />
          </span>
        )}
        {comments.length > 0 && (
          <span className="hit-text">
            {TEXTS.search.comments}: <Pieces pieces={comments} />
          </span>
        )}
      </button>
    </li>
  );
}

function Pieces({ pieces }: { pieces: Piece[] }) {
  return pieces.map(({ text, found }, place) =>
    found ? <mark key={place}>{text}</mark> : <span key={place}>{text}</span>,
  );
}
