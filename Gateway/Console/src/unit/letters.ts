import type { components } from '../api/schema';
import type { FeedEvent } from '../live/store';
import { splitStream } from '../live/ids';

export type Letter = components['schemas']['MessageView'];

// More than anybody scrolls back on a phone.
const lettersMax = 100;

/** The messages that a unit sees: its own and those of its incident, in the order in which the centre had them. Marks come by the feed. */
export class Letters {
  #all = new Map<string, Letter>();
  #list: readonly Letter[] = [];

  list = (): readonly Letter[] => this.#list;

  /** The phone belongs to another unit now. */
  clear(): void {
    this.#all.clear();
    this.#list = [];
  }

  /** Takes messages that were read or kept. */
  take(letters: readonly Letter[]): void {
    for (const letter of letters) {
      const known = this.#all.get(letter.id);
      if (!known || known.readBy.length <= letter.readBy.length) this.#all.set(letter.id, letter);
    }
    this.#sort();
  }

  /** Takes an event of the feed; the new message, if it is one. */
  apply(event: FeedEvent): Letter | null {
    const data = event.data as {
      messageId?: string;
      text?: string;
      to?: Letter['to'];
      from?: Letter['from'];
      incidentId?: string | null;
      by?: Letter['from'];
    };
    if (event.kind === 'MessageSent' && data.messageId && data.from) {
      if (this.#all.has(data.messageId)) return null;
      const [kind, id] = splitStream(event.stream);
      const letter: Letter = {
        id: data.messageId,
        text: data.text ?? '',
        from: data.from,
        to: kind === 'incident' ? 'all' : (data.to ?? 'unit'),
        sentAt: event.occurredAt,
        incidentId: kind === 'incident' ? id : (data.incidentId ?? null),
        readAt: null,
        readBy: [],
        recordedAt: event.recordedAt,
      };
      this.#all.set(letter.id, letter);
      this.#sort();
      return letter;
    }
    const known = event.kind === 'MessageRead' && data.messageId && data.by ? this.#all.get(data.messageId) : undefined;
    if (!known || !data.by || known.readBy.some((r) => r.subject === data.by!.subject && r.at === event.occurredAt)) return null;
    this.#all.set(known.id, {
      ...known,
      readAt: known.readAt ?? event.occurredAt,
      readBy: [...known.readBy, { ...data.by, at: event.occurredAt }],
    });
    this.#sort();
    return null;
  }

  #sort(): void {
    this.#list = [...this.#all.values()]
      .sort((a, b) => (a.recordedAt < b.recordedAt ? -1 : a.recordedAt > b.recordedAt ? 1 : 0))
      .slice(-lettersMax);
    this.#all = new Map(this.#list.map((l) => [l.id, l]));
  }
}

/** Whether the unit wrote it itself. */
export const isOwn = (letter: Letter, unitId: string): boolean => letter.from.unitId === unitId;

/** Whether it is for the unit, and the unit has not read it. */
export const isUnread = (letter: Letter, unitId: string): boolean =>
  !isOwn(letter, unitId) && letter.to !== 'centre' && !letter.readBy.some((r) => r.unitId === unitId);

/** Whether the centre has read what the unit wrote. */
export const wasReadByCentre = (letter: Letter): boolean => letter.readBy.some((r) => r.unitId === null && r.station === null);
