import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { readKeptDays, saveKeptDays } from "../../api/wishes";
import { AskFirst } from "../../asking/AskFirst";
import { useSession } from "../../session/session";
import { SETTINGS } from "../../words/settings";
import { Failure } from "../form/Failure";
import { Choice } from "../form/Field";
import { Loaded } from "../form/Loaded";
import { useDoing } from "../form/useDoing";

const KEPT = ["keptDays"];
const WORDS = SETTINGS.voice;
const OFFERED = [0, 1, 7, 30, 90, 365];

/** For how long the words of conversations are kept; what becomes shorter deletes, and asks. */
export function KeptWords() {
  const query = useQuery({ queryKey: KEPT, queryFn: readKeptDays });
  const client = useQueryClient();
  const { show } = useSession();
  const [asked, setAsked] = useState<number | null>(null);
  const { busy, problem, run } = useDoing();

  const save = (days: number) => {
    setAsked(null);
    void run(async () => {
      client.setQueryData(KEPT, (await saveKeptDays(days)).keep_days);
      show(SETTINGS.saved);
    });
  };

  return (
    <>
      <Loaded query={query}>
        {(kept) => (
          <Choice
            label={WORDS.keptLabel}
            hint={WORDS.keptHint}
            value={String(kept)}
            options={[...new Set([...OFFERED, kept])]
              .sort((a, b) => a - b)
              .map((days) => [String(days), days === 0 ? WORDS.keptNot : WORDS.days(days)])}
            disabled={busy}
            onChoose={(chosen) => {
              const days = Number(chosen);
              if (days < kept) setAsked(days);
              else save(days);
            }}
          />
        )}
      </Loaded>
      <Failure>{problem}</Failure>
      {asked !== null && (
        <AskFirst
          question={asked === 0 ? WORDS.askForget : WORDS.askForgetOlder(asked)}
          yes={WORDS.forget}
          no={SETTINGS.cancel}
          onYes={() => save(asked)}
          onNo={() => setAsked(null)}
        />
      )}
    </>
  );
}
