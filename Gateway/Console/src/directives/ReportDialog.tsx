import type { Directive } from '../api/directive';
import { TextArea, TextField } from '../design/Field';
import { FormDialog, type Read } from '../design/FormDialog';
import { useWords } from '../i18n/words';
import { outcomeOf } from '../incident/actions';
import { splitNumber } from '../incident/terms';
import { directives } from './actions';
import { directiveWords } from './words';

/** Asks for a report: its outcome, what was done, and whether it is the last word. */
export function ReportDialog({ directive, onClose }: { directive: Directive; onClose: () => void }) {
  const words = useWords(directiveWords);
  const number = splitNumber(directive.number)[1];
  const send = (read: Read) => {
    const report = { outcome: read('outcome'), narrative: read('narrative'), final: read('final') !== '' };
    return outcomeOf(() => directives.report(directive.id, report), words.reported(number));
  };
  return (
    <FormDialog
      title={words.reportTitle(number)}
      typedAs={`directive/${directive.id}`}
      confirm={words.send}
      send={send}
      onClose={onClose}
    >
      <TextField label={words.outcome} name="outcome" required maxLength={100} pattern=".*\S.*" />
      <TextArea label={words.narrative} name="narrative" maxLength={4000} />
      <label className="check">
        <input type="checkbox" name="final" defaultChecked />
        {words.final}
      </label>
    </FormDialog>
  );
}
