import { TextField } from '../design/Field';
import { FormDialog, type Read } from '../design/FormDialog';
import { useWords } from '../i18n/words';
import { outcomeOf, units } from '../incident/actions';
import { unitWords } from './words';

/** Receives a neighbour's unit: it is on duty at once, and the end of its duty lets it go. */
export function VisitorDialog({ onClose }: { onClose: () => void }) {
  const words = useWords(unitWords);
  const send = (read: Read) => {
    const capabilities = read('capabilities').split(/[,，、]/).map((c) => c.trim()).filter(Boolean);
    const visitor = { id: read('id'), callSign: read('callSign'), kind: read('kind'), agency: read('agency'), capabilities };
    return outcomeOf(() => units.receive(visitor), words.received(visitor.callSign));
  };
  return (
    <FormDialog title={words.visitor} typedAs="visitor" confirm={words.receive} send={send} onClose={onClose}>
      <TextField label={words.callSign} name="callSign" required maxLength={100} autoFocus />
      <TextField label={words.agency} name="agency" required maxLength={100} />
      <TextField label={words.kind} name="kind" required maxLength={100} />
      <TextField label={words.id} name="id" required maxLength={40} pattern="[A-Za-z0-9._\-]+" title={words.idHint} />
      <TextField label={words.capabilitiesList} name="capabilities" maxLength={1000} />
      <p className="quiet">{words.visitorHint}</p>
    </FormDialog>
  );
}
