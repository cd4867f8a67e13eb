import { useEffect, useRef, useState } from 'react';
import { toast } from '../alerts/toasts';
import { problemText } from '../api/problemText';
import type { Directive } from '../api/directive';
import type { Attempt } from '../design/attempt';
import { Field, TextArea, TextField } from '../design/Field';
import { FormDialog, type Outcome, type Read } from '../design/FormDialog';
import { useWords } from '../i18n/words';
import { wallOf } from '../i18n/zoned';
import { directiveTerms } from '../incident/directiveTerms';
import { findIncident } from '../incident/number';
import { splitNumber, terms } from '../incident/terms';
import { live } from '../live/live';
import { usePerson } from '../signin/session';
import { useStations } from '../stations/names';
import { serverClock } from '../time/serverClock';
import { issue } from './actions';
import type { Affair } from './affair';
import { issuableBy, issuesAsStation, needsOf, needsOpen } from './kinds';
import { issueWords } from './issueWords';
import { errorsOf, orderOf, otherKind, type OrderErrors, type OrderField } from './order';
import { RecipientField } from './RecipientField';
import './directives.css';

interface Props {
  /** What it hangs on; null: that is chosen in the form. */
  affair: Affair | null;
  /** What was refused or given back, in whose place it is issued. */
  replaces?: Directive;
  onClose: () => void;
}

// What a time in the form begins with: a day from now.
const laterMs = 86_400_000;

/** Issues directives: a kind, recipients, what is to be done, and what the kind needs. What the gateway refuses stands at its field. */
export function IssueDialog({ affair, replaces, onClose }: Props) {
  const words = useWords(issueWords);
  const [errors, setErrors] = useState<OrderErrors>({});
  const number = replaces ? splitNumber(replaces.number)[1] : '';

  async function send(read: Read, _sure: boolean, attempt: Attempt): Promise<Outcome> {
    const on = affair ?? chosenAffair(read('on'));
    if (on === 'none') {
      setErrors({ incidentId: words.noIncident });
      return words.wrong;
    }
    const made = orderOf(read, on, replaces?.id ?? null, words);
    if ('errors' in made) {
      setErrors(made.errors);
      return words.wrong;
    }
    try {
      const group = await issue(made.order, attempt);
      toast('good', words.issued(group.items.map((d) => splitNumber(d.number)[1]).join(', ')));
      return null;
    } catch (problem) {
      const found = errorsOf(problem);
      setErrors(found);
      return Object.keys(found).length > 0 ? words.wrong : problemText(problem);
    }
  }

  return (
    <FormDialog
      title={replaces ? words.replacing(number) : words.title}
      typedAs={`issue/${affair?.incidentId ?? affair?.callId ?? ''}/${replaces?.id ?? ''}`}
      confirm={words.issue}
      send={send}
      onClose={onClose}
    >
      <OrderFields affair={affair} replaces={replaces} errors={errors} />
    </FormDialog>
  );
}

/** The incident that the end of a number names; null: nothing stands there. */
function chosenAffair(word: string): Pick<Affair, 'incidentId' | 'callId' | 'parties'> | null | 'none' {
  if (word === '') return null;
  const found = findIncident(word, { incidents: [...live.incidents.values()], shown: null });
  return typeof found === 'object' ? { incidentId: found.id, callId: null, parties: [] } : 'none';
}

