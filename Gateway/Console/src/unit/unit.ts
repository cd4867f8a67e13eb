import { useSyncExternalStore } from 'react';
import { api, request } from '../api/client';
import { Problem } from '../api/problem';
import type { BoardIncident, Incident, Page, Unit } from '../api/types';
import { Feed } from '../live/feed';
import { splitStream } from '../live/ids';
import { LiveStore, type FeedEvent } from '../live/store';
import { announce } from '../alerts/announce';
import { sound } from '../alerts/sound';
import { serverClock } from '../time/serverClock';
import { isOwn, Letters, type Letter } from './letters';
import { Place } from './place';
import { Reports, type Intention, type Report } from './reports';
import { IndexedShelf } from './shelf';
import { assignmentOf } from './steps';
import { unitWords } from './words';

/** What the page shows of the centre's picture: the unit itself, and the incident that it is on. */
export interface Picture {
  unit: Unit | null;
  incident: BoardIncident | null;
  /** Its long texts and its callers, once they were read. */
  details: Incident | null;
  /** The incident about its own distress, while that is open. */
  distress: BoardIncident | null;
  /** What a supervisor urged, or that the unit was taken off. */
  notice: string | null;
}

const nothing: Picture = { unit: null, incident: null, details: null, distress: null, notice: null };
const keptKey = 'tocsin.unit.picture';
// How far the phone's clock is off: a press without a network must have the centre's time, also after the page was loaded anew.
const clockKey = 'tocsin.unit.clock';
const lettersPage = 50;
const vibration = { incident: [400, 150, 400, 150, 400], letter: [150] };

serverClock.assume(Number(localStorage.getItem(clockKey) ?? 0));

export const reports = new Reports({
  send: (report: Report) => request('POST', `/api/v1${report.path}`, { key: report.key, body: report.body }),
  shelf: new IndexedShelf(),
  now: () => serverClock.iso(),
  delay: (ms, wake) =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      wake(() => {
        clearTimeout(timer);
        resolve();
      });
    }),
  alone: async (name, run) => (navigator.locks ? await navigator.locks.request(name, async () => await run()) : await run()),
});

/** The page of one unit: the feed, what it comes to, and what is kept of it for a page that opens without a network. */
class UnitPage {
  readonly letters = new Letters();
  readonly place = new Place();
  readonly store = new LiveStore();
  readonly feed = new Feed(this.store, { positions: 'none', presence: false });
  #picture: Picture = nothing;
  #letterList: readonly Letter[] = [];
  #listeners = new Set<() => void>();
  #unitId: string | null = null;
  #ends: (() => void)[] = [];

