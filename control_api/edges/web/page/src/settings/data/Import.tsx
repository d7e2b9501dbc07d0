import { type FormEvent, useId, useState } from "react";
import { IMPORT_FORMATS, type ImportFormat } from "../../api/contract";
import type { ImportReport } from "../../api/owned";
import { newKey } from "../../api/keys";
import { importFile } from "../../api/moving";
import { useSession } from "../../session/session";
import { SETTINGS } from "../../words/settings";
import { Failure } from "../form/Failure";
import { Choice, Switch, TextField } from "../form/Field";
import { useDoing } from "../form/useDoing";
import { formatOf } from "./formatOf";
import { countWords } from "./countWords";
import { Report } from "./Report";

const WORDS = SETTINGS.data;

/** Takes a file in, once it was seen what that would do. */
export function Import() {
  const { show } = useSession();
  const [file, setFile] = useState<File | null>(null);
  const [format, setFormat] = useState<ImportFormat>("saydo");
  const [project, setProject] = useState("");
  const [preview, setPreview] = useState<ImportReport | null>(null);
  const [isForced, setForced] = useState(false);
  /** Of this file: sent again, it is imported once. */
  const [key, setKey] = useState(newKey);
  const { busy, problem, run, forget } = useDoing();
  const id = useId();

  const startOver = () => {
    setPreview(null);
    setForced(false);
    setKey(newKey());
    forget();
  };
  const choose = (chosen: File | null) => {
    startOver();
    setFile(chosen);
    if (chosen) setFormat((before) => formatOf(chosen.name) ?? before);
  };
  const look = (event: FormEvent) => {
    event.preventDefault();
    if (!file) return;
    void run(async () => setPreview(await importFile(file, { format, dryRun: true, project })));
  };
  const take = () => {
    if (!file) return;
    void run(async () => {
      const force = isForced;
      const report = await importFile(file, { format, dryRun: false, force, project, key });
      show(WORDS.imported(countWords(report.counts)), report.command_id);
      setFile(null);
      startOver();
    });
  };

  return (
    <form className="stack" onSubmit={look}>
      <div className="field">
        <label htmlFor={id}>{WORDS.file}</label>
        <input
          key={file ? "chosen" : "none"}
          id={id}
          type="file"
          required={!file}
          onChange={(event) => choose(event.target.files?.[0] ?? null)}
        />
        {file && <p className="hint">{file.name}</p>}
      </div>
      <div className="side-by-side">
        <Choice
          label={WORDS.format}
          value={format}
          options={IMPORT_FORMATS.map((each) => [each, WORDS.formats[each]] as const)}
          onChoose={(chosen) => {
            startOver();
            setFormat(chosen);
          }}
        />
        <TextField
          label={WORDS.project}
          hint={WORDS.projectHint}
          autoComplete="off"
          maxLength={200}
          value={project}
          onChange={(event) => {
            startOver();
            setProject(event.target.value);
          }}
        />
      </div>
      {preview && <Report report={preview} />}
      {preview?.stops && (
        <Switch label={WORDS.force} hint={preview.stops} on={isForced} onSwitch={setForced} />
      )}
      <Failure>{problem}</Failure>
      <div className="form-deeds">
        {preview ? (
          <button
            type="button"
            className="primary"
            disabled={busy || (preview.stops !== null && !isForced)}
            onClick={take}
          >
            {busy ? WORDS.importing : WORDS.take}
          </button>
        ) : (
          <button type="submit" className="control" disabled={busy}>
            {busy ? WORDS.reading : WORDS.look}
          </button>
        )}
        {preview && (
          <button type="button" className="quiet" disabled={busy} onClick={startOver}>
            {SETTINGS.cancel}
          </button>
        )}
      </div>
    </form>
  );
}
