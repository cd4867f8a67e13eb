import type { Message } from '../api/types';
import { splitStream } from '../live/ids';
import type { FeedEvent } from '../live/store';

/** The messages of an incident or a unit after an event of it. */
export function withEvent(messages: readonly Message[], event: FeedEvent): readonly Message[] {
  const data = event.data as {
    messageId?: string;
    text?: string;
    from?: Message['from'];
    to?: Message['to'];
    incidentId?: string | null;
    by?: { subject: string; unitId: string | null };
  };
  const id = data.messageId;
  if (id === undefined) return messages;
  if (event.kind === 'MessageSent' && data.from && !messages.some((m) => m.id === id)) {
    const [kind, thing] = splitStream(event.stream);
    const sent: Message = {
      id,
      text: data.text ?? '',
      from: data.from,
      to: kind === 'incident' ? 'all' : (data.to ?? 'unit'),
      sentAt: event.occurredAt,
      incidentId: kind === 'incident' ? thing : (data.incidentId ?? null),
      readAt: null,
      readBy: [],
    };
    return [...messages, sent];
  }
  const { by } = data;
  if (event.kind !== 'MessageRead' || !by) return messages;
  const reading = { subject: by.subject, unitId: by.unitId, at: event.occurredAt };
  return messages.map((m) => (m.id === id ? { ...m, readAt: m.readAt ?? event.occurredAt, readBy: [...m.readBy, reading] } : m));
}
