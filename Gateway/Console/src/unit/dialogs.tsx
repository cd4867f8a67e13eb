import { Field, TextArea } from '../design/Field';
import { FormDialog } from '../design/FormDialog';
import { useWords } from '../i18n/words';
import { unitWords } from './words';

const reasons = ['busy', 'vehicle', 'far', 'unsafe'] as const;
const outcomes = ['handled', 'settled', 'nothing', 'transferred'] as const;
const noteMax = 500;
const narrativeMax = 4_000;

/** Why a unit cannot go: one touch, or its own words. */
export function DeclineDialog({
  incidentId,
  onDecline,
  onClose,
}: {
  incidentId: string;
  onDecline: (note: string) => void;
  onClose: () => void;
}) {
  const words = useWords(unitWords);
  return (
    <FormDialog
      look="phone"
      title={words.declineWhy}
      typedAs={`decline/${incidentId}`}
      confirm={words.decline}
      send={(read) => {
        onDecline(read('other'));
        return Promise.resolve(null);
      }}
      onClose={onClose}
    >
      {/* The focus is here: in the field it would bring up the keyboard, which hides the reasons. */}
      <div className="stack" role="group" aria-label={words.declineWhy} tabIndex={-1} data-focus="">
        {reasons.map((r) => (
          <button key={r} type="button" className="u-button" onClick={() => onDecline(words.reasons[r])}>
            {words.reasons[r]}
          </button>
        ))}
      </div>
      <Field label={words.otherReason}>
        {(props) => <input className="input u-input" name="other" {...props} required maxLength={noteMax} autoComplete="off" />}
      </Field>
    </FormDialog>
  );
}

/** Feedback 反馈 in words. */
export function FeedbackDialog({
  incidentId,
  onReport,
  onClose,
}: {
  incidentId: string;
  onReport: (outcome: string, narrative: string | null) => void;
  onClose: () => void;
}) {
  const words = useWords(unitWords);
  return (
    <FormDialog
      look="phone"
      title={words.steps.feedback}
      typedAs={`feedback/${incidentId}`}
      confirm={words.send}
      send={(read) => {
        onReport(words.outcomes[read('outcome') as (typeof outcomes)[number]], read('words') || null);
        return Promise.resolve(null);
      }}
      onClose={onClose}
    >
      <fieldset className="u-choices">
        <legend>{words.outcomeOf}</legend>
        {outcomes.map((o, i) => (
          <label key={o} className="u-choice">
            <input type="radio" name="outcome" value={o} defaultChecked={i === 0} />
            {words.outcomes[o]}
          </label>
        ))}
      </fieldset>
      <TextArea label={words.words} className="input u-input" name="words" maxLength={narrativeMax} data-focus="" />
    </FormDialog>
  );
}
