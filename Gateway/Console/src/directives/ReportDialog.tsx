import { useEffect, useRef, useState } from 'react';
import type { Directive } from '../api/directive';
import type { Attempt } from '../design/attempt';
import { TextArea, TextField } from '../design/Field';
import { FormDialog, type Outcome, type Read } from '../design/FormDialog';
import { useWords } from '../i18n/words';
import { instantAt, wallOf } from '../i18n/zoned';
import { outcomeOf } from '../incident/actions';
import { parseCoordinates } from '../incident/place';
import { splitNumber } from '../incident/terms';
import { serverClock } from '../time/serverClock';
import { directives, type Report } from './actions';
import { needsReceipt } from './permitted';
import { ReceiptFields, receiptOf } from './SignDialog';
import { directiveWords } from './words';

interface Props {
  directive: Directive;
  isExternal: boolean;
  onClose: () => void;
}

// When the next report is due, if nobody says otherwise.
const laterMs = 86_400_000;

/** Asks for a report: its outcome, what was done, whether it is the last word, and what its kind and its recipient need. */
export function ReportDialog({ directive, isExternal, onClose }: Props) {
  const words = useWords(directiveWords);
  const number = splitNumber(directive.number)[1];
  const receipt = needsReceipt(directive, isExternal);

  async function send(read: Read, _sure: boolean, attempt: Attempt): Promise<Outcome> {
    const place = parseCoordinates(read('coordinates'));
    if (place === 'bad') return words.badCoordinates;
    const address = read('address') || null;
    const isHit = read('hit') !== '';
    const final = isHit || read('final') !== '';
    const report: Report = {
      outcome: isHit ? 'hit' : read('outcome'),
      narrative: read('narrative'),
      final,
      ...(receipt ? { receipt: receiptOf(read) } : {}),
      ...(place || address ? { place: { lat: place?.lat ?? null, lon: place?.lon ?? null, address } } : {}),
      ...(!final && read('nextAt') ? { nextAt: instantAt(read('nextAt')) } : {}),
    };
    return outcomeOf(() => directives.report(directive.id, report, attempt), words.done.report(number));
  }
  return (
    <FormDialog title={words.reportTitle(number)} typedAs={`directive/${directive.id}`} confirm={words.send} send={send} onClose={onClose}>
      <ReportFields directive={directive} />
      {receipt && <ReceiptFields />}
    </FormDialog>
  );
}

function ReportFields({ directive }: { directive: Directive }) {
  const words = useWords(directiveWords);
  const isLookOut = directive.kind === 'lookOut';
  const hit = useRef<HTMLInputElement>(null);
  const last = useRef<HTMLInputElement>(null);
  const [isHit, setHit] = useState(false);
  const [isFinal, setFinal] = useState(true);
  const [later] = useState(() => wallOf(new Date(serverClock.now() + laterMs).toISOString()).slice(0, 16));
  // What was ticked before the page was closed is put back into the boxes themselves.
  useEffect(() => {
    setHit(hit.current?.checked ?? false);
    setFinal(last.current!.checked);
  }, []);
  const needsNext = !isFinal && !isHit;
  return (
    <>
      {isLookOut && (
        <label className="check">
          <input ref={hit} type="checkbox" name="hit" onChange={(e) => setHit(e.target.checked)} />
          {words.hit}
        </label>
      )}
      <fieldset hidden={isHit} disabled={isHit}>
        <TextField label={words.outcome} name="outcome" required maxLength={100} pattern=".*\S.*" data-focus="" />
      </fieldset>
      <TextArea label={words.narrative} name="narrative" maxLength={4000} />
      <fieldset className="stack" hidden={!isLookOut} disabled={!isLookOut}>
        <TextField label={words.address} name="address" maxLength={200} />
        <TextField label={words.coordinates} hint={words.coordinatesHint} name="coordinates" maxLength={60} />
      </fieldset>
      <label className="check" hidden={isHit}>
        <input ref={last} type="checkbox" name="final" defaultChecked onChange={(e) => setFinal(e.target.checked)} />
        {words.final}
      </label>
      <fieldset hidden={!needsNext} disabled={!needsNext}>
        <TextField
          label={words.nextAt}
          name="nextAt"
          type="datetime-local"
          required={directive.kind === 'followUp'}
          defaultValue={directive.kind === 'followUp' ? later : ''}
        />
      </fieldset>
    </>
  );
}