  picture = (): Picture => this.#picture;
  letterList = (): readonly Letter[] => this.#letterList;

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  start(unitId: string, subject: string): void {
    if (this.#unitId !== unitId) this.#restore(unitId);
    this.#unitId = unitId;
    this.#ends = [this.store.subscribe(() => this.#draw()), this.store.onEvent((event) => this.#take(event)), reports.onAnswered((report, answer) => this.#answered(report, answer)), this.feed.subscribe(() => this.#connected())];
    this.feed.start();
    void reports.resume(subject);
  }

  stop(): void {
    this.feed.stop();
    this.place.set(null);
    for (const end of this.#ends.splice(0)) end();
  }

  /** Somebody else will use this phone. */
  forget(): void {
    localStorage.removeItem(keptKey);
    this.store.clear();
    this.#picture = nothing;
    this.#unitId = null;
    this.#tell();
  }

  press(intention: Intention): void {
    void reports.press(intention).catch(() => undefined);
  }

  dismissNotice(): void {
    this.#set({ notice: null });
  }

  // The feed is there, or there again: what it does not carry is read once.
  #connected(): void {
    if (this.feed.state().is !== 'live') return;
    localStorage.setItem(clockKey, String(Math.round(serverClock.offsetMs)));
    reports.tryNow();
    void this.#readUnit();
    void this.#readLetters(`/units/${this.#unitId}/messages`);
    if (this.#picture.incident) void this.#readDetails(this.#picture.incident.id);
  }

  async #readUnit(): Promise<void> {
    const unit = await api.get<Unit>(`/units/${this.#unitId}`).catch((error: unknown) => {
      if (error instanceof Problem && error.status === 404) this.#set({ notice: unitWords.now().unknown(this.#unitId ?? '') });
      return null;
    });
    if (unit && unit.id === this.#unitId && unit.version >= (this.#picture.unit?.version ?? 0)) this.#setUnit(unit);
  }

  async #readLetters(path: string): Promise<void> {
    const page = await api.get<Page<Letter>>(`${path}?limit=${lettersPage}`).catch(() => null);
    if (page) this.letters.take(page.items);
    this.#drawLetters();
  }

  // The caller's number is in no feed: who goes there may have it, and asks once.
  async #readDetails(id: string): Promise<void> {
    const [details] = await Promise.all([api.get<Incident>(`/incidents/${id}`).catch(() => null), this.#readLetters(`/incidents/${id}/messages`)]);
    if (details && this.#picture.incident?.id === id) this.#set({ details });
  }

  #take(event: FeedEvent): void {
    const [kind, id] = splitStream(event.stream);
    const words = unitWords.now();
    const letter = this.letters.apply(event);
    this.#drawLetters();
    if (letter && this.#unitId && !isOwn(letter, this.#unitId) && letter.to !== 'centre') this.#alert(words.newMessage(letter.text), vibration.letter);
    if (kind === 'unit' && id === this.#unitId) {
      const unit = this.#picture.unit;
      if (event.view) this.#setUnit(event.view as Unit);
      else if (unit) this.#setUnit({ ...unit, status: 'offDuty', incidentId: null, panicIncidentId: null, version: event.version });
    }
    if (event.kind === 'Urged' && id === this.#picture.incident?.id && [null, this.#unitId].includes((event.data['unitId'] ?? null) as string | null)) {
      this.#set({ notice: words.urged(String(event.data['reason'])) });
      this.#alert(this.#picture.notice!, vibration.letter);
    }
  }

  #answered(report: Report, answer: unknown): void {
    const thing = answer as Incident & Unit;
    if (report.path.startsWith('/incidents/')) this.store.merge('incidents', thing);
    else if (report.kind !== 'panic') this.#setUnit({ ...thing, crew: this.#picture.unit?.crew ?? null });
    else this.store.merge('incidents', thing);
    this.#draw();
  }

  #setUnit(unit: Unit): void {
    const before = this.#picture.unit;
    if (before && before.id === unit.id && before.version > unit.version) return;
    this.#set({ unit });
    this.place.set(unit.status === 'offDuty' && !unit.panicIncidentId ? null : unit.id);
    this.#draw();
  }

  // The incident comes with the board or the feed, sometimes a moment before or after the unit says that it is on it.
  #draw(): void {
    const { unit, incident, details } = this.#picture;
    if (this.store.loaded && unit) {
      const own = this.store.units.get(unit.id);
      if (own && own.version > unit.version) return this.#setUnit(own);
    }
    const words = unitWords.now();
    const distress = unit?.panicIncidentId ? (this.store.incidents.get(unit.panicIncidentId) ?? this.#picture.distress) : null;
    if (distress !== this.#picture.distress) this.#set({ distress });
    if (unit?.incidentId) {
      const now = this.store.incidents.get(unit.incidentId);
      if (now && now !== incident) {
        const isNew = now.id !== incident?.id;
        this.#set({ incident: now, details: details?.id === now.id ? details : null, notice: isNew ? null : this.#picture.notice });
        if (isNew) this.#alert(words.newIncident(`${now.category}, ${words.priority(now.priority)}, ${now.location?.address ?? ''}`), vibration.incident);
        if (isNew || now.summary !== incident?.summary || now.callCount !== incident?.callCount) void this.#readDetails(now.id);
      }
    } else if (incident && unit) {
      // Closed, it is no longer there; else its assignment says whether the unit ended it or was taken off.
      const stage = assignmentOf(this.store.incidents.get(incident.id) ?? incident, unit.id)?.stage;
      const wasOwnDoing = stage === 'cleared' || stage === 'declined' || this.#cleared === incident.id;
      this.#set({ incident: null, details: null, notice: wasOwnDoing ? null : words.recalled(incident.number) });
    }
  }

  // The last incident that this very phone ended or gave back.
  #cleared: string | null = null;

  /** Remembers that the unit itself ended it: then nobody need say that it was taken off. */
  endedHere(incidentId: string): void {
    this.#cleared = incidentId;
  }

  #alert(text: string, pattern: number[]): void {
    announce(text, 'assertive');
    sound('late');
    navigator.vibrate?.(pattern);
  }

  #restore(unitId: string): void {
    this.#picture = nothing;
    this.letters.clear();
    try {
      const kept = JSON.parse(localStorage.getItem(keptKey) ?? 'null') as { picture: Picture; letters: Letter[] } | null;
      if (kept?.picture.unit?.id !== unitId) return;
      this.#picture = kept.picture;
      this.letters.take(kept.letters);
    } catch {
      // What an older page kept may be of another shape: then there is nothing until the network is there.
    }
    this.#drawLetters();
  }

  #drawLetters(): void {
    if (this.#letterList === this.letters.list()) return;
    this.#letterList = this.letters.list();
    this.#tell();
  }

  #set(change: Partial<Picture>): void {
    this.#picture = { ...this.#picture, ...change };
    this.#tell();
  }

  #tell(): void {
    if (this.#picture.unit) localStorage.setItem(keptKey, JSON.stringify({ picture: this.#picture, letters: this.#letterList }));
    for (const listener of this.#listeners) listener();
  }
}

export const page = new UnitPage();

addEventListener('online', () => {
  page.feed.tryNow();
  reports.tryNow();
});

export const usePicture = () => useSyncExternalStore(page.subscribe, page.picture);
export const useLetters = () => useSyncExternalStore(page.subscribe, page.letterList);
export const useReports = () => useSyncExternalStore(reports.subscribe, reports.state);
export const usePlace = () => useSyncExternalStore(page.place.subscribe, page.place.state);
export const useConnection = () => useSyncExternalStore(page.feed.subscribe, page.feed.state);

