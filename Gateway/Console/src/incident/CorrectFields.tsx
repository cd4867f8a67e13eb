import { useState } from 'react';
import type { Assignment } from '../api/types';
import { Field, TextField } from '../design/Field';
import { useWords } from '../i18n/words';
import { wallOf } from '../i18n/zoned';
import { correctableOf, isErasable, latestStage, standsAt, type Correctable } from './correction';
import { isActive } from './detail';
import { terms } from './terms';
import { incidentWords } from './words';

/**
 * The time of a stage, as it stands; that the stage did not happen is said by a tick, not by an empty field. A stage that nobody reported
 * is filled in.
 */
export function CorrectFields({ assignment }: { assignment: Assignment }) {
  const words = useWords(incidentWords);
  const term = useWords(terms);
  const [stage, setStage] = useState<Correctable>(() => latestStage(assignment));
  const [never, setNever] = useState(false);
  const stands = standsAt(assignment, stage);
  // However an assignment ended, the time of its end is one.
  const nameOf = (s: Correctable) => term.stage[s === 'cleared' && !isActive(assignment) ? assignment.stage : s];
  return (
    <>
      <Field label={words.stage}>
        {(props) => (
          <select
            className="input"
            name="stage"
            {...props}
            defaultValue={stage}
            onChange={(e) => {
              setStage(e.target.value as Correctable);
              setNever(false);
            }}
          >
            {correctableOf(assignment).map((s) => (
              <option key={s} value={s}>
                {nameOf(s)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <TextField
        key={stage}
        label={words.time}
        hint={stands ? words.timeStands : words.timeNone}
        name="time"
        type="datetime-local"
        step="1"
        defaultValue={stands ? wallOf(stands) : ''}
        disabled={never}
        required
        data-focus=""
      />
      {stands && isErasable(stage) && (
        <label className="check">
          <input type="checkbox" name="never" checked={never} onChange={(e) => setNever(e.target.checked)} />
          {words.never(nameOf(stage))}
        </label>
      )}
      <TextField label={words.reason} name="reason" required maxLength={500} />
    </>
  );
}
