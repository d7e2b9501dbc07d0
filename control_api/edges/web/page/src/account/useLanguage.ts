import { useCallback } from "react";
import type { LanguageName, Me } from "../api/contract";
import { saveLanguage } from "../api/account";
import { ApiProblemError } from "../api/http";
import { TEXTS } from "../texts";

interface Options {
  onAccount: (account: Me) => void;
  show: (text: string) => void;
  onSignedOut: () => void;
}

/** Changes what the person speaks; what could not be kept is said, and changes nothing. */
export function useLanguage({ onAccount, show, onSignedOut }: Options) {
  return useCallback(
    async (language: LanguageName) => {
      try {
        onAccount(await saveLanguage(language));
      } catch (reason) {
        if (reason instanceof ApiProblemError && reason.signedOut) onSignedOut();
        else show(reason instanceof ApiProblemError ? reason.message : TEXTS.notice.apiAway);
      }
    },
    [onAccount, show, onSignedOut],
  );
}
