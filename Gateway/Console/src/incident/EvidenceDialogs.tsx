import { useRef, useState } from 'react';
import { toast } from '../alerts/toasts';
import { command } from '../api/commands';
import type { Attempt } from '../design/attempt';
import { Field, TextField } from '../design/Field';
import { FormDialog, type Read } from '../design/FormDialog';
import { useWords } from '../i18n/words';
import { instantAt } from '../i18n/zoned';
import { outcomeOf } from './actions';
import { digestedMax, sha256Of } from './digest';
import type { EvidenceItem } from './evidenceItem';
import { recordWords } from './recordWords';
import { terms } from './terms';

const kinds = ['callRecording', 'bodyCamera', 'video', 'photo', 'document'] as const;

interface Props {
  /** The path of the evidence of a thing. */
  path: string;
  onDone: () => void;
  onClose: () => void;
}

/** Writes down where a piece is kept, and its digest. */
export function AddEvidenceDialog({ path, onDone, onClose }: Props) {
  const words = useWords(recordWords);
  const { evidenceKind } = useWords(terms);
  async function send(read: Read, _sure: boolean, { key, occurredAt }: Attempt) {
    const given = (name: string) => (read(name) ? { [name]: read(name) } : {});
    const takenAt = read('takenAt') && instantAt(read('takenAt'));
    const body = {
      kind: read('kind'),
      uri: read('uri'),
      sha256: read('sha256'),
      ...(read('bytes') ? { bytes: Number(read('bytes')) } : {}),
      ...(takenAt ? { takenAt } : {}),
      ...given('takenBy'),
      ...given('cameraId'),
      ...given('note'),
      occurredAt,
    };
    const outcome = await outcomeOf(() => command('POST', path, body, { key }), words.evidenceAdded);
    if (outcome === null) onDone();
    return outcome;
  }
  return (
    <FormDialog title={words.addEvidence} typedAs={`evidence${path}`} confirm={words.addEvidence} send={send} onClose={onClose}>
      <Field label={words.kind}>
        {(props) => (
          <select className="input" name="kind" {...props}>
            {kinds.map((kind) => <option key={kind} value={kind}>{evidenceKind[kind]}</option>)}
          </select>
        )}
      </Field>
      <TextField
        label={words.uri}
        hint={words.uriHint}
        name="uri"
        required
        maxLength={500}
        pattern=".*\S.*"
        autoComplete="off"
        data-focus=""
      />
      <DigestFields hasBytes />
      <div className="form-pair">
        <TextField label={words.takenAt} name="takenAt" type="datetime-local" step="1" />
        <TextField label={words.takenBy} name="takenBy" maxLength={100} autoComplete="off" />
      </div>
      <TextField label={words.cameraId} name="cameraId" maxLength={100} autoComplete="off" />
      <TextField label={words.note} name="note" maxLength={500} />
    </FormDialog>
  );
}

/** Compares what is there now with what was written down; the result is recorded and said. */
export function VerifyDialog({ path, item, onDone, onClose }: Props & { item: EvidenceItem }) {
  const words = useWords(recordWords);
  const send = (read: Read, _sure: boolean, { key, occurredAt }: Attempt) =>
    outcomeOf(async () => {
      const { same } = await command<{ same: boolean }>(
        'POST',
        `${path}/${item.n}/verification`,
        { sha256: read('sha256'), occurredAt },
        { key },
      );
      toast(same ? 'good' : 'bad', same ? words.isSame(item.n) : words.isNotSame(item.n));
      onDone();
    });
  return (
    <FormDialog
      title={words.verifyTitle(item.n)}
      typedAs={`evidence${path}/${item.n}`}
      confirm={words.verify}
      send={send}
      onClose={onClose}
    >
      <p className="record-uri">{item.uri}</p>
      <DigestFields />
    </FormDialog>
  );
}

/** The digest, typed or reckoned here of a file that stays on this machine. */
function DigestFields({ hasBytes = false }: { hasBytes?: boolean }) {
  const words = useWords(recordWords);
  const digest = useRef<HTMLInputElement>(null);
  const bytes = useRef<HTMLInputElement>(null);
  const [state, setState] = useState<string | null>(null);

  async function reckon(file: File | undefined) {
    if (!file) return setState(null);
    if (!globalThis.crypto?.subtle) return setState(words.noReckoning);
    if (file.size > digestedMax) return setState(words.tooBig);
    setState(words.reckoning);
    try {
      fill(digest.current, await sha256Of(await file.arrayBuffer()));
      fill(bytes.current, String(file.size));
      setState(null);
    } catch {
      // It is too large for this machine, or it is gone.
      setState(words.tooBig);
    }
  }
  return (
    <>
      <Field label={words.file} hint={state ?? words.fileHint}>
        {(props) => <input className="input" type="file" {...props} onChange={(e) => void reckon(e.target.files?.[0])} />}
      </Field>
      <Field label={words.sha256} hint={words.sha256Hint}>
        {(props) => (
          <input
            ref={digest}
            className="input digest"
            name="sha256"
            required
            pattern="[0-9A-Fa-f]{64}"
            maxLength={64}
            autoComplete="off"
            spellCheck={false}
            {...props}
          />
        )}
      </Field>
      {hasBytes && (
        <Field label={words.bytes}>
          {(props) => <input ref={bytes} className="input" name="bytes" type="number" min={0} step={1} {...props} />}
        </Field>
      )}
    </>
  );
}

function fill(field: HTMLInputElement | null, value: string): void {
  if (!field) return;
  field.value = value;
  field.dispatchEvent(new Event('input', { bubbles: true }));
}
