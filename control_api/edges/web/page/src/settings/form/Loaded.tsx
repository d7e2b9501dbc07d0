import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { TEXTS } from "../../texts";
import { SETTINGS } from "../../words/settings";
import { Failure } from "./Failure";
import { problemWords } from "./useDoing";

interface Props<Data> {
  query: UseQueryResult<Data>;
  children: (data: Data) => ReactNode;
}

/** What was read, once it was; else why it could not be, and a way to try again. */
export function Loaded<Data>({ query, children }: Props<Data>) {
  const { data, error, refetch } = query;
  if (data !== undefined) return children(data);
  if (!error)
    return (
      <p className="hint" aria-busy="true">
        {TEXTS.loading}
      </p>
    );
  return (
    <>
      <Failure>{problemWords(error)}</Failure>
      <button type="button" className="control" onClick={() => void refetch()}>
        {SETTINGS.again}
      </button>
    </>
  );
}
