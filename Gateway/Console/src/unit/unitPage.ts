import type { Incident, Unit } from '../api/types';
import { problemText } from '../api/problemText';
import { answered, askedAgain, asking, failed, isMissing, isWorthAsking, type Asked } from '../asking/asked';
import { Feed } from '../live/feed';
import { serverClock } from '../time/serverClock';
import { splitStream } from '../live/ids';
import { LiveStore, type FeedEvent } from '../live/store';
import { alarm } from './alarm';
import { forgetKept, keep, keepClock, readKept, restoreClock } from './kept';
import { isOwn, Letters, type Letter } from './letters';
import { reports } from './outbox';
import { sentence } from '../incident/sentences';
import { withNote, withNotes } from './notes';
import { nextPicture, noPicture, type Picture } from './picture';
import { Place } from './place';
import { readIncident, readLetters, readNotes, readUnit } from './reading';
import type { Intention, Report } from './reports';
import { unitWords } from './words';

restoreClock();

// Between two tries of a question that nobody answered.
const againMs = 3_000;

/** Where the questions of the page stand. */
export interface Reads {
  unitRead: Asked<true>;
  lettersRead: Asked<true>;
}

/** The page of one unit: joins the feed, the reports' answers and what is read once to the picture that the page shows and keeps. */
class UnitPage {
  readonly letters = new Letters();
  readonly place = new Place();
  readonly store = new LiveStore();
  readonly feed = new Feed(this.store, { positions: 'none', presence: false });
  #picture: Picture = noPicture;
  #letterList: readonly Letter[] = [];
  #reads: Reads = { unitRead: asking, lettersRead: asking };
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

  /** Keeps a press and sends it; with `holdMs` it can be taken back so long. */
  press(intention: Intention, holdMs = 0): void {
    void reports.press(intention, holdMs).catch((error: unknown) => this.#set({ ...this.#picture, notice: problemText(error) }));
  }

  /** Takes a press back that is held. */
  async takeBack(key: string): Promise<void> {
    if (!(await reports.takeBack(key))) return;
    this.#endedHere = null;
    this.#update();
  }

  /** Where the questions of this page stand: the unit itself, and its messages. */
  reads = (): Reads => this.#reads;

  readAgain = (): void => {
    void this.#readUnit();
    void this.#readLetters(`/units/${this.#unitId}`);
  };

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
    this.readAgain();
    if (this.#picture.incident) void this.#readDetails(this.#picture.incident.id);
  }

  async #readUnit(): Promise<void> {
    const id = this.#unitId ?? '';
    await this.#ask('unitRead', async () => {
      const unit = await readUnit(id);
      if (unit.id === this.#unitId && unit.version >= (this.#picture.unit?.version ?? 0)) this.#setUnit(unit);
    });
    if (isMissing(this.#reads.unitRead)) this.#set({ ...this.#picture, notice: unitWords.now().unknown(id) });
  }

  async #ask(which: keyof Reads, read: () => Promise<void>): Promise<void> {
    this.#stand(which, askedAgain);
    try {
      await read();
      this.#stand(which, () => answered(true, serverClock.now()));
    } catch (error) {
      this.#stand(which, (before) => failed(before, error));
      // Nobody answered, and the feed may not tell when it helps to ask again.
      if (isWorthAsking(error)) setTimeout(() => this.#reads[which].is === 'failed' && this.#unitId && this.readAgain(), againMs);
    }
  }

  #stand(which: keyof Reads, next: (before: Asked<true>) => Asked<true>): void {
    this.#reads = { ...this.#reads, [which]: next(this.#reads[which]) };
    this.#tell();
  }

  async #readLetters(thing: string): Promise<void> {
    await this.#ask('lettersRead', async () => {
      this.letters.take(await readLetters(thing));
      this.#showLetters();
    });
  }

  async #readDetails(id: string): Promise<void> {
    const [details, noted] = await Promise.all([readIncident(id), readNotes(id), this.#readLetters(`/incidents/${id}`)]);
    if (this.#picture.incident?.id !== id) return;
    const notes = withNotes(this.#picture.notes, noted ?? [], id);
    if (details || notes !== this.#picture.notes) this.#set({ ...this.#picture, details: details ?? this.#picture.details, notes });
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
    this.#takeNote(event, id);
    const urgedUnit = event.data['unitId'] ?? null;
    if (event.kind === 'Urged' && id === this.#picture.incident?.id && (urgedUnit === null || urgedUnit === this.#unitId)) {
      const notice = unitWords.now().urged(String(event.data['reason']));
      this.#set({ ...this.#picture, notice });
      alarm('message', notice);
    }
  }

  // What is added or changed while somebody is on the way is for them.
  #takeNote(event: FeedEvent, incidentId: string): void {
    const { notes } = this.#picture;
    const next = withNote(notes, event, incidentId);
    if (next === notes) return;
    this.#set({ ...this.#picture, notes: next });
    if (incidentId === this.#picture.incident?.id && event.actor.unitId !== this.#unitId) alarm('message', sentence(event));
  }

  #takeLetter(event: FeedEvent): void {
    const letter = this.letters.apply(event);
    this.#showLetters();
    if (!letter || !this.#unitId || isOwn(letter, this.#unitId) || letter.to === 'centre') return;
    alarm('message', unitWords.now().newMessage(letter.text ?? ''));
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
    this.#picture = { ...noPicture, ...kept?.picture };
    this.#reads = { unitRead: asking, lettersRead: asking };
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

addEventListener('offline', page.feed.checkNow);
