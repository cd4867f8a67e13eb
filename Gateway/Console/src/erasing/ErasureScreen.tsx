import { useState, type FormEvent } from 'react';
import { command } from '../api/commands';
import { useWords } from '../i18n/words';
import { attempt } from '../incident/actions';
import { erasureWords, type ErasureField } from '../incident/erasureWords';
import { pathOf } from './erasing';
import { erasingWords } from './words';

const offered: readonly ErasureField[] = ['narrative', 'place', 'caller', 'notes', 'messages', 'feedback', 'parties', 'all'];

/** An administrator asks that something be erased, without seeing it. */
export default function ErasureScreen() {
  const words = useWords(erasingWords);
  const { fields: names } = useWords(erasureWords);
  const [thing, setThing] = useState('');
  const [reason, setReason] = useState('');
  const [chosen, setChosen] = useState<readonly ErasureField[]>([]);
  const [busy, setBusy] = useState(false);
  const path = pathOf(thing);
  const ready = path !== null && reason.trim() !== '' && chosen.length > 0 && !busy;
  async function submit(event: FormEvent) {
    event.preventDefault();
    if (!ready) return;
    setBusy(true);
    if (await attempt(() => command('POST', `${path}/erasure`, { reason: reason.trim(), fields: chosen }), words.asked)) {
      setThing('');
      setReason('');
      setChosen([]);
    }
    setBusy(false);
  }
  const toggle = (field: ErasureField) =>
    setChosen((old) => (old.includes(field) ? old.filter((f) => f !== field) : [...old, field]));
  return (
    <div className="stack">
      <div className="screen-head">
        <h1>{words.title}</h1>
        <span className="faint">{words.about}</span>
      </div>
      <form className="panel panel-body stack" onSubmit={(e) => void submit(e)}>
        <label>
          {words.thing}
          <input
            className="input"
            name="thing"
            autoComplete="off"
            maxLength={60}
            placeholder={words.thingHint}
            aria-describedby="erasing-help"
            value={thing}
            onChange={(e) => setThing(e.target.value)}
          />
        </label>
        <p id="erasing-help" className="faint">{words.thingHelp}</p>
        <fieldset className="row wrap">
          <legend>{words.fields}</legend>
          {offered.map((field) => (
            <label key={field} className="row">
              <input type="checkbox" name={field} checked={chosen.includes(field)} onChange={() => toggle(field)} />
              {names[field]}
            </label>
          ))}
        </fieldset>
        <label>
          {words.reason}
          <textarea className="input" name="reason" maxLength={500} rows={3} value={reason} onChange={(e) => setReason(e.target.value)} />
        </label>
        <span className="row">
          <button type="submit" className="button danger" disabled={!ready}>{words.ask}</button>
        </span>
      </form>
    </div>
  );
}
