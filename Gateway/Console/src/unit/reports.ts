import { isPassing, Problem, Unreachable } from '../api/problem';

/** Reports of one lane are sent in order. Messages do not wait for reports, and a distress call waits for nothing. */
export type Lane = 'reports' | 'talk' | 'panic';

export type ReportKind =
  'acknowledged' | 'enRoute' | 'onScene' | 'feedback' | 'cleared' | 'declined' | 'duty' | 'message' | 'reading' | 'panic';

/** A press: its kind, path and body are fixed when the button is pressed. */
export interface Intention {
  kind: ReportKind;
  lane: Lane;
  /** Below /api/v1. */
  path: string;
  body: Record<string, unknown>;
  /** The incident's number, for people; null: it is about none. */
  about: string | null;
}

export interface Report extends Intention {
  /** Grows with each press. */
  seq: number;
  /** The idempotency key, the same for each retry. */
  key: string;
  subject: string;
  /** When it was pressed, by the centre's clock; also in the body as `occurredAt`. */
  at: string;
  /** Why the centre did not take it; null: it waits. */
  refused: { code: string; detail: string } | null;
  /** Until then (milliseconds of the phone's clock) it is not sent and can be taken back; absent: it is sent at once. */
  heldUntil?: number;
}

/** How long a press of a step can be taken back. */
export const undoMs = 5_000;

/** The store on the phone that keeps reports until they are answered. */
export interface Shelf {
  all(): Promise<Report[]>;
  put(report: Report): Promise<void>;
  remove(key: string): Promise<void>;
}

export interface ReportsState {
  /** In the order in which they were pressed. */
  waiting: readonly Report[];
  refused: readonly Report[];
  /** The token is no longer good: nothing is sent until somebody signs in. */
  needsSignIn: boolean;
  /** The store failed: reports that wait are lost when the page closes. */
  unsafe: boolean;
}

export interface Surroundings {
  send(report: Report): Promise<unknown>;
  shelf: Shelf;
  now(): string;
  /** Milliseconds of the phone's clock. */
  clock(): number;
  /** Waits that long, or until woken. */
  delay(ms: number, wake: (now: () => void) => void): Promise<void>;
  /** One page at a time sends a lane, however many are open. */
  alone<T>(name: string, run: () => Promise<T>): Promise<T>;
}

const lanes: readonly Lane[] = ['panic', 'reports', 'talk'];
const backOffMs = { first: 1_000, most: 15_000 };
// The limit of waiting reports: more than anybody presses in a shift.
const reportsMax = 500;
// A clock that is a little ahead: retrying helps. A clock that is further ahead is wrong, and the refusal must be shown.
const aheadMs = 60_000;

/**
 * Store and forward: a press is kept before anything else, sent in order, with its own key, until the centre has answered, and then
 * deleted. A refusal is kept to be shown, and does not hold up the reports behind it. A missing answer or an ended sign-in is no refusal.
 */
export class Reports {
  #state: ReportsState = { waiting: [], refused: [], needsSignIn: false, unsafe: false };
  #subject: string | null = null;
  #seq = 0;
  #listeners = new Set<() => void>();
  #answered = new Set<(report: Report, answer: unknown) => void>();
  #running = new Set<Lane>();
  #wakers = new Set<() => void>();

  constructor(private readonly around: Surroundings) {}

  state = (): ReportsState => this.#state;

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Calls the listener with each answer of the centre. */
  onAnswered(listener: (report: Report, answer: unknown) => void): () => void {
    this.#answered.add(listener);
    return () => this.#answered.delete(listener);
  }

