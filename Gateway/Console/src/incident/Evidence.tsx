import { useEffect, useState } from 'react';
import { api, query } from '../api/client';
import type { Page } from '../api/types';
import { Answer } from '../asking/Answer';
import { useAsked } from '../asking/useAsked';
import { Icon } from '../design/Icon';
import { useFormats } from '../i18n/format';
import { useWords } from '../i18n/words';
import { live } from '../live/live';
import { useMay } from '../signin/may';
import { AddEvidenceDialog, VerifyDialog } from './EvidenceDialogs';
import type { EvidenceItem } from './evidenceItem';
import { recordWords } from './recordWords';
import { terms } from './terms';

// As many as a thing may have.
const piecesMax = 200;
const paths = { incident: 'incidents', call: 'calls', directive: 'directives' } as const;

interface Props {
  /** `incident/ID`, `call/ID`, `directive/ID`. */
  stream: `${keyof typeof paths}/${string}`;
  mayAdd: boolean;
}

/** The pieces of evidence of a thing, where each is kept, and whether it is still what it was. */
export function Evidence({ stream, mayAdd }: Props) {
  const words = useWords(recordWords);
  const mayVerify = useMay('verifyEvidence');
  const [asking, setAsking] = useState<EvidenceItem | 'new' | null>(null);
  const [kind, id] = stream.split('/') as [keyof typeof paths, string];
  const path = `/${paths[kind]}/${encodeURIComponent(id)}/evidence`;
  const { asked, again } = useAsked<Page<EvidenceItem>>(`evidence ${stream}`, (signal) =>
    api.get(`${path}${query({ limit: piecesMax })}`, signal),
  );
  useEffect(
    () => live.onEvent((event) => event.stream === stream && event.kind.startsWith('Evidence') && again()),
    [stream, again],
  );
  return (
    <section>
      <div className="row">
        <h2 className="section-title grow">{words.evidence}</h2>
        {mayAdd && (
          <button type="button" className="button plain small" onClick={() => setAsking('new')}>
            <Icon name="plus" />
            {words.addEvidence}
          </button>
        )}
      </div>
      <Answer of={asked} again={again} what={words.evidence}>
        {({ items }) => (
          <>
            {items.length === 0 && <p className="faint">{words.noEvidence}</p>}
            <ul className="record-list">
              {items.map((item) => (
                <Piece key={item.n} item={item} onVerify={mayVerify ? () => setAsking(item) : null} />
              ))}
            </ul>
          </>
        )}
      </Answer>
      {asking === 'new' && <AddEvidenceDialog path={path} onDone={again} onClose={() => setAsking(null)} />}
      {asking !== null && asking !== 'new' && (
        <VerifyDialog path={path} item={asking} onDone={again} onClose={() => setAsking(null)} />
      )}
    </section>
  );
}

function Piece({ item, onVerify }: { item: EvidenceItem; onVerify: (() => void) | null }) {
  const words = useWords(recordWords);
  const { evidenceKind } = useWords(terms);
  const format = useFormats();
  const { verified } = item;
  const when = (at: string) => `${format.dayOfYear(at)} ${format.time(at)}`;
  const facts: [string, string | null][] = [
    [words.sha256, item.sha256],
    [words.bytes, item.bytes === null ? null : format.number(item.bytes)],
    [words.takenAt, item.takenAt && when(item.takenAt)],
    [words.takenBy, item.takenBy],
    [words.cameraId, item.cameraId],
    [words.note, item.note],
  ];
  return (
    <li className="record-item">
      <div className="row wrap">
        <b className="num">{item.n}</b>
        <span className="chip info">{evidenceKind[item.kind]}</span>
        <span className="faint">{words.by(item.by, when(item.at))}</span>
        {verified === null ? (
          <span className="faint">{words.neverVerified}</span>
        ) : (
          <span className={`chip ${verified.same ? 'good' : 'bad'}`} title={words.verifiedBy(verified.by, when(verified.at))}>
            <Icon name={verified.same ? 'check' : 'alert'} />
            {verified.same ? words.same : words.notSame}
          </span>
        )}
        {onVerify && (
          <button type="button" className="button plain small push" aria-label={words.verifyTitle(item.n)} onClick={onVerify}>
            {words.verify}
          </button>
        )}
      </div>
      <p className="record-uri">{item.uri ?? words.erased}</p>
      <dl className="record-facts">
        {facts.map(([name, value]) => value && (
          <div key={name}>
            <dt>{name}</dt>
            <dd className={name === words.sha256 ? 'digest' : undefined}>{value}</dd>
          </div>
        ))}
      </dl>
    </li>
  );
}
