import { useState, type FormEvent, type ReactNode } from 'react';
import type { Assignment, Incident, Priority } from '../api/types';
import { Dialog } from '../design/Dialog';
import { Field, TextArea, TextField } from '../design/Field';
import { formats } from '../i18n/format';
import { useWords } from '../i18n/words';
import { instantAt } from '../i18n/zoned';
import { live } from '../live/live';
import { problemText } from '../api/problemText';
import { commonWords } from '../i18n/commonWords';
import { incidents } from './actions';
import { isActive, type DialogKind } from './detail';
import { findIncident } from './number';
import { parseCoordinates, withDetail } from './place';
import { terms } from './terms';
import { incidentWords } from './words';

type Read = (name: string) => string;
type Words = typeof incidentWords.en;

/** The fields of a dialog, and the command that it sends. `submit` may throw a text: it is shown as an error. */
interface Form {
  title: string;
  fields: ReactNode;
  submit: (read: Read) => Promise<unknown>;
  confirm: string;
}

/** The dialogs of an incident. The typed text stays until the gateway has accepted it. */
export function IncidentDialog({ kind, incident, onClose }: { kind: DialogKind; incident: Incident; onClose: () => void }) {
  const words = useWords(incidentWords);
  const term = useWords(terms);
  const common = useWords(commonWords);
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const form = formOf(kind, incident, words, term, common.save);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    setBusy(true);
    setError(null);
    try {
      await form.submit((name) => String(data.get(name) ?? '').trim());
      onClose();
    } catch (failure) {
      setError(typeof failure === 'string' ? failure : problemText(failure));
      setBusy(false);
    }
  }

  return (
    <Dialog
      title={form.title}
      onClose={onClose}
      foot={
        <>
          <button type="button" className="button" onClick={onClose}>
            {common.cancel}
          </button>
          <button type="submit" form="incident-form" className="button primary" disabled={busy}>
            {form.confirm}
          </button>
        </>
      }
    >
      <form
        id="incident-form"
        className="stack"
        onSubmit={(e) => void submit(e)}
        onKeyDown={(e) => {
          if (e.key === 'Enter' && (e.ctrlKey || e.metaKey)) e.currentTarget.requestSubmit();
        }}
      >
        {form.fields}
        {error && (
          <p className="note bad" role="alert">
            {error}
          </p>
        )}
      </form>
    </Dialog>
  );
}

function formOf(kind: DialogKind, incident: Incident, words: Words, term: typeof terms.en, save: string): Form {
  const { id } = incident;
  switch (kind.is) {
    case 'note':
      return {
        title: words.note,
        confirm: save,
        fields: <TextArea label={words.text} name="text" required maxLength={4000} autoFocus />,
        submit: (read) => incidents.note(id, read('text')),
      };
    case 'reopen':
      return {
        title: words.reopen,
        confirm: words.reopen,
        fields: <TextField label={words.reason} name="reason" required maxLength={500} autoFocus />,
        submit: (read) => incidents.reopen(id, read('reason')),
      };
    case 'close': {
      const still = incident.assignments.filter(isActive).length;
      return {
        title: words.close,
        confirm: words.close,
        fields: (
          <>
            {still > 0 && <p className="note warn">{words.sureClose(still)}</p>}
            <TextField label={words.disposition} name="disposition" required maxLength={100} autoFocus />
            <TextArea label={words.note} name="note" maxLength={4000} rows={3} />
          </>
        ),
        submit: (read) => incidents.close(id, read('disposition'), read('note')),
      };
    }
    case 'link':
      return {
        title: words.link,
        confirm: words.link,
        fields: (
          <>
            <TextField label={words.otherIncident} hint={words.otherHint} name="other" required autoFocus />
            <Choice
              label={words.relation}
              name="relation"
              options={[
                ['relatedTo', term.relation.relatedTo],
                ['duplicateOf', term.relation.duplicateOf],
              ]}
            />
          </>
        ),
        submit: (read) => incidents.link(id, other(read('other'), words), read('relation') as 'relatedTo'),
      };
    case 'divert':
      return {
        title: `${words.divert} ${kind.unitId}`,
        confirm: words.divert,
        fields: (
          <>
            <TextField label={words.to} hint={words.otherHint} name="other" required autoFocus />
            <TextField label={words.reason} name="reason" maxLength={500} />
          </>
        ),
        submit: (read) => incidents.divert(id, kind.unitId, other(read('other'), words), read('reason')),
      };
    case 'feedback':
      return {
        title: words.addFeedback,
        confirm: save,
        fields: (
          <>
            <Choice
              label={words.unit}
              name="assignment"
              initial={String(incident.assignments.findLastIndex((a) => a.unitId === kind.unitId && a.n === kind.assignment))}
              options={incident.assignments.map((a, place) => [String(place), nameOf(a, incident)])}
            />
            <TextField label={words.outcome} name="outcome" required maxLength={100} autoFocus />
            <TextArea label={words.text} name="narrative" maxLength={4000} />
            <TextField label={words.results} hint={words.resultHint} name="results" />
          </>
        ),
        submit: (read) =>
          incidents.feedback(id, {
            ...named(incident.assignments[Number(read('assignment'))]!),
            outcome: read('outcome'),
            narrative: read('narrative') || null,
            results: resultsOf(read('results')),
          }),
      };
    case 'correct':
      return {
        title: `${words.correct} · ${kind.unitId}`,
        confirm: save,
        fields: (
          <>
            <Choice
              label={words.stage}
              name="stage"
              options={(['acknowledged', 'enRoute', 'onScene', 'cleared'] as const).map((s) => [s, term.stage[s]])}
            />
            <TextField label={words.time} hint={words.timeHint} name="time" type="datetime-local" step="1" />
            <TextField label={words.reason} name="reason" required maxLength={500} />
          </>
        ),
        submit: (read) =>
          incidents.correct(id, {
            unitId: kind.unitId,
            assignment: kind.assignment,
            stage: read('stage'),
            occurredAt: instantAt(read('time')),
            reason: read('reason'),
          }),
      };
    case 'edit':
      return {
        title: words.edit,
        confirm: save,
        fields: (
          <>
            <TextField label={words.category} name="category" required maxLength={100} defaultValue={incident.category} autoFocus />
            <Choice
              label={words.priority}
              name="priority"
              initial={String(incident.priority)}
              options={['1', '2', '3', '4'].map((p) => [p, term.priority(Number(p))])}
            />
            <TextField label={words.address} name="address" maxLength={200} defaultValue={incident.location?.address ?? ''} />
            <TextField
              label={words.coordinates}
              hint={words.coordinatesHint}
              name="coordinates"
              defaultValue={incident.location?.lat != null ? `${incident.location.lat}, ${incident.location.lon}` : ''}
            />
            <TextArea label={words.narrative} name="narrative" maxLength={4000} defaultValue={incident.narrative ?? ''} />
          </>
        ),
        submit: (read) => edit(incident, read, words),
      };
  }
}

