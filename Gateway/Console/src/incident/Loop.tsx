import { useState } from 'react';
import type { Incident } from '../api/types';
import type { Attempt } from '../design/attempt';
import { Field, TextField } from '../design/Field';
import { FormDialog, type Read } from '../design/FormDialog';
import { Icon } from '../design/Icon';
import { useFormats } from '../i18n/format';
import { useWords } from '../i18n/words';
import { useMay } from '../signin/may';
import { useStationNames, useStations } from '../stations/names';
import { incidents, outcomeOf } from './actions';
import { recordWords } from './recordWords';
import { terms } from './terms';

/** The steps that every incident goes through, who took each and when, and who answers for it. */
export function Loop({ incident }: { incident: Incident }) {
  const words = useWords(recordWords);
  const format = useFormats();
  const nameOf = useStationNames();
  const may = useMay('assess');
  const [asking, setAsking] = useState(false);
  const { owner = null, loop = [] } = incident;
  return (
    <section>
      <div className="row">
        <h2 className="section-title grow">{words.loop}</h2>
        {may && incident.status !== 'closed' && (
          <button type="button" className="button plain small" onClick={() => setAsking(true)}>
            <Icon name="edit" />
            {words.assess}
          </button>
        )}
      </div>
      <p>
        {words.owner}: {owner ? <b>{nameOf(owner)}</b> : <span className="faint">{words.noOwner}</span>}
      </p>
      <ol className="loop">
        {loop.map(({ step, by, at, dueAt, late }) => (
          <li key={step} data-done={at ? '' : undefined}>
            <Icon name={at ? 'check' : 'clock'} />
            <span>
              <b>{words.steps[step]}</b>{' '}
              {at ? (
                <span className="faint">
                  {format.dayOfYear(at)} {format.time(at)} {by}
                </span>
              ) : (
                <span className="faint">
                  {words.notYet}
                  {dueAt && ` · ${words.until(format.time(dueAt))}`}
                </span>
              )}
            </span>
            {late && <span className="chip bad">{words.late}</span>}
          </li>
        ))}
      </ol>
      {asking && <AssessDialog incident={incident} onClose={() => setAsking(false)} />}
    </section>
  );
}

function AssessDialog({ incident, onClose }: { incident: Incident; onClose: () => void }) {
  const words = useWords(recordWords);
  const term = useWords(terms);
  const stations = useStations().filter((s) => s.retired !== true);
  const send = (read: Read, _sure: boolean, attempt: Attempt) => {
    const body = { priority: Number(read('priority')), owner: read('owner'), ...(read('note') ? { note: read('note') } : {}) };
    return outcomeOf(() => incidents.assess(incident.id, body, attempt), words.assessed);
  };
  return (
    <FormDialog title={words.assessTitle} typedAs={`assess/${incident.id}`} confirm={words.assess} send={send} onClose={onClose}>
      <Field label={words.owner}>
        {(props) => (
          <select className="input" name="owner" required defaultValue={incident.owner ?? incident.station ?? ''} {...props} data-focus="">
            <option value="">{words.chooseOwner}</option>
            {stations.map((s) => <option key={s.id} value={s.id}>{s.name}</option>)}
          </select>
        )}
      </Field>
      <Field label={words.priority}>
        {(props) => (
          <select className="input" name="priority" defaultValue={String(incident.priority)} {...props}>
            {[1, 2, 3, 4].map((p) => <option key={p} value={p}>{term.priority(p)}</option>)}
          </select>
        )}
      </Field>
      <TextField label={words.note} name="note" maxLength={500} />
    </FormDialog>
  );
}
