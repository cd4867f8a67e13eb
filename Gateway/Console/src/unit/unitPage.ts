import type { Incident, Unit } from '../api/types';
import { Feed } from '../live/feed';
import { splitStream } from '../live/ids';
import { LiveStore, type FeedEvent } from '../live/store';
import { alarm } from './alarm';
import { forgetKept, keep, keepClock, readKept, restoreClock } from './kept';
import { isOwn, Letters, type Letter } from './letters';
import { reports } from './outbox';
import { nextPicture, noPicture, type Picture } from './picture';
import { Place } from './place';
import { readIncident, readLetters, readUnit } from './reading';
import type { Intention, Report } from './reports';
import { unitWords } from './words';

restoreClock();

/** The page of one unit: joins the feed, the reports' answers and what is read once to the picture that the page shows and keeps. */
class UnitPage {
  readonly letters = new Letters();
  readonly place = new Place();
  readonly store = new LiveStore();
  readonly feed = new Feed(this.store, { positions: 'none', presence: false });
  #picture: Picture = noPicture;
  #letterList: readonly Letter[] = [];
  #listeners = new Set<() => void>();
  #unitId: string | null = null;
  #endedHere: string | null = null;
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
    this.#ends = [
      this.store.subscribe(() => this.#update()),
      this.store.onEvent((event) => this.#take(event)),
      reports.onAnswered((report, answer) => this.#answered(report, answer)),
      this.feed.subscribe(() => this.#connected()),
    ];
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
    forgetKept();
    this.store.clear();
    this.#picture = noPicture;
    this.#unitId = null;
    this.#tell();
  }

  press(intention: Intention): void {
    void reports.press(intention).catch(() => undefined);
  }

  dismissNotice(): void {
    this.#set({ ...this.#picture, notice: null });
  }

  /** The unit itself ends or declines this incident: then it need not be told that it was taken off. Empty: it goes on. */
  endedHere(incidentId: string): void {
    this.#endedHere = incidentId;
  }

  // The feed is there, or there again: what it does not carry is read once.
  #connected(): void {
    if (this.feed.state().is !== 'live') return;
    keepClock();
    reports.tryNow();
    void this.#readUnit();
    void this.#readLetters(`/units/${this.#unitId}`);
    if (this.#picture.incident) void this.#readDetails(this.#picture.incident.id);
  }

  async #readUnit(): Promise<void> {
    const id = this.#unitId ?? '';
    const unit = await readUnit(id);
    if (unit === 'missing') this.#set({ ...this.#picture, notice: unitWords.now().unknown(id) });
    else if (unit && unit.id === this.#unitId && unit.version >= (this.#picture.unit?.version ?? 0)) this.#setUnit(unit);
  }

  async #readLetters(thing: string): Promise<void> {
    this.letters.take(await readLetters(thing));
    this.#showLetters();
  }

  async #readDetails(id: string): Promise<void> {
    const [details] = await Promise.all([readIncident(id), this.#readLetters(`/incidents/${id}`)]);
    if (details && this.#picture.incident?.id === id) this.#set({ ...this.#picture, details });
  }

  #take(event: FeedEvent): void {
    const [kind, id] = splitStream(event.stream);
    this.#takeLetter(event);
    if (kind === 'unit' && id === this.#unitId) {
      const { unit } = this.#picture;
      if (event.view) this.#setUnit(event.view as Unit);
      else if (event.view === null && unit)
        this.#setUnit({ ...unit, status: 'offDuty', incidentId: null, panicIncidentId: null, version: event.version });
    }
    const urgedUnit = event.data['unitId'] ?? null;
    if (event.kind === 'Urged' && id === this.#picture.incident?.id && (urgedUnit === null || urgedUnit === this.#unitId)) {
      const notice = unitWords.now().urged(String(event.data['reason']));
      this.#set({ ...this.#picture, notice });
      alarm('message', notice);
    }
  }

  #takeLetter(event: FeedEvent): void {
    const letter = this.letters.apply(event);
    this.#showLetters();
    if (!letter || !this.#unitId || isOwn(letter, this.#unitId) || letter.to === 'centre') return;
    alarm('message', unitWords.now().newMessage(letter.text));
  }

  #answered(report: Report, answer: unknown): void {
    if (report.path.startsWith('/incidents/') || report.kind === 'panic') this.store.merge('incidents', answer as Incident);
    else this.#setUnit({ ...(answer as Unit), crew: this.#picture.unit?.crew ?? null });
    this.#update();
  }

  #setUnit(unit: Unit): void {
    const before = this.#picture.unit;
    if (before && before.id === unit.id && before.version > unit.version) return;
    this.#set({ ...this.#picture, unit });
    // Nobody is followed off duty, except in distress.
    this.place.set(unit.status === 'offDuty' && !unit.panicIncidentId ? null : unit.id);
    this.#update();
  }

  #update(): void {
    const { unit } = this.#picture;
    const own = unit && this.store.loaded ? this.store.units.get(unit.id) : undefined;
    if (own && own.version > unit!.version) return this.#setUnit(own);
    const { picture, newIncident, readDetailsOf } = nextPicture(this.#picture, this.store.incidents, this.#endedHere);
    if (picture !== this.#picture) this.#set(picture);
    if (newIncident) {
      this.#endedHere = null;
      const words = unitWords.now();
      const { category, priority, location } = newIncident;
      alarm('incident', words.newIncident(`${category}, ${words.priority(priority)}, ${location?.address ?? ''}`));
    }
    if (readDetailsOf !== null) void this.#readDetails(readDetailsOf);
  }

  #restore(unitId: string): void {
    const kept = readKept(unitId);
    this.#picture = kept?.picture ?? noPicture;
    this.letters.clear();
    if (kept) this.letters.take(kept.letters);
    this.#showLetters();
  }

  #showLetters(): void {
    if (this.#letterList === this.letters.list()) return;
    this.#letterList = this.letters.list();
    this.#tell();
  }

  #set(picture: Picture): void {
    this.#picture = picture;
    this.#tell();
  }

  #tell(): void {
    if (this.#picture.unit) keep({ picture: this.#picture, letters: this.#letterList });
    for (const listener of this.#listeners) listener();
  }
}

export const page = new UnitPage();

addEventListener('online', () => {
  page.feed.tryNow();
  reports.tryNow();
});
