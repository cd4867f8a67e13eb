import type { Directive } from '../api/directive';
import type { Attempt } from '../design/attempt';
import { TextField } from '../design/Field';
import { FormDialog, type Read } from '../design/FormDialog';
import { useWords } from '../i18n/words';
import { outcomeOf } from '../incident/actions';
import { splitNumber } from '../incident/terms';
import { directives, type Receipt } from './actions';
import { directiveWords } from './words';

/** Signs for a recipient that signs in nowhere here: who took it over there is named. */
export function SignDialog({ directive, onClose }: { directive: Directive; onClose: () => void }) {
  const words = useWords(directiveWords);
  const number = splitNumber(directive.number)[1];
  const send = (read: Read, _sure: boolean, attempt: Attempt) =>
    outcomeOf(() => directives.sign(directive.id, receiptOf(read), attempt), words.done.sign(number));
  return (
    <FormDialog
      title={`${words.deeds.sign} ${number}`}
      typedAs={`directive/${directive.id}/sign`}
      confirm={words.deeds.sign}
      send={send}
      onClose={onClose}
    >
      <ReceiptFields />
    </FormDialog>
  );
}

/** Who took it over at the recipient's. */
export function ReceiptFields() {
  const words = useWords(directiveWords);
  return (
    <fieldset className="stack">
      <legend>{words.receipt}</legend>
      <TextField label={words.receiptName} name="receiptName" required maxLength={100} pattern=".*\S.*" autoComplete="off" />
      <TextField label={words.receiptReference} name="receiptReference" maxLength={100} autoComplete="off" />
      <TextField label={words.receiptPhone} name="receiptPhone" type="tel" maxLength={32} autoComplete="off" />
    </fieldset>
  );
}

export function receiptOf(read: Read): NonNullable<Receipt> {
  const [reference, phone] = [read('receiptReference'), read('receiptPhone')];
  return { name: read('receiptName'), ...(reference ? { reference } : {}), ...(phone ? { phone } : {}) };
}
