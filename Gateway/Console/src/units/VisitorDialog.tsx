import type { FormEvent } from 'react';
import { Dialog } from '../design/Dialog';
import { TextField } from '../design/Field';
import { commonWords } from '../i18n/commonWords';
import { useWords } from '../i18n/words';
import { attempt, units } from '../incident/actions';
import { unitWords } from './words';

/** Receives a neighbour's unit: it is on duty at once, and the end of its duty lets it go. */
export function VisitorDialog({ onClose }: { onClose: () => void }) {
  const words = useWords(unitWords);
  const common = useWords(commonWords);
  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const field = (name: string) => String(form.get(name) ?? '').trim();
    const capabilities = field('capabilities').split(/[,，、]/).map((c) => c.trim()).filter(Boolean);
    const visitor = { id: field('id'), callSign: field('callSign'), kind: field('kind'), agency: field('agency'), capabilities };
    if (await attempt(() => units.receive(visitor), words.received(visitor.callSign))) onClose();
  }
  return (
    <Dialog
      title={words.visitor}
      onClose={onClose}
      foot={
        <>
          <button type="button" className="button" onClick={onClose}>
            {common.cancel}
          </button>
          <button type="submit" form="visitor" className="button primary">
            {words.receive}
          </button>
        </>
      }
    >
      <form id="visitor" onSubmit={(e) => void submit(e)}>
        <TextField label={words.callSign} name="callSign" required maxLength={100} autoFocus />
        <TextField label={words.agency} name="agency" required maxLength={100} />
        <TextField label={words.kind} name="kind" required maxLength={100} />
        <TextField label={words.id} name="id" required maxLength={40} pattern="[A-Za-z0-9._\-]+" title={words.idHint} />
        <TextField label={words.capabilitiesList} name="capabilities" maxLength={1000} />
        <p className="quiet">{words.visitorHint}</p>
      </form>
    </Dialog>
  );
}
