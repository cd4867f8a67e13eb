import { useState, type ReactNode } from 'react';
import type { Assignment, Incident } from '../api/types';
import { Field, TextArea, TextField } from '../design/Field';
import { FormDialog, type Outcome, type Read } from '../design/FormDialog';
import { useWords } from '../i18n/words';
import { problemText } from '../api/problemText';
import { commonWords } from '../i18n/commonWords';
import { answerOf } from '../asking/asked';
import { incidents } from './actions';
import { CloseFields } from './CloseFields';
import { correctedOne } from './correction';
import { CorrectFields } from './CorrectFields';
import { isActive, wasAttended, type DialogKind } from './detail';
import { close, correct, edit, other, resultsOf, type Sent } from './dialogSends';
import { nameOf } from './nameOf';
import { terms } from './terms';
import { useClosing } from './useClosing';
import { incidentWords } from './words';

type Words = typeof incidentWords.en;

// The contract's limit of a note, of which the reason and its words take some.
const noteMax = 4_000;
const whyMax = 500;
const whyRoom = 40;

/** The fields of a dialog, and the command that it sends. `submit` may throw a text, which is shown as an error, or ask something. */
interface Form {
  title: string;
  fields: ReactNode;
  submit: (read: Read, sure: boolean) => Sent;
  confirm: string;
}

/** The dialogs of an incident. The typed text stays until the gateway has accepted it. */
export function IncidentDialog({ kind, incident, onClose }: { kind: DialogKind; incident: Incident; onClose: () => void }) {
  const words = useWords(incidentWords);
  const term = useWords(terms);
  const common = useWords(commonWords);
  // As it stood when the dialog opened: what others change meanwhile is not sent back to what it was.
  const [opened] = useState(incident);
  const form = formOf(kind, kind.is === 'edit' || kind.is === 'correct' ? opened : incident, words, term, common.save);

  async function send(read: Read, sure: boolean): Promise<Outcome> {
    try {
      const sent = form.submit(read, sure);
      if ('ask' in sent) return sent;
      await sent;
      return null;
    } catch (failure) {
      return typeof failure === 'string' ? failure : problemText(failure);
    }
  }

  return (
    <FormDialog
      title={form.title}
      typedAs={`${kind.is}/${incident.id}${'unitId' in kind ? `/${kind.unitId}/${kind.assignment ?? ''}` : ''}`}
      confirm={form.confirm}
      send={send}
      onClose={onClose}
    >
      {form.fields}
    </FormDialog>
  );
}

function formOf(kind: DialogKind, incident: Incident, words: Words, term: typeof terms.en, save: string): Form {
  const { id } = incident;
  switch (kind.is) {
    case 'note':
      return {
        title: words.note,
        confirm: save,
        fields: <TextArea label={words.text} name="text" required maxLength={4000} />,
        submit: (read) => incidents.note(id, read('text')),
      };
    case 'reopen':
      return {
        title: words.reopen,
        confirm: words.reopen,
        fields: <TextField label={words.reason} name="reason" required maxLength={500} />,
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
            <CloseFields incident={incident} disposition={kind.disposition} />
            {!wasAttended(incident) && (
              <TextField
                label={words.whyNobody}
                name="why"
                required
                maxLength={whyMax}
                pattern=".*\S.*"
                data-focus={kind.disposition ? '' : undefined}
              />
            )}
            <TextArea label={words.note} name="note" maxLength={noteMax - whyMax - whyRoom} rows={3} />
          </>
        ),
        submit: (read) => close(incident, read, words),
      };
    }
    case 'link':
      return {
        title: words.link,
        confirm: words.link,
        fields: (
          <>
            <TextField label={words.otherIncident} hint={words.otherHint} name="other" required />
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
            <TextField label={words.to} hint={words.otherHint} name="other" required />
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
            <FeedbackFields />
          </>
        ),
        submit: (read) =>
          incidents.feedback(id, { ...named(incident.assignments[Number(read('assignment'))]!), ...feedbackOf(read) }),
      };
    case 'ownFeedback':
      return {
        title: words.ownFeedback,
        confirm: save,
        fields: <FeedbackFields />,
        submit: (read) => incidents.feedback(id, { unitId: null, assignment: undefined, ...feedbackOf(read) }),
      };
    case 'correct': {
      const assignment = correctedOne(incident.assignments, kind.unitId, kind.assignment)!;
      return {
        title: `${words.correct} · ${nameOf(assignment, incident)}`,
        confirm: save,
        fields: <CorrectFields assignment={assignment} />,
        submit: (read, sure) => correct(incident, kind, read, sure, words, term),
      };
    }
    case 'edit':
      return {
        title: words.edit,
        confirm: save,
        fields: (
          <>
            <TextField label={words.category} name="category" required maxLength={100} defaultValue={incident.category} />
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
        submit: (read, sure) => edit(incident, read, sure, words),
      };
  }
}

const feedbackOf = (read: Read) => ({
  outcome: read('outcome'),
  narrative: read('narrative') || null,
  results: resultsOf(read('results')),
});

/** What was found and done; the words of results are those of the centre, where it lists any. */
function FeedbackFields() {
  const words = useWords(incidentWords);
  const listed = answerOf(useClosing().asked)?.results ?? [];
  return (
    <>
      <TextField label={words.outcome} name="outcome" required maxLength={100} data-focus="" />
      <TextArea label={words.text} name="narrative" maxLength={4000} />
      <TextField
        label={words.results}
        hint={listed.length > 0 ? `${words.resultHint}; ${listed.join(', ')}` : words.resultHint}
        name="results"
      />
    </>
  );
}

const named = ({ unitId, n }: Assignment) => ({ unitId, assignment: n });

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
