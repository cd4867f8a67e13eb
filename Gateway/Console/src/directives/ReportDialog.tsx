import { useState, type FormEvent } from 'react';
import type { Directive } from '../api/directive';
import { Dialog } from '../design/Dialog';
import { TextArea, TextField } from '../design/Field';
import { commonWords } from '../i18n/commonWords';
import { useWords } from '../i18n/words';
import { attempt } from '../incident/actions';
import { splitNumber } from '../incident/terms';
import { directives } from './actions';
import { directiveWords } from './words';

/** Asks for a report: its outcome, what was done, and whether it is the last word. */
export function ReportDialog({ directive, onClose }: { directive: Directive; onClose: () => void }) {
  const words = useWords(directiveWords);
  const { cancel } = useWords(commonWords);
  const [busy, setBusy] = useState(false);
  const number = splitNumber(directive.number)[1];

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string) => String(form.get(name) ?? '').trim();
    const report = { outcome: text('outcome'), narrative: text('narrative'), final: form.has('final') };
    setBusy(true);
    if (await attempt(() => directives.report(directive.id, report), words.reported(number))) onClose();
    else setBusy(false);
  }

  return (
    <Dialog
      title={words.reportTitle(number)}
      onClose={onClose}
      foot={
        <>
          <button type="button" className="button" onClick={onClose}>{cancel}</button>
          <button type="submit" form="directive-report" className="button primary" disabled={busy}>{words.send}</button>
        </>
      }
    >
      <form id="directive-report" className="stack" onSubmit={(e) => void submit(e)}>
        <TextField label={words.outcome} name="outcome" required maxLength={100} pattern=".*\S.*" autoFocus />
        <TextArea label={words.narrative} name="narrative" maxLength={4000} />
        <label className="check">
          <input type="checkbox" name="final" defaultChecked />
          {words.final}
        </label>
      </form>
    </Dialog>
  );
}
