import type { Directive } from '../api/directive';
import { TextArea } from '../design/Field';
import { FormDialog, type Read } from '../design/FormDialog';
import { useWords } from '../i18n/words';
import { outcomeOf } from '../incident/actions';
import { splitNumber } from '../incident/terms';
import { directives } from './actions';
import { directiveWords } from './words';

/** What somebody does with a directive for a reason. */
export type Deed = 'refuse' | 'giveBack' | 'urge';

/** Asks for the reason, and does it. */
export function ReasonDialog({ directive, deed, onClose }: { directive: Directive; deed: Deed; onClose: () => void }) {
  const words = useWords(directiveWords);
  const number = splitNumber(directive.number)[1];
  const send = (read: Read) => outcomeOf(() => directives[deed](directive.id, read('reason')), words.done[deed](number));
  return (
    <FormDialog
      title={`${words.deeds[deed]} ${number}`}
      typedAs={`directive/${directive.id}/${deed}`}
      confirm={words.deeds[deed]}
      send={send}
      onClose={onClose}
    >
      <TextArea label={words.reason} name="reason" required maxLength={500} />
    </FormDialog>
  );
}
