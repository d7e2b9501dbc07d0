import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { Feed, MadeFeed } from "../../api/owned";
import { makeFeed, readFeeds, revokeFeed } from "../../api/moving";
import { AskFirst } from "../../asking/AskFirst";
import { addressOf } from "../../root";
import { dayWords } from "../../tasks/moments";
import { TEXTS } from "../../texts";
import { SETTINGS } from "../../words/settings";
import { Failure } from "../form/Failure";
import { Choice, TextField } from "../form/Field";
import { Loaded } from "../form/Loaded";
import { Row } from "../form/Row";
import { ShownOnce } from "../form/ShownOnce";
import { useDoing } from "../form/useDoing";

const FEEDS = ["feeds"];
const WORDS = SETTINGS.data;

/** Secret addresses of calendars to look at: made, shown once, revoked. */
export function Feeds() {
  const query = useQuery({ queryKey: FEEDS, queryFn: readFeeds });
  const client = useQueryClient();
  const [name, setName] = useState<string>(TEXTS.name);
  const [kind, setKind] = useState<Feed["kind"]>("event");
  const [made, setMade] = useState<MadeFeed | null>(null);
  const [asked, setAsked] = useState<Feed | null>(null);
  const { busy, problem, run } = useDoing();
  const readAgain = () => client.invalidateQueries({ queryKey: FEEDS });

  const make = () =>
    run(async () => {
      setMade(await makeFeed(name, kind));
      await readAgain();
    });
  const revoke = (feed: Feed) => {
    setAsked(null);
    void run(async () => {
      await revokeFeed(feed.id);
      await readAgain();
    });
  };

  return (
    <>
      <Loaded query={query}>
        {(feeds) =>
          feeds.length > 0 && (
            <ul className="things" aria-label={WORDS.feeds}>
              {feeds.map((feed) => (
                <Row
                  key={feed.id}
                  name={feed.name}
                  about={`${WORDS.feedKinds[feed.kind]} · ${WORDS.madeOn(dayWords(feed.created_at))}`}
                >
                  <button
                    type="button"
                    className="quiet warm"
                    aria-label={WORDS.revokeFeed(feed.name)}
                    disabled={busy}
                    onClick={() => setAsked(feed)}
                  >
                    {SETTINGS.revoke}
                  </button>
                </Row>
              ))}
            </ul>
          )
        }
      </Loaded>
      {made ? (
        <ShownOnce
          label={WORDS.madeFeed(made.name)}
          value={addressOf(made.path)}
          hint={SETTINGS.shownOnce}
          onDone={() => setMade(null)}
        />
      ) : (
        <form
          className="stack"
          onSubmit={(event) => {
            event.preventDefault();
            void make();
          }}
        >
          <div className="side-by-side">
            <TextField
              label={WORDS.feedName}
              required
              maxLength={200}
              autoComplete="off"
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
            <Choice
              label={WORDS.feedKind}
              value={kind}
              options={[
                ["event", WORDS.feedKinds.event],
                ["todo", WORDS.feedKinds.todo],
              ]}
              onChoose={setKind}
            />
          </div>
          <div className="form-deeds">
            <button type="submit" className="control" disabled={busy}>
              {WORDS.newFeed}
            </button>
          </div>
        </form>
      )}
      <Failure>{problem}</Failure>
      {asked && (
        <AskFirst
          question={WORDS.askRevokeFeed(asked.name)}
          yes={SETTINGS.revoke}
          no={SETTINGS.cancel}
          onYes={() => revoke(asked)}
          onNo={() => setAsked(null)}
        >
          <p className="hint">{WORDS.revokeFeedMeans}</p>
        </AskFirst>
      )}
    </>
  );
}
