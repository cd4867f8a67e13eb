import { useState, type FormEvent } from 'react';
import { Dialog } from '../design/Dialog';
import { useWords } from '../i18n/words';
import { commonWords } from '../i18n/commonWords';
import { lateWords } from './words';

const reasonMax = 500;

/** Asks for a reason. It cannot be left empty, because the trail keeps it. */
export function ReasonDialog({
  title,
  hint,
  action,
  preset,
  onSend,
  onClose,
}: {
  title: string;
  hint: string;
  action: string;
  preset: string;
  onSend: (reason: string) => Promise<boolean>;
  onClose: () => void;
}) {
  const words = useWords(lateWords);
  const { cancel } = useWords(commonWords);
  const [reason, setReason] = useState(preset);
  const [busy, setBusy] = useState(false);

  async function submit(event: FormEvent) {
    event.preventDefault();
    setBusy(true);
    if (await onSend(reason.trim())) onClose();
    else setBusy(false);
  }

  return (
    <Dialog
      title={title}
      onClose={onClose}
      foot={
        <>
          <button type="button" className="button" onClick={onClose}>{cancel}</button>
          <button type="submit" form="late-reason" className="button primary" disabled={busy || reason.trim() === ''}>{action}</button>
        </>
      }
    >
      <form id="late-reason" className="stack" onSubmit={(e) => void submit(e)}>
        <p className="quiet">{hint}</p>
        <div className="field">
          <label htmlFor="late-reason-text">{words.reason}</label>
          <textarea
            id="late-reason-text"
            className="input"
            rows={3}
            maxLength={reasonMax}
            value={reason}
            onChange={(e) => setReason(e.target.value)}
            autoFocus
            required
          />
        </div>
      </form>
    </Dialog>
  );
}
