import { useEffect, useRef, useState, type FormEvent } from 'react';
import type { BoardIncident } from '../api/types';
import { Answer } from '../asking/Answer';
import { Icon } from '../design/Icon';
import { useKeptText } from '../design/useKeptText';
import { useFormats } from '../i18n/format';
import { useWords } from '../i18n/words';
import { isOwn, isUnread, wasReadByCentre, type Letter } from './letters';
import type { Report } from './reports';
import { useLetters, useReads, useReports } from './hooks';
import { page } from './unitPage';
import { unitWords } from './words';

const textMax = 1_000;

/** Messages to and from the centre, and to all on the incident; what is shown is read. */
export function Messages({ unitId, incident }: { unitId: string; incident: BoardIncident | null }) {
  const words = useWords(unitWords);
  const letters = useLetters();
  const { lettersRead } = useReads();
  const { waiting } = useReports();
  const [text, setText] = useKeptText(`talk/${unitId}`);
  const [toAll, setToAll] = useState(incident !== null);
  const all = toAll && incident !== null;
  const end = useRef<HTMLLIElement>(null);
  const marked = useRef(new Set<string>());
  const unsent = waiting.filter((r) => r.kind === 'message');
  useEffect(() => {
    end.current?.scrollIntoView({ block: 'end' });
  }, [letters.length, unsent.length]);
  useEffect(() => {
    for (const letter of letters) {
      if (!isUnread(letter, unitId) || marked.current.has(letter.id)) continue;
      marked.current.add(letter.id);
      const thing = letter.to === 'all' ? `/incidents/${letter.incidentId}` : `/units/${unitId}`;
      page.press({ kind: 'reading', lane: 'talk', path: `${thing}/messages/${letter.id}/reading`, body: {}, about: null });
    }
  }, [letters, unitId]);
  function send(event: FormEvent) {
    event.preventDefault();
    if (!text.trim()) return;
    page.press(
      all
        ? { kind: 'message', lane: 'talk', path: `/incidents/${incident.id}/messages`, body: { text: text.trim() }, about: incident.number }
        : {
            kind: 'message',
            lane: 'talk',
            path: `/units/${unitId}/messages`,
            body: { text: text.trim(), incidentId: incident?.id ?? null },
            about: incident?.number ?? null,
          },
    );
    setText('');
  }
  return (
    <>
      <div className="u-scroll" tabIndex={0} role="region" aria-label={words.messages}>
        <Answer of={lettersRead} again={page.readAgain}>
          {() => letters.length + unsent.length === 0 && <p className="u-center quiet">{words.noMessages}</p>}
        </Answer>
        <ul className="u-letters">
          {letters.map((l) => (
            <LetterRow key={l.id} letter={l} unitId={unitId} />
          ))}
          {unsent.map((r) => (
            <UnsentRow key={r.key} report={r} />
          ))}
          <li ref={end} aria-hidden="true" />
        </ul>
      </div>
      <form className="u-deck u-write" onSubmit={send}>
        {incident && (
          <div className="u-choices two" role="group" aria-label={words.messages}>
            <button type="button" className="u-small" aria-pressed={!all} onClick={() => setToAll(false)}>
              {words.toCentre}
            </button>
            <button type="button" className="u-small" aria-pressed={all} onClick={() => setToAll(true)}>
              {words.toAll}
            </button>
          </div>
        )}
        <div className="row">
          <input
            className="input u-input"
            aria-label={words.write}
            placeholder={words.write}
            value={text}
            maxLength={textMax}
            enterKeyHint="send"
            autoComplete="off"
            onChange={(e) => setText(e.target.value)}
          />
          <button type="submit" className="u-icon primary" aria-label={words.send} disabled={!text.trim()}>
            <Icon name="send" />
          </button>
        </div>
      </form>
    </>
  );
}

function LetterRow({ letter, unitId }: { letter: Letter; unitId: string }) {
  const words = useWords(unitWords);
  const format = useFormats();
  const own = isOwn(letter, unitId);
  return (
    <li className="u-letter" data-own={own}>
      <span className="u-from">
        {own ? words.you : (letter.from.unitId ?? letter.from.station ?? words.centre)}
        {letter.to === 'all' ? ` · ${words.toAll}` : ''}
      </span>
      <p>{letter.text}</p>
      <span className="u-mark">
        {format.minute(letter.sentAt)}
        {own && ` · ${wasReadByCentre(letter) ? `✓✓ ${words.isRead}` : `✓ ${words.isSent}`}`}
      </span>
    </li>
  );
}

function UnsentRow({ report }: { report: Report }) {
  const words = useWords(unitWords);
  const format = useFormats();
  return (
    <li className="u-letter" data-own="true" data-waiting="true">
      <span className="u-from">{words.you}</span>
      <p>{String(report.body['text'])}</p>
      <span className="u-mark">
        {format.minute(report.at)} · ↑ {words.notSent}
      </span>
    </li>
  );
}
