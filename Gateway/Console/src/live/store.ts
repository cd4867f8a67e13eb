import type { Board, Call, JournalEvent, Presence, ReportingMark, UnitPosition } from '../api/types';
import { splitStream } from './ids';
import { itemsOf, rowOf, sectionNames, sectionOf, type AnswerOf, type ItemOf, type SectionName } from './sections';

// The versions of items that left the board are kept, so that a late answer does not bring them back.
const removedMax = 2_000;

/** A change of the picture: an event of the journal together with the item after it. */
export type FeedEvent = JournalEvent & {
  /** Null: the item has left the board. Absent: the stream is on no board. */
  view?: ItemOf<SectionName> | null;
  /** With an event of a call, which is on no board: the call after it, without the caller's number. */
  call?: Call;
};

type Part = SectionName | 'positions' | 'presence';
type Items = { [S in SectionName]: Map<string, ItemOf<S>> };

const ofEachSection = <T>(make: () => T) => Object.fromEntries(sectionNames.map((name) => [name, make()])) as Record<SectionName, T>;

/**
 * The live picture: the board's sections by id, as of a position of the journal. Whatever comes in, from the feed or as a command's answer,
 * replaces by id only what is older. Listeners are told once a frame, however much came in.
 */
export class LiveStore {
  readonly items = ofEachSection(() => new Map()) as Items;
  readonly incidents = this.items.incidents;
  readonly units = this.items.units;
  readonly positions = new Map<string, UnitPosition>();
  readonly presence = new Map<string, Presence>();
  /** The units whose position reports are refused for long. */
  readonly refused = new Map<string, ReportingMark>();
  epoch: string | null = null;
  position = 0;
  /** Whether there is a picture at all. */
  loaded = false;
  /** How many events were of a kind of stream that this console does not know, since the page was loaded. They change nothing. */
  ignoredEvents = 0;

  #removed = new Map<string, number>();
  #versions: Record<Part, number> = { ...ofEachSection(() => 0), positions: 0, presence: 0 };
  #lists: { [S in SectionName]?: readonly ItemOf<S>[] } & { presence?: readonly Presence[] } = {};
  #listeners = new Set<() => void>();
  #eventListeners = new Set<(event: FeedEvent) => void>();
  #answerListeners = new Set<(section: SectionName, answer: unknown) => void>();
  #scheduled = false;
  readonly #schedule: (run: () => void) => void;

  constructor(schedule: (run: () => void) => void = nextFrame) {
    this.#schedule = schedule;
  }

  /** Takes a whole board: the picture begins anew. */
  reset(board: Board): void {
    this.epoch = board.epoch;
    this.position = board.position ?? 0;
    this.loaded = true;
    this.#removed.clear();
    this.positions.clear();
    this.refused.clear();
    for (const name of sectionNames) {
      this.items[name].clear();
      for (const item of itemsOf(board, name)) this.#place(name, item);
    }
    this.#touch(...sectionNames, 'positions');
  }

