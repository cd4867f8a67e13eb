import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Incident } from '../api/types';
import { answerOf } from '../asking/asked';
import { Field, TextField } from '../design/Field';
import { useWords } from '../i18n/words';
import { useMay } from '../signin/may';
import { missingOf, offered, type ClosingNeed, type ClosingOutcome } from './closing';
import { closingWords } from './closingWords';
import { useClosing } from './useClosing';
import { incidentWords } from './words';

interface Props {
  incident: Incident;
  /** The word that stands there at first. */
  disposition: string | undefined;
}

/**
 * With which word an incident is closed. The line is there at once, also where no gateway answers; the outcomes that the centre lists fill
 * it, and what an outcome lacks is said before anything is sent. The gateway decides.
 */
export function CloseFields({ incident, disposition }: Props) {
  const words = useWords(incidentWords);
  const said = useWords(closingWords);
  const mayOverride = useMay('overrideClosing');
  const outcomes = answerOf(useClosing().asked)?.outcomes ?? [];
  const line = useRef<HTMLInputElement>(null);
  const [word, setWord] = useState(disposition ?? '');

  // Exercises end with any word.
  const isFree = outcomes.length === 0 || incident.exercise || word.trim() === '';
  const outcome = outcomes.find((o) => o.word === word.trim());
  const missing = outcome ? missingOf(outcome, incident) : [];
  const namesOf = (needs: readonly ClosingNeed[]) => needs.map((need) => said.needs[need]).join(said.and);
  const why = isFree ? '' : !outcome ? said.notListed(word.trim()) : missing.length > 0 ? said.missing(namesOf(missing)) : '';

  // What was typed before the page was closed is put back into the line itself.
  useEffect(() => setWord(line.current!.value), []);
  useLayoutEffect(() => line.current!.setCustomValidity(mayOverride ? '' : why), [why, mayOverride]);

  function pick(next: string) {
    line.current!.value = next;
    line.current!.dispatchEvent(new Event('input', { bubbles: true }));
    setWord(next);
  }
  const about = (o: ClosingOutcome) =>
    [
      !o.valid && said.invalid,
      o.classes.length > 0 && said.onlyFor(o.classes.join(said.and)),
      o.needs.length > 0 && said.needsText(namesOf(o.needs)),
    ].filter(Boolean).join(' · ');
  return (
    <>
      <Field label={words.disposition}>
        {(props) => (
          <input
            ref={line}
            className="input"
            name="disposition"
            required
            maxLength={100}
            autoComplete="off"
            defaultValue={disposition}
            onInput={(e) => setWord(e.currentTarget.value)}
            data-focus={disposition ? undefined : ''}
            {...props}
          />
        )}
      </Field>
      {outcomes.length > 0 && (
        <ul className="close-outcomes" aria-label={said.outcomes}>
          {offered(outcomes, word).map((o) => (
            <li key={o.word}>
              <button type="button" className="button small" aria-pressed={o === outcome} onClick={() => pick(o.word)}>
                {o.word}
                {about(o) && <span className="faint"> {about(o)}</span>}
              </button>
            </li>
          ))}
        </ul>
      )}
      {why && <p className="note warn" role="status">{why}</p>}
      {why && mayOverride && <TextField label={said.override} name="override" required maxLength={500} pattern=".*\S.*" />}
    </>
  );
}
