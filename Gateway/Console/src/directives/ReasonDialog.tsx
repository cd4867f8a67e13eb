import type { Directive } from '../api/directive';
import type { Attempt } from '../design/attempt';
import { TextArea, TextField } from '../design/Field';
import { FormDialog, type Read } from '../design/FormDialog';
import { useWords } from '../i18n/words';
import { outcomeOf } from '../incident/actions';
import { splitNumber } from '../incident/terms';
import { directives, withdrawGroup } from './actions';
import type { Deed } from './permitted';
import { directiveWords } from './words';

/** What somebody does with a directive for a reason. */
export type ReasonedDeed = Extract<Deed, 'refuse' | 'giveBack' | 'urge' | 'withdraw' | 'withdrawGroup'>;

interface Props<T> {
  directive: Directive;
  deed: T;
  onClose: () => void;
}

/** Asks for the reason, and does it. */
export function ReasonDialog({ directive, deed, onClose }: Props<ReasonedDeed>) {
  const words = useWords(directiveWords);
  const number = splitNumber(directive.number)[1];
  const run = (read: Read, attempt: Attempt) =>
    deed === 'withdrawGroup'
      ? withdrawGroup(directive.group, read('reason'), attempt)
      : directives[deed](directive.id, read('reason'), attempt);
  return (
    <FormDialog
      title={`${words.deeds[deed]} ${number}`}
      typedAs={`directive/${directive.id}/${deed}`}
      confirm={words.deeds[deed]}
      send={(read, _sure, attempt) => outcomeOf(() => run(read, attempt), words.done[deed](number))}
      onClose={onClose}
    >
      <TextArea label={words.reason} name="reason" required maxLength={500} />
    </FormDialog>
  );
}

/** Asks with which outcome it is concluded, and does it. */
export function ConcludeDialog({ directive, onClose }: Omit<Props<never>, 'deed'>) {
  const words = useWords(directiveWords);
  const number = splitNumber(directive.number)[1];
  const send = (read: Read, _sure: boolean, attempt: Attempt) =>
    outcomeOf(() => directives.conclude(directive.id, read('outcome'), read('note'), attempt), words.done.conclude(number));
  return (
    <FormDialog
      title={`${words.deeds.conclude} ${number}`}
      typedAs={`directive/${directive.id}/conclude`}
      confirm={words.deeds.conclude}
      send={send}
      onClose={onClose}
    >
      <TextField
        label={words.outcome}
        name="outcome"
        required
        maxLength={100}
        pattern=".*\S.*"
        defaultValue={directive.status === 'refused' ? '' : (directive.outcome ?? '')}
      />
      <TextArea label={words.note} name="note" maxLength={500} />
    </FormDialog>
  );
}
