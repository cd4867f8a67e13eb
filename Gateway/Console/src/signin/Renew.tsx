import { useState } from 'react';
import { Problem } from '../api/problem';
import { problemText } from '../api/problemText';
import { settings } from '../api/settings';
import { Dialog } from '../design/Dialog';
import { useWords } from '../i18n/words';
import { looks, type Page } from './looks';
import { roleWords } from './roleWords';
import { session, useAsksToRenew, useBlocked, useLocked, usePerson } from './session';
import { signInWords } from './words';

/** Over whatever is open, dialogs too: the same person signs in again, and goes on typing. Unlocking a page does so as well. */
export function Renew({ page, signOut }: { page: Page; signOut: () => void }) {
  const locked = useLocked();
  return useAsksToRenew() && !locked ? <Asked page={page} signOut={signOut} /> : null;
}

function Asked({ page, signOut }: { page: Page; signOut: () => void }) {
  const words = useWords(signInWords);
  const roleNames = useWords(roleWords);
  const person = usePerson();
  const blocked = useBlocked();
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  if (!person) return null;
  const who = [person.subject, ...person.roles.map((r) => roleNames[r])].join(' · ');

  async function renew() {
    setBusy(true);
    setError(null);
    try {
      await session.renewInPlace(settings());
    } catch (failure) {
      const isKey = failure instanceof Problem && failure.status === 404;
      setError(person!.via === 'oidc' ? words.failed : isKey ? words.wrongKey : `${words.failed}: ${problemText(failure)}`);
      setBusy(false);
    }
  }

  return (
    <Dialog title={blocked ? words.blocked : words.ended} onClose={() => session.renewLater(true)}>
      <div className="stack">
        <p>{blocked ? words.blockedHint : words.endedHint}</p>
        {error && <p className="note bad" role="alert">{error}</p>}
        <button type="button" className={looks[page].mainButton} data-focus="" disabled={busy} onClick={() => void renew()}>
          {person.via === 'oidc' ? words.againInWindow : words.again(who)}
        </button>
        <button type="button" className={looks[page].button} onClick={() => session.renewLater(true)}>{words.later}</button>
        <button type="button" className={looks[page].button} onClick={signOut}>{words.other}</button>
      </div>
    </Dialog>
  );
}