const named = ({ unitId, n }: Assignment) => ({ unitId, assignment: n });

/** A unit that was sent more than once is told apart by when it was sent. */
function nameOf(assignment: Assignment, incident: Incident): string {
  const { unitId, assignedAt } = assignment;
  const once = incident.assignments.filter((a) => a.unitId === unitId).length === 1;
  return once || !assignedAt ? unitId : `${unitId} · ${formats().time(assignedAt)}`;
}

/** Sends only the changed fields, so that changes that somebody else makes meanwhile stay. */
function edit(incident: Incident, read: Read, words: Words): Promise<unknown> {
  const place = parseCoordinates(read('coordinates'));
  if (place === 'bad') return Promise.reject(words.badCoordinates);
  const [address, before] = [read('address') || null, incident.location];
  const moved =
    (before?.address ?? null) !== address ||
    (before?.lat ?? null) !== (place?.lat ?? null) ||
    (before?.lon ?? null) !== (place?.lon ?? null);
  const changes = {
    ...(read('category') !== incident.category ? { category: read('category') } : {}),
    ...(Number(read('priority')) !== incident.priority ? { priority: Number(read('priority')) as Priority } : {}),
    ...(read('narrative') !== (incident.narrative ?? '').trim() ? { narrative: read('narrative') } : {}),
    ...(moved
      ? {
          location:
            address === null && place === null
              ? null
              : withDetail({ lat: place?.lat ?? null, lon: place?.lon ?? null, address }, before),
        }
      : {}),
  };
  return Object.keys(changes).length === 0 ? Promise.resolve() : incidents.change(incident.id, changes);
}

function other(word: string, words: Words): string {
  const found = findIncident(word, { incidents: [...live.incidents.values()], shown: null });
  if (typeof found === 'object') return found.id;
  throw `${words.otherIncident}: ${word}?`;
}

function resultsOf(text: string): Record<string, number> {
  return Object.fromEntries(
    [...text.matchAll(/([^\s\d,;，；]+)\s*[:=：]?\s*(-?\d+(?:\.\d+)?)/gu)].map(([, word, n]) => [word!, Number(n)]),
  );
}

function Choice({
  label,
  name,
  options,
  initial,
}: {
  label: string;
  name: string;
  options: (readonly [string, string])[];
  initial?: string;
}) {
  return (
    <Field label={label}>
      {(props) => (
        <select className="input" name={name} defaultValue={initial} {...props}>
          {options.map(([value, text]) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
