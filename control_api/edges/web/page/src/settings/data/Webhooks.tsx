import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { MadeWebhook, Webhook } from "../../api/owned";
import { makeWebhook, readWebhooks, removeWebhook, switchWebhook } from "../../api/moving";
import { AskFirst } from "../../asking/AskFirst";
import { momentWords } from "../../tasks/moments";
import { SETTINGS } from "../../words/settings";
import { Failure } from "../form/Failure";
import { TextField } from "../form/Field";
import { Loaded } from "../form/Loaded";
import { Row } from "../form/Row";
import { ShownOnce } from "../form/ShownOnce";
import { useDoing } from "../form/useDoing";

const WEBHOOKS = ["webhooks"];
const WORDS = SETTINGS.data;

/** Addresses that are told of every change: made, switched off and on, removed. */
export function Webhooks() {
  const query = useQuery({ queryKey: WEBHOOKS, queryFn: readWebhooks });
  const client = useQueryClient();
  const [url, setUrl] = useState("");
  const [made, setMade] = useState<MadeWebhook | null>(null);
  const [asked, setAsked] = useState<Webhook | null>(null);
  const { busy, problem, run } = useDoing();

  const change = (work: () => Promise<unknown>) =>
    run(async () => {
      await work();
      await client.invalidateQueries({ queryKey: WEBHOOKS });
    });
  const make = () =>
    change(async () => {
      setMade(await makeWebhook(url.trim()));
      setUrl("");
    });

  return (
    <>
      <Loaded query={query}>
        {(webhooks) =>
          webhooks.length > 0 && (
            <ul className="things" aria-label={WORDS.webhooks}>
              {webhooks.map((webhook) => (
                <Row key={webhook.id} name={webhook.url} about={webhookWords(webhook)}>
                  <button
                    type="button"
                    className="quiet"
                    aria-label={WORDS.switchWebhook(webhook.url, !webhook.active)}
                    disabled={busy}
                    onClick={() =>
                      void change(() => switchWebhook(webhook.id, !webhook.active))
                    }
                  >
                    {webhook.active ? WORDS.turnOff : WORDS.turnOn}
                  </button>
                  <button
                    type="button"
                    className="quiet warm"
                    aria-label={WORDS.removeWebhook(webhook.url)}
                    disabled={busy}
                    onClick={() => setAsked(webhook)}
                  >
                    {SETTINGS.remove}
                  </button>
                </Row>
              ))}
            </ul>
          )
        }
      </Loaded>
      {made ? (
        <ShownOnce
          label={WORDS.webhookSecret}
          value={made.secret}
          hint={WORDS.webhookSecretHint}
          onDone={() => setMade(null)}
        />
      ) : (
        <form
          className="line-form"
          onSubmit={(event) => {
            event.preventDefault();
            void make();
          }}
        >
          <TextField
            label={WORDS.webhookUrl}
            type="url"
            placeholder="https://hooks.example.org/saydo"
            autoComplete="off"
            required
            value={url}
            onChange={(event) => setUrl(event.target.value)}
          />
          <button type="submit" className="control" disabled={busy}>
            {SETTINGS.add}
          </button>
        </form>
      )}
      <Failure>{problem}</Failure>
      {asked && (
        <AskFirst
          question={WORDS.askRemoveWebhook(asked.url)}
          yes={SETTINGS.remove}
          no={SETTINGS.cancel}
          onYes={() => {
            setAsked(null);
            void change(() => removeWebhook(asked.id));
          }}
          onNo={() => setAsked(null)}
        />
      )}
    </>
  );
}

function webhookWords({ active, failing_since, events }: Webhook): string {
  const state = !active
    ? WORDS.webhookOff
    : failing_since === null
      ? WORDS.webhookOn
      : WORDS.webhookFails(momentWords(failing_since));
  return `${state} · ${events.length === 0 ? WORDS.allEvents : WORDS.someEvents(events.length)}`;
}
