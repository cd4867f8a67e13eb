import { useEffect, useRef, useState, type FormEvent } from 'react';
import { api } from '../api/client';
import { command } from '../api/commands';
import type { Message, Page } from '../api/types';
import { Answer } from '../asking/Answer';
import { answerOf } from '../asking/asked';
import { useAsked } from '../asking/useAsked';
import { Icon } from '../design/Icon';
import { useFormats } from '../i18n/format';
import { useWords } from '../i18n/words';
import { attempt } from '../incident/actions';
import { erasureWords } from '../incident/erasureWords';
import { incidentWords } from '../incident/words';
import { live } from '../live/live';
import { useMay } from '../signin/may';
import { session } from '../signin/session';
import { serverClock } from '../time/serverClock';
import { withEvent } from './list';
import { markSeen } from './useSeen';
import './messages.css';

interface Props {
  thing: 'incidents' | 'units';
  id: string;
  /** What nobody of the centre has read. */
  unread: number;
  /** Of an incident: how many there are; whoever sees them has seen so many. */
  count?: number;
}

/** The messages of one incident, to all units on it and the centre; or those between one unit and the centre. */
export function MessagesTab({ thing, id, unread, count }: Props) {
  const words = useWords(incidentWords);
  const format = useFormats();
  const mayWrite = useMay(thing === 'units' ? 'messageUnits' : 'messageIncidents');
  const [draft, setDraft] = useState(() => sessionStorage.getItem(draftKey(id)) ?? '');
  const end = useRef<HTMLLIElement>(null);
  const path = `/${thing}/${encodeURIComponent(id)}/messages`;
  const stream = `${thing === 'units' ? 'unit' : 'incident'}/${id}`;
  const { asked, again, change } = useAsked<readonly Message[]>(path, async (signal) => {
    const page = await api.get<Page<Message>>(path, signal);
    return [...page.items].sort((a, b) => (a.sentAt < b.sentAt ? -1 : 1));
  });
  const messages = answerOf(asked);
  useEffect(
    () => live.onEvent((event) => event.stream === stream && change((known) => withEvent(known, event))),
    [stream, change],
  );
  // Whoever sees them has seen them. For the centre, which has one mark for all, the newest that is for it is marked, too.
  const shown = asked.is === 'answered';
  useEffect(() => {
    if (shown && count !== undefined) markSeen(id, count);
  }, [id, count, shown]);
  const newest = messages?.findLast((m) => m.from.subject !== session.subject() && m.to !== 'unit');
  useEffect(() => {
    if (newest && unread > 0 && mayWrite)
      void command('POST', `${path}/${encodeURIComponent(newest.id)}/reading`, {}).catch(() => undefined);
  }, [newest?.id, unread, mayWrite, path]);
  useEffect(() => end.current?.scrollIntoView({ block: 'nearest' }), [messages?.length]);

  function submit(event: FormEvent) {
    event.preventDefault();
    const text = draft.trim();
    if (text === '') return;
    void attempt(async () => {
      await command('POST', path, { text, occurredAt: serverClock.iso() });
      keep('');
      again();
    });
  }
  function keep(text: string) {
    setDraft(text);
    if (text) sessionStorage.setItem(draftKey(id), text);
    else sessionStorage.removeItem(draftKey(id));
  }

  const { erasedText } = useWords(erasureWords);
  return (
    <div className="messages">
      <Answer of={asked} again={again}>{(all) => all.length === 0 && <p className="faint">{words.noMessages}</p>}</Answer>
      <ol aria-live="polite">
        {messages?.map((m, i) => (
          <li
            key={m.id}
            ref={i === messages.length - 1 ? end : undefined}
            className={m.from.subject === session.subject() ? 'mine' : ''}
          >
            <span className="faint">{m.from.unitId ?? m.from.subject} · {format.time(m.sentAt)}</span>
            <p>{m.text ?? <i className="faint">{erasedText}</i>}</p>
            {m.readBy.length > 0 && (
              <span className="faint">
                <Icon name="check" /> {words.readBy} {m.readBy.map((r) => r.unitId ?? r.subject).join(', ')}
              </span>
            )}
          </li>
        ))}
      </ol>
      {mayWrite && (
        <form className="row" onSubmit={submit}>
          <input
            className="input"
            aria-label={thing === 'units' ? words.sendToUnit : words.sendTo}
            placeholder={thing === 'units' ? words.sendToUnit : words.sendTo}
            maxLength={1000}
            value={draft}
            onChange={(e) => keep(e.target.value)}
          />
          <button type="submit" className="button primary"><Icon name="send" />{words.send}</button>
        </form>
      )}
    </div>
  );
}

const draftKey = (id: string) => `tocsin.draft.message.${id}`;
