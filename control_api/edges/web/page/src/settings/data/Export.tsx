import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { EXPORT_FORMATS, type ExportFormat } from "../../api/contract";
import { exportAddress, readExportReport } from "../../api/moving";
import { SETTINGS } from "../../words/settings";
import { Choice, Switch } from "../form/Field";
import { Loaded } from "../form/Loaded";
import { Amounts, Losses } from "./Report";

const WORDS = SETTINGS.data;

/** Everything as a file, and what that format has no place for. */
export function Export() {
  const [format, setFormat] = useState<ExportFormat>("saydo");
  const [hasHistory, setHistory] = useState(false);
  const report = useQuery({
    queryKey: ["exportReport", format],
    queryFn: () => readExportReport(format),
    // Every change changes it.
    staleTime: 0,
  });

  return (
    <div className="stack">
      <Choice
        label={WORDS.format}
        value={format}
        options={EXPORT_FORMATS.map((each) => [each, WORDS.formats[each]] as const)}
        onChoose={setFormat}
      />
      {format === "saydo" && (
        <Switch
          label={WORDS.history}
          hint={WORDS.historyHint}
          on={hasHistory}
          onSwitch={setHistory}
        />
      )}
      <Loaded query={report}>
        {({ counts, losses }) => (
          <div className="report">
            <Amounts counts={counts} />
            <Losses losses={losses} />
          </div>
        )}
      </Loaded>
      <a className="control link" href={exportAddress(format, hasHistory)} download>
        {WORDS.download}
      </a>
    </div>
  );
}