  /** Forgets the picture: nobody is signed in any more. */
  clear(): void {
    this.loaded = false;
    this.epoch = null;
    this.position = 0;
    for (const map of [...Object.values(this.items), this.positions, this.refused, this.presence, this.#removed]) map.clear();
    this.#touch(...sectionNames, 'positions', 'presence');
  }

  /** Takes an event of the feed. One of a kind of stream that is newer than this console is counted, and changes nothing. */
  apply(event: FeedEvent): void {
    const [kind, id] = splitStream(event.stream);
    const section = sectionOf(kind);
    if (section === undefined) {
      if (this.ignoredEvents++ === 0) console.warn(`Events of the stream kind "${kind}" are newer than this page and are ignored.`);
      return;
    }
    if (section !== null && event.view !== undefined) this.#replace(section, id, event.view, event.version);
    for (const listener of this.#eventListeners) listener(event);
  }

  /** The feed has come as far as this position of the journal. */
  passed(position: number): void {
    if (position > this.position) this.position = position;
  }

  /** Takes a command's answer, which may be newer than what the feed has brought. */
  merge<S extends SectionName>(section: S, answer: AnswerOf<S>): void {
    if (!this.loaded) return;
    for (const listener of this.#answerListeners) listener(section, answer);
    this.#replace(section, answer.id, rowOf(section).ofAnswer(answer), answer.version);
  }

  /** Takes the newest positions. */
  move(batch: readonly UnitPosition[]): void {
    for (const position of batch) this.positions.set(position.unitId, position);
    this.#touch('positions');
  }

  /** Takes which units' reports are refused, or are not any more. */
  mark(batch: readonly ReportingMark[]): void {
    for (const one of batch)
      if (one.refused === null) this.refused.delete(one.unitId);
      else this.refused.set(one.unitId, one);
    this.#touch('positions');
  }

  /** Takes who has which incident open; an incident of null: the console was closed. */
  attend(batch: readonly Presence[]): void {
    for (const one of batch)
      if (one.incidentId === null) this.presence.delete(placeOf(one));
      else this.presence.set(placeOf(one), one);
    this.#touch('presence');
  }

  /** A new connection tells who is there from the beginning. */
  forgetPresence(): void {
    if (this.presence.size === 0) return;
    this.presence.clear();
    this.#touch('presence');
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Calls the listener with each event, in order, at once. */
  onEvent(listener: (event: FeedEvent) => void): () => void {
    this.#eventListeners.add(listener);
    return () => this.#eventListeners.delete(listener);
  }

  /** Calls the listener with each whole thing of a section that a command answered with. */
  onAnswer<S extends SectionName>(section: S, listener: (answer: AnswerOf<S>) => void): () => void {
    const own = (of: SectionName, answer: unknown) => of === section && listener(answer as AnswerOf<S>);
    this.#answerListeners.add(own);
    return () => this.#answerListeners.delete(own);
  }

  /** Grows whenever something of the part changed. */
  versionOf = (part: Part): number => this.#versions[part];

  /** The items of a section in its order; the same array until one changes. */
  list<S extends SectionName>(section: S): readonly ItemOf<S>[] {
    const known = this.#lists[section] as readonly ItemOf<S>[] | undefined;
    if (known) return known;
    const all = [...(this.items[section] as Map<string, ItemOf<S>>).values()];
    const { order } = rowOf(section);
    const list = order ? all.sort(order) : all;
    (this.#lists as Record<SectionName, unknown>)[section] = list;
    return list;
  }

  presenceList = (): readonly Presence[] => (this.#lists.presence ??= [...this.presence.values()]);

  #replace<S extends SectionName>(section: S, id: string, view: ItemOf<S> | null, eventVersion: number): void {
    const items = this.items[section];
    const key = `${section}/${id}`;
    const known = items.get(id)?.version ?? this.#removed.get(key) ?? -1;
    if (view === null) {
      if (eventVersion < known) return;
      items.delete(id);
      if (rowOf(section).position) this.positions.delete(id);
      if (rowOf(section).mark) this.refused.delete(id);
      this.#remember(key, eventVersion);
    } else {
      if (view.version < known || (view.version === known && !items.has(id))) return;
      this.#removed.delete(key);
      this.#place(section, view);
    }
    this.#touch(section);
  }

  // The position that comes with an item is the last known one; the feed's own positions are newer. A mark ends only by the feed: a
  // command's answer knows of none.
  #place<S extends SectionName>(section: S, item: ItemOf<S>): void {
    (this.items[section] as Map<string, ItemOf<S>>).set(item.id, item);
    const mark = rowOf(section).mark?.(item);
    if (mark) this.refused.set(item.id, mark);
    const position = rowOf(section).position?.(item);
    const known = this.positions.get(item.id);
    if (position && (!known || known.at < position.at)) this.positions.set(item.id, position);
  }

  #remember(key: string, version: number): void {
    this.#removed.set(key, version);
    if (this.#removed.size > removedMax) this.#removed.delete(this.#removed.keys().next().value!);
  }

  #touch(...parts: Part[]): void {
    for (const part of parts) {
      this.#versions[part]++;
      if (part !== 'positions') delete this.#lists[part];
    }
    if (this.#scheduled) return;
    this.#scheduled = true;
    this.#schedule(() => {
      this.#scheduled = false;
      for (const listener of this.#listeners) listener();
    });
  }
}

// A console is one among those of its subject: another subject may give one the same id.
const placeOf = ({ subject, consoleId }: Presence) => JSON.stringify([subject, consoleId]);

const hiddenTabMs = 250;

function nextFrame(run: () => void): void {
  // A page in the background gets no frames, but must still sound its alarms.
  if (document.hidden) setTimeout(run, hiddenTabMs);
  else requestAnimationFrame(run);
}
