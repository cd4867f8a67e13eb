import type { Directive } from '../api/directive';
import type { Attempt } from '../design/attempt';
import { FormDialog, type Outcome, type Read } from '../design/FormDialog';
import { useWords } from '../i18n/words';
import { outcomeOf } from '../incident/actions';
import { splitNumber, terms, unitTone } from '../incident/terms';
import { useUnits } from '../live/live';
import { directives } from './actions';
import { directiveWords } from './words';

/** The station's units on duty, those that are free first: who is ticked is sent. */
export function SendDialog({ directive, onClose }: { directive: Directive; onClose: () => void }) {
  const words = useWords(directiveWords);
  const { unitStatus } = useWords(terms);
  const number = splitNumber(directive.number)[1];
  const units = useUnits()
    .filter((unit) => unit.station === directive.to.station)
    .sort((a, b) => Number(b.status === 'available') - Number(a.status === 'available'));

  async function send(read: Read, _sure: boolean, attempt: Attempt): Promise<Outcome> {
    const chosen = units.map(({ id }) => id).filter((id) => read(`unit-${id}`) !== '');
    if (chosen.length === 0) return words.nobodyChosen;
    return outcomeOf(() => directives.send(directive.id, chosen, attempt), words.done.send(number));
  }
  return (
    <FormDialog
      title={`${words.deeds.send} ${number}`}
      typedAs={`directive/${directive.id}/send`}
      confirm={words.deeds.send}
      send={send}
      onClose={onClose}
    >
      {units.length === 0 && <p className="note warn">{words.nobodyOnDuty}</p>}
      <fieldset className="stack tight">
        <legend>{words.whoGoes}</legend>
        {units.map((unit) => (
          <label key={unit.id} className="check">
            <input type="checkbox" name={`unit-${unit.id}`} />
            <b>{unit.callSign}</b>
            <span className={`chip ${unitTone[unit.status]}`}>{unitStatus[unit.status]}</span>
          </label>
        ))}
      </fieldset>
    </FormDialog>
  );
}
