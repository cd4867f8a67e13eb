import { useState, type FormEvent } from 'react';
import { Icon } from '../design/Icon';
import { setLanguage, useLanguage } from '../i18n/language';
import { useWords } from '../i18n/words';
import { problemText } from '../api/problemText';
import { settings } from '../api/settings';
import { roles, type Role } from './claims';
import { session } from './session';
import { roleWords } from './roleWords';
import { signInWords } from './words';
import './signin.css';

const storageKey = 'tocsin.lastSignIn';

/** Where the console begins: the provider's account, or a development token on this very machine. */
export function SignIn() {
  const words = useWords(signInWords);
  const lang = useLanguage();
  const { signIn } = settings();
  return (
    <main className="signin">
      <div className="signin-card panel">
        <div className="row">
          <img src="/icon.svg" alt="" width="44" height="44" />
          <div className="grow">
            <h1>Tocsin</h1>
            <p className="quiet">{words.welcome}</p>
          </div>
          <button type="button" className="button plain" onClick={() => setLanguage(lang === 'zh' ? 'en' : 'zh')}>{lang === 'zh' ? 'English' : '中文'}</button>
        </div>
        {signIn.authority && (
          <button type="button" className="button primary" onClick={() => void session.signInOidc(settings())}><Icon name="user" />{words.withProvider}</button>
        )}
        {signIn.dev && <DevForm />}
        {!signIn.dev && !signIn.authority && <p className="note warn">{words.none}</p>}
      </div>
    </main>
  );
}

function DevForm() {
  const words = useWords(signInWords);
  const roleNames = useWords(roleWords);
  const kept = JSON.parse(localStorage.getItem(storageKey) ?? '{}') as Partial<{ subject: string; role: Role }>;
  const [role, setRole] = useState<Role>(kept.role ?? 'dispatcher');
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string) => (String(form.get(name) ?? '').trim() || null);
    setBusy(true);
    try {
      const subject = text('subject') ?? '';
      localStorage.setItem(storageKey, JSON.stringify({ subject, role }));
      await session.signInDev({ subject, role, unitId: text('unitId'), station: text('station') });
    } catch (failure) {
      setError(problemText(failure));
      setBusy(false);
    }
  }

  return (
    <form className="stack" onSubmit={(e) => void submit(e)}>
      <h2>{words.dev} <span className="faint">{words.devHint}</span></h2>
      <div className="field">
        <label htmlFor="subject">{words.name}</label>
        <input id="subject" name="subject" className="input" required maxLength={100} autoComplete="username" defaultValue={kept.subject ?? 'wang'} autoFocus />
      </div>
      <div className="field">
        <label htmlFor="role">{words.role}</label>
        <select id="role" className="input" value={role} onChange={(e) => setRole(e.target.value as Role)}>
          {roles.filter((r) => r !== 'feeder').map((r) => <option key={r} value={r}>{roleNames[r]}</option>)}
        </select>
      </div>
      {role === 'unit' && <div className="field"><label htmlFor="unitId">{words.unit}</label><input id="unitId" name="unitId" className="input" required /></div>}
      {role === 'station' && <div className="field"><label htmlFor="station">{words.station}</label><input id="station" name="station" className="input" required /></div>}
      {error && <p className="note bad" role="alert">{words.failed}: {error}</p>}
      <button type="submit" className="button primary" disabled={busy}>{words.title}</button>
    </form>
  );
}
