import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { Icon } from '../design/Icon';
import { useWords } from '../i18n/words';
import { useUnits } from '../live/live';
import { useStationNames, useStations } from '../stations/names';
import { issueWords } from './issueWords';
import type { Needs } from './kinds';
import { keysOf, offersOf, recipientsMax, type RecipientKey } from './recipient';

interface Props {
  /** Who alone is offered; null: everybody. */
  only: Needs['only'];
  error: string | null;
}

/** Chooses several recipients: what is typed finds them, Enter takes the first, Backspace in the empty line takes the last away. */
export function RecipientField({ only, error }: Props) {
  const words = useWords(issueWords);
  const id = useId();
  const kept = useRef<HTMLTextAreaElement>(null);
  const line = useRef<HTMLInputElement>(null);
  const [chosen, setChosen] = useState<readonly RecipientKey[]>([]);
  const [typed, setTyped] = useState('');
  const [isOpen, setOpen] = useState(false);
  const stations = useStations();
  const units = useUnits();
  const nameOf = useStationNames();
  const hint = only === null ? words.toHint : only === 'bodies' ? words.toBodiesHint : words.toDesksHint;
  const offers = isOpen && chosen.length < recipientsMax ? offersOf(typed, chosen, { stations, units }, only) : [];

  // What was chosen before the page was closed is put back into the kept line itself.
  useEffect(() => {
    setChosen(keysOf(kept.current!.value));
    setTyped(line.current!.value);
  }, []);

  function set(next: readonly RecipientKey[]) {
    kept.current!.value = next.join('\n');
    kept.current!.dispatchEvent(new Event('input', { bubbles: true }));
    setChosen(next);
    setTyped('');
    line.current!.focus();
  }
  function key(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Enter' && typed.trim() !== '') {
      if (offers[0]) set([...chosen, offers[0].key]);
    } else if (event.key === 'Backspace' && typed === '' && chosen.length > 0) set(chosen.slice(0, -1));
    else return;
    event.preventDefault();
  }
  const spoken = (of: RecipientKey) => {
    const word = of.slice(of.indexOf('/') + 1);
    return of.startsWith('station/') ? nameOf(word) : word;
  };

  return (
    <div
      className="field recipients"
      onFocus={() => setOpen(true)}
      onBlur={(e) => !e.currentTarget.contains(e.relatedTarget) && setOpen(false)}
    >
      <label htmlFor={id}>{words.to}</label>
      {/* Not of type hidden: what is kept of a form is put back into its fields. */}
      <textarea ref={kept} name="to" hidden tabIndex={-1} defaultValue="" />
      {chosen.length > 0 && (
        <ul className="recipients-chosen">
          {chosen.map((one) => (
            <li key={one} className="chip info">
              {spoken(one)}
              <button
                type="button"
                className="button plain small icon-only"
                aria-label={words.remove(spoken(one))}
                onClick={() => set(chosen.filter((other) => other !== one))}
              >
                <Icon name="close" />
              </button>
            </li>
          ))}
        </ul>
      )}
      {/* The offers lie over what follows: a button below must not move away under the pointer. */}
      <div className="recipients-line">
        <input
          ref={line}
          id={id}
          name="toTyped"
          className="input"
          autoComplete="off"
          value={typed}
          maxLength={100}
          aria-describedby={`${id}-below`}
          aria-invalid={error ? true : undefined}
          onChange={(e) => setTyped(e.target.value)}
          onKeyDown={key}
          data-focus=""
        />
        {offers.length > 0 && (
          <ul className="recipients-offers" aria-label={words.to}>
            {offers.map((offer) => (
              <li key={offer.key}>
                <button type="button" className="button small" onClick={() => set([...chosen, offer.key])}>
                  {offer.name} <span className="faint">{words.is[offer.is]}</span>
                </button>
              </li>
            ))}
          </ul>
        )}
      </div>
      <span id={`${id}-below`} className={error ? 'error' : 'faint'}>{error ?? hint}</span>
    </div>
  );
}
