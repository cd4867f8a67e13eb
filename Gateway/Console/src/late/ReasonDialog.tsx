import { FormDialog } from '../design/FormDialog';
import { TextArea } from '../design/Field';
import { useWords } from '../i18n/words';
import { lateWords } from './words';

const reasonMax = 500;

/** Asks for a reason. It cannot be left empty, because the trail keeps it. */
export function ReasonDialog({
  title,
  typedAs,
  hint,
  action,
  preset,
  onSend,
  onClose,
}: {
  title: string;
  typedAs: string;
  hint: string;
  action: string;
  preset: string;
  /** A text: why it was refused. */
  onSend: (reason: string) => Promise<string | null>;
  onClose: () => void;
}) {
  const words = useWords(lateWords);
  return (
    <FormDialog title={title} typedAs={typedAs} confirm={action} send={(read) => onSend(read('reason'))} onClose={onClose}>
      <p className="quiet">{hint}</p>
      <TextArea label={words.reason} name="reason" rows={3} maxLength={reasonMax} defaultValue={preset} required />
    </FormDialog>
  );
}