  /** Somebody signed in: loads their waiting reports and sends them. */
  async resume(subject: string): Promise<void> {
    this.#subject = subject;
    const kept = await this.around.shelf.all().catch(() => []);
    this.#seq = Math.max(this.#seq, 0, ...kept.map((r) => r.seq));
    const here = new Set([...this.#state.waiting, ...this.#state.refused].map((r) => r.key));
    const own = [...kept.filter((r) => r.subject === subject && !here.has(r.key)), ...this.#state.waiting, ...this.#state.refused]
      .filter((r) => r.subject === subject)
      .sort(bySeq);
    this.#set({ waiting: own.filter((r) => !r.refused), refused: own.filter((r) => r.refused), needsSignIn: false });
    this.#sendAll();
  }

  /**
   * Takes a press. Ends when it is kept. With `holdMs` it is sent so much later, with the time of the press, and can be taken back until
   * then; a further press of its lane, and the page's going, send it at once.
   */
  async press(intention: Intention, holdMs = 0): Promise<Report> {
    if (this.#subject === null || this.#state.waiting.length >= reportsMax) throw new Problem(503, { code: 'outboxFull' });
    this.#release((held) => held.lane === intention.lane);
    const at = this.around.now();
    const report: Report = {
      ...intention,
      body: { ...intention.body, occurredAt: at },
      seq: ++this.#seq,
      key: crypto.randomUUID(),
      subject: this.#subject,
      at,
      refused: null,
      ...(holdMs > 0 ? { heldUntil: this.around.clock() + holdMs } : {}),
    };
    this.#set({ waiting: [...this.#state.waiting, report] });
    try {
      await this.around.shelf.put(report);
    } catch {
      // The report is sent even when the store is full or forbidden.
      this.#set({ unsafe: true });
    }
    this.#sendAll();
    return report;
  }

  /** The newest press that can be taken back; null: none can. */
  held = (): Report | null => this.#state.waiting.findLast((r) => this.#isHeld(r)) ?? null;

  /** Takes a press back: it was never sent. False: it is too late. */
  async takeBack(key: string): Promise<boolean> {
    const report = this.#state.waiting.find((r) => r.key === key);
    if (!report || !this.#isHeld(report)) return false;
    this.#set({ waiting: this.#state.waiting.filter((r) => r.key !== key) });
    await this.around.shelf.remove(key).catch(() => undefined);
    return true;
  }

  /** The page goes out of sight or closes: what is held is sent now. What does not get out is kept, and sent by the next page. */
  sendHeld = (): void => this.#release(() => true);

  #isHeld = (report: Report): boolean => report.heldUntil !== undefined && report.heldUntil > this.around.clock();

  #release(which: (held: Report) => boolean): void {
    if (!this.#state.waiting.some((r) => this.#isHeld(r) && which(r))) return;
    const free = ({ heldUntil: _, ...report }: Report): Report => report;
    this.#set({ waiting: this.#state.waiting.map((r) => (this.#isHeld(r) && which(r) ? free(r) : r)) });
    this.tryNow();
  }

  /** Somebody has seen a refusal. */
  async dismiss(key: string): Promise<void> {
    this.#set({ refused: this.#state.refused.filter((r) => r.key !== key) });
    await this.around.shelf.remove(key).catch(() => undefined);
  }

  /** The network is said to be back: wait no longer. */
  tryNow = (): void => {
    for (const wake of [...this.#wakers]) wake();
    this.#sendAll();
  };

  #sendAll(): void {
    for (const lane of lanes) void this.#sendLane(lane);
  }

  async #sendLane(lane: Lane): Promise<void> {
    if (this.#running.has(lane) || this.#state.needsSignIn) return;
    this.#running.add(lane);
    try {
      for (let failures = 0; ; ) {
        const next = this.#state.waiting.find((r) => r.lane === lane);
        if (!next || this.#state.needsSignIn) return;
        if (this.#isHeld(next)) {
          await this.#sleep(next.heldUntil! - this.around.clock());
          continue;
        }
        if (await this.around.alone(`tocsin-unit-${lane}`, () => this.#settle(next))) failures = 0;
        else if (!this.#state.needsSignIn) await this.#pause(failures++);
      }
    } finally {
      this.#running.delete(lane);
    }
  }

  // Whether it is settled: done or refused.
  async #settle(report: Report): Promise<boolean> {
    try {
      const answer = await this.around.send(report);
      await this.#forget(report);
      for (const listener of this.#answered) listener(report, answer);
      return true;
    } catch (error) {
      if (error instanceof Problem && error.done) {
        await this.#forget(report);
        return true;
      }
      if (error instanceof Problem && error.status === 401) {
        this.#set({ needsSignIn: true });
        return false;
      }
      if (
        !(error instanceof Problem) ||
        isPassing(error) ||
        error.code === 'conflict' ||
        (error.code === 'occurredAtInFuture' && this.#isNear(report))
      ) {
        // Anything else is a bug of this page: the report is kept.
        if (!(error instanceof Problem || error instanceof Unreachable)) console.error(error);
        return false;
      }
      const refused = { ...report, refused: { code: error.code, detail: error.message } };
      this.#set({ waiting: this.#state.waiting.filter((r) => r.key !== report.key), refused: [...this.#state.refused, refused] });
      await this.around.shelf.put(refused).catch(() => undefined);
      return true;
    }
  }

  async #forget({ key }: Report): Promise<void> {
    this.#set({ waiting: this.#state.waiting.filter((r) => r.key !== key) });
    await this.around.shelf.remove(key).catch(() => undefined);
  }

  #isNear(report: Report): boolean {
    return Date.parse(report.at) - Date.parse(this.around.now()) < aheadMs;
  }

  #pause(failures: number): Promise<void> {
    return this.#sleep(Math.min(backOffMs.most, backOffMs.first * 2 ** failures) * (0.75 + Math.random() / 2));
  }

  async #sleep(ms: number): Promise<void> {
    let waker: (() => void) | undefined;
    await this.around.delay(ms, (wake) => this.#wakers.add((waker = wake)));
    if (waker) this.#wakers.delete(waker);
  }

  #set(change: Partial<ReportsState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }
}

const bySeq = (a: Report, b: Report) => a.seq - b.seq;
