import { useState, type FormEvent, type InputHTMLAttributes } from 'react';
import { Problem } from '../api/problem';
import { problemText } from '../api/problemText';
import { useWords } from '../i18n/words';
import { roles, type Role } from './claims';
import { devKey, useDevKey } from './devKey';
import { keepSignIn, lastSignIn } from './lastSignIn';
import { looks, type Page } from './looks';
import { roleWords } from './roleWords';
import { session } from './session';
import { signInWords } from './words';

const firstSubject = { desk: 'wang', unit: '' } as const;

/** Asks for a development token. On the unit's page the role is always the unit's. */
export function DevSignInForm({ page }: { page: Page }) {
  const words = useWords(signInWords);
  const roleNames = useWords(roleWords);
  const kept = lastSignIn();
  const key = useDevKey();
  const [role, setRole] = useState<Role>(page === 'unit' ? 'unit' : (kept.role ?? 'dispatcher'));
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string) => String(form.get(name) ?? '').trim() || null;
    const as = { subject: text('subject') ?? '', role, unitId: text('unitId'), station: text('station') };
    setBusy(true);
    try {
      if (key === null) devKey.keep(text('key') ?? '');
      keepSignIn(as);
      await session.signInDev(as);
    } catch (failure) {
      setError(failure instanceof Problem && failure.status === 404 ? words.wrongKey : problemText(failure));
      setBusy(false);
    }
  }

  const input = (name: string, label: string, more: InputHTMLAttributes<HTMLInputElement>) => (
    <div className="field">
      <label htmlFor={name}>{label}</label>
      <input id={name} name={name} className={looks[page].input} required {...more} />
    </div>
  );
  const subject = input('subject', words.name, {
    maxLength: 100,
    autoComplete: 'username',
    autoFocus: page === 'desk',
    defaultValue: kept.subject ?? firstSubject[page],
  });
  const unit = input('unitId', words.unit, {
    maxLength: 40,
    autoComplete: 'off',
    autoCapitalize: 'characters',
    defaultValue: kept.unitId ?? '',
  });
  return (
    <form className="stack" onSubmit={(e) => void submit(e)}>
      <h2>{words.dev} <span className="faint">{words.devHint}</span></h2>
      {page === 'unit' ? <>{unit}{subject}</> : (
        <>
          {subject}
          <div className="field">
            <label htmlFor="role">{words.role}</label>
            <select id="role" className="input" value={role} onChange={(e) => setRole(e.target.value as Role)}>
              {roles.filter((r) => r !== 'feeder').map((r) => <option key={r} value={r}>{roleNames[r]}</option>)}
            </select>
          </div>
          {role === 'unit' && unit}
          {role === 'station' && input('station', words.station, {})}
        </>
      )}
      {key === null && (
        <>
          <p className="note info">{words.keyHint}</p>
          {input('key', words.key, { maxLength: 300, autoComplete: 'off', spellCheck: false, type: 'password' })}
        </>
      )}
      {error && <p className="note bad" role="alert">{words.failed}: {error}</p>}
      <button type="submit" className={looks[page].mainButton} disabled={busy}>{words.title}</button>
    </form>
  );
}
