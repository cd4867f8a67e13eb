import { useEffect, useId, useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { Problem } from '../api/problem';
import { problemText } from '../api/problemText';
import { settings } from '../api/settings';
import { giveBack } from '../design/focus';
import { Icon } from '../design/Icon';
import { useWords } from '../i18n/words';
import { whenIdle } from './idle';
import { looks, type Page } from './looks';
import { session, SomebodyElse, useExpired, useLocked, usePerson } from './session';
import { signInWords } from './words';

interface Props {
  page: Page;
  /** What must be seen all the same. */
  children: ReactNode;
}

/** Covers the page when nobody has used it for the configured time, until the same person signs in again. What is open stays open. */
export function Lock(props: Props) {
  const { page } = props;
  const locked = useLocked();
  const { lockAfterSeconds, unitLockAfterSeconds } = settings();
  const seconds = page === 'unit' ? unitLockAfterSeconds : lockAfterSeconds;
  useEffect(() => {
    if (locked || !seconds) return;
    return whenIdle(seconds * 1_000, () => session.lock());
  }, [locked, seconds]);
  return locked ? <Locked {...props} /> : null;
}

function Locked({ page, children }: Props) {
  const words = useWords(signInWords);
  const person = usePerson();
  const expired = useExpired();
  const dialog = useRef<HTMLDialogElement>(null);
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const id = useId();
  // Above dialogs that are open.
  useLayoutEffect(() => {
    const element = dialog.current!;
    const opener = document.activeElement;
    element.showModal();
    return () => {
      element.close();
      giveBack(opener);
    };
  }, []);
  const subject = person?.subject ?? '';

  async function unlock() {
    setBusy(true);
    setError(null);
    try {
      await session.unlock(settings());
    } catch (failure) {
      setError(textOf(failure));
      setBusy(false);
    }
  }
  function textOf(failure: unknown): string {
    if (failure instanceof SomebodyElse) return words.lockedBy(subject);
    if (failure instanceof Problem && failure.status === 404) return words.wrongKey;
    return person?.via === 'oidc' ? words.failed : `${words.failed}: ${problemText(failure)}`;
  }
  function leave() {
    if (confirm(words.leaveLocked)) void session.signOut();
  }

  return (
    <dialog
      ref={dialog}
      className="lock"
      aria-labelledby={id}
      onCancel={(e) => e.preventDefault()}
      // The browser closes a dialog at the second Escape whatever the page says.
      onKeyDown={(e) => e.key === 'Escape' && e.preventDefault()}
    >
      {children}
      <div className="lock-card">
        <h1 id={id}><Icon name="user" />{words.locked}</h1>
        <p>{words.lockedHint(subject)}</p>
        {expired && <p className="note warn" role="alert">{words.lockedBlind}</p>}
        {error && <p className="note bad" role="alert">{error}</p>}
        <button type="button" className={looks[page].mainButton} autoFocus disabled={busy} onClick={() => void unlock()}>
          {words.unlock(subject)}
        </button>
        <button type="button" className={looks[page].button} onClick={leave}>{words.other}</button>
      </div>
    </dialog>
  );
}