function OrderFields({ affair, replaces, errors }: { affair: Affair | null; replaces: Directive | undefined; errors: OrderErrors }) {
  const words = useWords(issueWords);
  const term = useWords(terms);
  const { kinds } = useWords(directiveTerms);
  const person = usePerson();
  const stations = useStations();
  const offered = person ? issuableBy(person, stations) : [];
  const ownOnly = person !== null && issuesAsStation(person);
  const first = replaces ? (offered.includes(replaces.kind) ? replaces.kind : otherKind) : (offered[0] ?? otherKind);
  const select = useRef<HTMLSelectElement>(null);
  const [kind, setKind] = useState(first);
  const needs = needsOf(kind);
  const [later] = useState(() => wallOf(new Date(serverClock.now() + laterMs).toISOString()).slice(0, 16));
  const error = (name: OrderField) => errors[name] ?? null;
  const names = kinds as Record<string, string>;

  // What was chosen before the page was closed is put back into the field itself.
  useEffect(() => setKind(select.current!.value), []);

  return (
    <>
      {affair ? (
        <p className="quiet">{words.on} <b>{affair.name}</b></p>
      ) : (
        <TextField
          label={words.on}
          name="on"
          hint={ownOnly ? words.onOwnHint : words.onHint}
          error={error('incidentId') ?? error('callId')}
          required={ownOnly || needs.on !== null}
          autoComplete="off"
          maxLength={20}
        />
      )}
      {affair && (error('incidentId') ?? error('callId')) && <p className="error" role="alert">{error('incidentId') ?? error('callId')}</p>}
      {affair?.isClosed && needsOpen(kind) && <p className="note warn" role="status">{words.closed}</p>}
      <div className="issue-kind">
        <Field label={words.kind} error={kind === otherKind ? null : error('kind')}>
          {(props) => (
            <select
              ref={select}
              className="input"
              name="kind"
              defaultValue={first}
              onInput={(e) => setKind(e.currentTarget.value)}
              {...props}
            >
              {offered.map((k) => <option key={k} value={k}>{names[k] ?? k}</option>)}
              <option value={otherKind}>{words.otherKind}</option>
            </select>
          )}
        </Field>
        <fieldset hidden={kind !== otherKind} disabled={kind !== otherKind}>
          <TextField
            label={words.ownWord}
            name="otherKind"
            required
            maxLength={100}
            pattern=".*\S.*"
            defaultValue={first === otherKind ? (replaces?.kind ?? '') : ''}
            error={kind === otherKind ? error('kind') : null}
          />
        </fieldset>
      </div>
      <RecipientField only={needs.only} error={error('to')} />
      <TextArea
        label={words.text}
        name="text"
        rows={5}
        required
        maxLength={4000}
        defaultValue={replaces?.text ?? affair?.text ?? ''}
        error={error('text')}
      />
      <fieldset hidden={!needs.validUntil} disabled={!needs.validUntil}>
        <TextField
          label={words.validUntil}
          name="validUntil"
          type="datetime-local"
          required
          defaultValue={later}
          error={error('validUntil')}
        />
      </fieldset>
      <fieldset hidden={!needs.nextAt} disabled={!needs.nextAt}>
        <TextField label={words.nextAt} name="nextAt" type="datetime-local" required defaultValue={later} error={error('nextAt')} />
      </fieldset>
      <fieldset hidden={!needs.fields} disabled={!needs.fields}>
        <TextField
          label={words.fields}
          name="fields"
          hint={words.fieldsHint}
          required
          maxLength={500}
          defaultValue={replaces?.fields.join(', ') ?? ''}
          error={error('fields')}
        />
      </fieldset>
      {affair && affair.parties.length > 0 && (
        <fieldset className="stack tight">
          <legend>{words.parties}</legend>
          {affair.parties.map(({ n, kind: what, role, name, description }) => (
            <label key={n} className="check">
              <input type="checkbox" name={`party-${n}`} defaultChecked={replaces?.parties.includes(n) ?? false} />
              {[String(n), what && term.partyKind[what], role && term.partyRole[role], name, description].filter(Boolean).join(' · ')}
            </label>
          ))}
          {error('parties') && <span className="error">{error('parties')}</span>}
        </fieldset>
      )}
      <details className="issue-more" open={hasMoreErrors(errors) || undefined}>
        <summary>{words.more}</summary>
        <div className="stack">
          <div className="issue-limits">
            {(['sign', 'report', 'finish'] as const).map((limit) => (
              <TextField
                key={limit}
                label={words.limits[limit]}
                name={limit}
                maxLength={20}
                autoComplete="off"
                placeholder={words.limitExample[limit]}
                error={error(`limits.${limit}`)}
              />
            ))}
          </div>
          <p className="faint">{words.limitHint}</p>
          <TextField
            label={words.equipment}
            name="equipment"
            hint={words.fieldsHint}
            maxLength={1000}
            defaultValue={replaces?.equipment.join(', ') ?? ''}
            error={error('equipment')}
          />
          <label className="check">
            <input type="checkbox" name="autoConclude" />
            {words.autoConclude}
          </label>
          <label className="check">
            <input type="checkbox" name="shared" defaultChecked={replaces?.shared ?? false} />
            {words.shared}
          </label>
        </div>
      </details>
      {error('replaces') && <p className="error" role="alert">{error('replaces')}</p>}
    </>
  );
}

const hasMoreErrors = (errors: OrderErrors) => Object.keys(errors).some((name) => name.startsWith('limits.') || name === 'equipment');
