import { useState, type FormEvent } from 'react';
import { Dialog } from '../design/Dialog';
import { useWords } from '../i18n/words';
import { unitWords } from './words';

const reasons = ['busy', 'vehicle', 'far', 'unsafe'] as const;
const outcomes = ['handled', 'settled', 'nothing', 'transferred'] as const;
const noteMax = 500;
const narrativeMax = 4_000;

/** Why a unit cannot go: one touch, or its own words. */
export function DeclineDialog({ onDecline, onClose }: { onDecline: (note: string) => void; onClose: () => void }) {
  const words = useWords(unitWords);
  const [other, setOther] = useState('');
  return (
    <Dialog title={words.declineWhy} onClose={onClose}>
      <form className="stack" onSubmit={(e: FormEvent) => { e.preventDefault(); if (other.trim()) onDecline(other.trim()); }}>
        {reasons.map((r) => (
          <button key={r} type="button" className="u-button" onClick={() => onDecline(words.reasons[r])}>
            {words.reasons[r]}
          </button>
        ))}
        <label className="field">
          <span className="label">{words.otherReason}</span>
          <input className="input u-input" value={other} maxLength={noteMax} onChange={(e) => setOther(e.target.value)} />
        </label>
        <button type="submit" className="u-button primary" disabled={!other.trim()}>{words.decline}</button>
      </form>
    </Dialog>
  );
}

/** Feedback 反馈 in words. */
export function FeedbackDialog({
  onReport,
  onClose,
}: {
  onReport: (outcome: string, narrative: string | null) => void;
  onClose: () => void;
}) {
  const words = useWords(unitWords);
  const [outcome, setOutcome] = useState<(typeof outcomes)[number]>('handled');
  const [text, setText] = useState('');
  return (
    <Dialog title={words.steps.feedback} onClose={onClose}>
      <form className="stack" onSubmit={(e: FormEvent) => { e.preventDefault(); onReport(words.outcomes[outcome], text.trim() || null); }}>
        <fieldset className="u-choices">
          <legend>{words.outcomeOf}</legend>
          {outcomes.map((o) => (
            <label key={o} className="u-choice">
              <input type="radio" name="outcome" checked={outcome === o} onChange={() => setOutcome(o)} />
              {words.outcomes[o]}
            </label>
          ))}
        </fieldset>
        <label className="field">
          <span className="label">{words.words}</span>
          <textarea className="input u-input" rows={4} value={text} maxLength={narrativeMax} onChange={(e) => setText(e.target.value)} />
        </label>
        <button type="submit" className="u-button primary">{words.send}</button>
      </form>
    </Dialog>
  );
}
