import { useState, type FormEvent } from 'react';
import { Icon } from '../design/Icon';
import { setLanguage, useLanguage } from '../i18n/language';
import { useWords } from '../i18n/words';
import { problemText } from '../api/problemText';
import { settings } from '../api/settings';
import { session } from '../signin/session';
import { signInWords } from '../signin/words';
import { unitWords } from './words';

const storageKey = 'tocsin.unit.lastSignIn';

/** Where the unit's page begins. */
export function UnitSignIn() {
  const words = useWords(signInWords);
  const lang = useLanguage();
  const { signIn } = settings();
  return (
    <main className="u-signin">
      <div className="row">
        <img src="/icon.svg" alt="" width="48" height="48" />
        <h1 className="grow">Tocsin</h1>
        <button type="button" className="u-small" lang={lang === 'zh' ? 'en' : 'zh-Hans'} onClick={() => setLanguage(lang === 'zh' ? 'en' : 'zh')}>{lang === 'zh' ? 'English' : '中文'}</button>
      </div>
      {signIn.authority && <button type="button" className="u-next" onClick={() => void session.signInOidc(settings())}><Icon name="user" />{words.withProvider}</button>}
      {signIn.dev && <DevForm />}
      {!signIn.dev && !signIn.authority && <p className="note warn">{words.none}</p>}
    </main>
  );
}

function DevForm() {
  const words = useWords(signInWords);
  const { unit, name } = useWords(unitWords);
  const kept = JSON.parse(localStorage.getItem(storageKey) ?? '{}') as Partial<{ subject: string; unitId: string }>;
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const [subject, unitId] = [String(form.get('subject')).trim(), String(form.get('unitId')).trim()];
    setBusy(true);
    try {
      localStorage.setItem(storageKey, JSON.stringify({ subject, unitId }));
      await session.signInDev({ subject, role: 'unit', unitId, station: null });
    } catch (failure) {
      setError(problemText(failure));
      setBusy(false);
    }
  }
  return (
    <form className="stack" onSubmit={(e) => void submit(e)}>
      <h2>{words.dev} <span className="faint">{words.devHint}</span></h2>
      <label className="field"><span className="label">{unit}</span><input name="unitId" className="input u-input" required maxLength={40} autoComplete="off" autoCapitalize="characters" defaultValue={kept.unitId ?? ''} /></label>
      <label className="field"><span className="label">{name}</span><input name="subject" className="input u-input" required maxLength={100} autoComplete="username" defaultValue={kept.subject ?? ''} /></label>
      {error && <p className="note bad" role="alert">{words.failed}: {error}</p>}
      <button type="submit" className="u-next" disabled={busy}>{words.title}</button>
    </form>
  );
}
