import { TextArea, TextField } from '../design/Field';
import { FormDialog } from '../design/FormDialog';
import { outcomeOf } from '../incident/actions';

/** Asks for one text, and does something with it. */
export function Ask({
  title,
  typedAs,
  label,
  confirm,
  done,
  long,
  run,
  onClose,
}: {
  title: string;
  typedAs: string;
  label: string;
  confirm: string;
  /** What is said when it is done. */
  done?: string;
  long?: boolean;
  run: (text: string) => Promise<unknown>;
  onClose: () => void;
}) {
  return (
    <FormDialog
      title={title}
      typedAs={typedAs}
      confirm={confirm}
      send={(read) => outcomeOf(() => run(read('text')), done)}
      onClose={onClose}
    >
      {long ? (
        <TextArea label={label} name="text" required maxLength={1000} />
      ) : (
        <TextField label={label} name="text" required maxLength={500} />
      )}
    </FormDialog>
  );
}
