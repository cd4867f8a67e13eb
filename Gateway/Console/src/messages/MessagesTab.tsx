import { useCallback, useEffect, useRef, useState, type FormEvent } from 'react';
import { api } from '../api/client';
import { command } from '../api/commands';
import { Problem } from '../api/problem';
import type { Message, Page } from '../api/types';
import { Icon } from '../design/Icon';
import { useFormats } from '../i18n/format';
import { useWords } from '../i18n/words';
import { attempt } from '../incident/actions';
import { incidentWords } from '../incident/words';
import { live } from '../live/live';
import { commonWords } from '../i18n/commonWords';
import { useMay } from '../signin/may';
import { session } from '../signin/session';
import { serverClock } from '../time/serverClock';
import './messages.css';

/** The messages of one incident, to all units on it and the centre. */
export function MessagesTab({ incidentId, unread }: { incidentId: string; unread: number }) {
  const words = useWords(incidentWords);
  const common = useWords(commonWords);
  const format = useFormats();
  const mayWrite = useMay('messageIncidents');
  const [messages, setMessages] = useState<readonly Message[] | null>(null);
  const [draft, setDraft] = useState(() => sessionStorage.getItem(draftKey(incidentId)) ?? '');
  const end = useRef<HTMLLIElement>(null);
  const path = `/incidents/${encodeURIComponent(incidentId)}/messages`;

  const load = useCallback(async () => {
    try {
      const page = await api.get<Page<Message>>(path);
      setMessages([...page.items].sort((a, b) => (a.sentAt < b.sentAt ? -1 : 1)));
    } catch (error) {
      if (error instanceof Problem) setMessages([]);
    }
  }, [path]);

  useEffect(() => {
    void load();
    return live.onEvent((event) => {
      if (event.stream !== `incident/${incidentId}`) return;
      const data = event.data as {
        messageId?: string;
        text?: string;
        from?: Message['from'];
        by?: { subject: string; unitId: string | null };
      };
      if (event.kind === 'MessageSent')
        setMessages((old) =>
          old && !old.some((m) => m.id === data.messageId)
            ? [
                ...old,
                { id: data.messageId!, text: data.text!, from: data.from!, sentAt: event.occurredAt, incidentId, readAt: null, readBy: [] },
              ]
            : old,
        );
      if (event.kind === 'MessageRead')
        setMessages(
          (old) =>
            old &&
            old.map((m) =>
              m.id === data.messageId
                ? {
                    ...m,
                    readAt: m.readAt ?? event.occurredAt,
                    readBy: [...m.readBy, { subject: data.by!.subject, unitId: data.by!.unitId, at: event.occurredAt }],
                  }
                : m,
            ),
        );
    });
  }, [incidentId, load]);

  // Shown messages are marked as read: the mark of the newest one by others also counts for those before it.
  const newest = messages?.findLast((m) => m.from.subject !== session.subject());
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
      await load();
    });
  }
  function keep(text: string) {
    setDraft(text);
    if (text) sessionStorage.setItem(draftKey(incidentId), text);
    else sessionStorage.removeItem(draftKey(incidentId));
  }

  if (!messages) return <p className="empty" role="status">{common.loading}</p>;
  return (
    <div className="messages">
      {messages.length === 0 && <p className="faint">{words.noMessages}</p>}
      <ol aria-live="polite">
        {messages.map((m, i) => (
          <li key={m.id} ref={i === messages.length - 1 ? end : undefined} className={m.from.subject === session.subject() ? 'mine' : ''}>
            <span className="faint">{m.from.unitId ?? m.from.subject} · {format.time(m.sentAt)}</span>
            <p>{m.text}</p>
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
            aria-label={words.sendTo}
            placeholder={words.sendTo}
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

const draftKey = (incidentId: string) => `tocsin.draft.message.${incidentId}`;
