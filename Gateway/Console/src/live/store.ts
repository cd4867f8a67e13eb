import type { Board, BoardIncident, Call, Incident, JournalEvent, Presence, Unit, UnitPosition } from '../api/types';

// Of what left the board, so that a late answer does not bring it back.
const tombstonesMax = 2_000;

/** A change of the picture: an event of the journal together with the item as it stands since. */
export type FeedEvent = JournalEvent & {
  view: BoardIncident | Unit | null;
  /** Of a call, which stands on no board: the call as it stands, without the caller's number. */
  call?: Call;
};

type Kind = 'incidents' | 'units' | 'positions' | 'presence';

/**
 * The live picture: open incidents and units on duty by id, as of a position of the journal. Whatever comes in, from the feed or as a
 * command's answer, replaces by id only what is older. Readers are told once a frame, however much came in.
 */
export class LiveStore {
  readonly incidents = new Map<string, BoardIncident>();
  readonly units = new Map<string, Unit>();
  readonly positions = new Map<string, UnitPosition>();
  readonly presence = new Map<string, Presence>();
  epoch: string | null = null;
  position = 0;
  /** Whether there is a picture at all. */
  loaded = false;

  #left = new Map<string, number>();
  #versions: Record<Kind, number> = { incidents: 0, units: 0, positions: 0, presence: 0 };
  #lists: { incidents?: readonly BoardIncident[]; units?: readonly Unit[]; presence?: readonly Presence[] } = {};
  #listeners = new Set<() => void>();
  #eventListeners = new Set<(event: FeedEvent) => void>();
  #answerListeners = new Set<(incident: Incident) => void>();
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
    this.#left.clear();
    this.incidents.clear();
    this.units.clear();
    this.positions.clear();
    for (const incident of board.incidents) this.incidents.set(incident.id, incident);
    for (const unit of board.units) this.#setUnit(unit);
    this.#touch('incidents', 'units', 'positions');
  }

  /** Forgets the picture: nobody is signed in any more. */
  clear(): void {
    this.loaded = false;
    this.epoch = null;
    this.position = 0;
    for (const map of [this.incidents, this.units, this.positions, this.presence, this.#left]) map.clear();
    this.#touch('incidents', 'units', 'positions', 'presence');
  }

  /** Takes an event of the feed. */
  apply(event: FeedEvent): void {
    const [kind, id] = splitStream(event.stream);
    if (kind === 'incident') this.#replace('incidents', this.incidents, id, event.view as BoardIncident | null, event.version);
    else if (kind === 'unit') this.#replace('units', this.units, id, event.view as Unit | null, event.version);
    for (const listener of this.#eventListeners) listener(event);
  }

  /** How far the feed has come. */
  passed(position: number): void {
    if (position > this.position) this.position = position;
  }

  /** Takes a command's answer: newer than what the feed has brought. */
  mergeIncident(incident: Incident): void {
    if (!this.loaded) return;
    for (const listener of this.#answerListeners) listener(incident);
    this.#replace('incidents', this.incidents, incident.id, incident.status === 'closed' ? null : boardItem(incident), incident.version);
  }

  mergeUnit(unit: Unit): void {
    if (!this.loaded) return;
    this.#replace('units', this.units, unit.id, unit.status === 'offDuty' ? null : unit, unit.version);
  }

  /** Takes the newest positions. */
  move(batch: readonly UnitPosition[]): void {
    for (const position of batch) this.positions.set(position.unitId, position);
    this.#touch('positions');
  }

  /** Takes who has what open; null: gone. */
  attend(batch: readonly Presence[]): void {
    for (const one of batch)
      if (one.incidentId === null) this.presence.delete(one.consoleId);
      else this.presence.set(one.consoleId, one);
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

  /** Is told of each event, in order, at once. */
  onEvent(listener: (event: FeedEvent) => void): () => void {
    this.#eventListeners.add(listener);
    return () => this.#eventListeners.delete(listener);
  }

  /** Is told of each whole incident that a command answered with. */
  onAnswer(listener: (incident: Incident) => void): () => void {
    this.#answerListeners.add(listener);
    return () => this.#answerListeners.delete(listener);
  }

  /** Grows whenever something of the kind changed. */
  versionOf = (kind: Kind): number => this.#versions[kind];

  incidentList = (): readonly BoardIncident[] => (this.#lists.incidents ??= [...this.incidents.values()]);
  unitList = (): readonly Unit[] => (this.#lists.units ??= [...this.units.values()].sort((a, b) => compareIds(a.id, b.id)));
  presenceList = (): readonly Presence[] => (this.#lists.presence ??= [...this.presence.values()]);

  #replace<T extends { version: number }>(kind: 'incidents' | 'units', items: Map<string, T>, id: string, view: T | null, eventVersion: number): void {
    const known = items.get(id)?.version ?? this.#left.get(`${kind}/${id}`) ?? -1;
    if (view === null) {
      if (eventVersion < known) return;
      items.delete(id);
      if (kind === 'units') this.positions.delete(id);
      this.#bury(`${kind}/${id}`, eventVersion);
    } else {
      if (view.version < known || (view.version === known && !items.has(id))) return;
      this.#left.delete(`${kind}/${id}`);
      items.set(id, view);
      if (kind === 'units') this.#setUnit(view as unknown as Unit);
    }
    this.#touch(kind);
  }

  // The position that comes with a unit is the last known one; the feed's own are newer.
  #setUnit(unit: Unit): void {
    this.units.set(unit.id, unit);
    const known = this.positions.get(unit.id);
    if (unit.position && (!known || known.at < unit.position.at))
      this.positions.set(unit.id, { ...unit.position, speed: unit.position.speed ?? null, heading: unit.position.heading ?? null, unitId: unit.id });
  }

  #bury(key: string, version: number): void {
    this.#left.set(key, version);
    if (this.#left.size > tombstonesMax) this.#left.delete(this.#left.keys().next().value!);
  }

  #touch(...kinds: Kind[]): void {
    for (const kind of kinds) {
      this.#versions[kind]++;
      if (kind !== 'positions') delete this.#lists[kind];
    }
    if (this.#scheduled) return;
    this.#scheduled = true;
    this.#schedule(() => {
      this.#scheduled = false;
      for (const listener of this.#listeners) listener();
    });
  }
}

/** A full incident as the board would carry it. */
export function boardItem(incident: Incident): BoardIncident {
  const { narrative, feedback: _feedback, calls: _calls, ...rest } = incident;
  return { ...rest, summary: narrative?.slice(0, 200) ?? null, clocks: incident.clocks.filter((c) => c.state === 'running') };
}

export function splitStream(stream: string): [kind: string, id: string] {
  const slash = stream.indexOf('/');
  return [stream.slice(0, slash), stream.slice(slash + 1)];
}

const collator = new Intl.Collator('en', { numeric: true });

/** P2 before P10. */
export function compareIds(a: string, b: string): number {
  return collator.compare(a, b);
}

const hiddenTabMs = 250;

function nextFrame(run: () => void): void {
  // A page in the background gets no frames, but must still sound its alarms.
  if (document.hidden) setTimeout(run, hiddenTabMs);
  else requestAnimationFrame(run);
}
