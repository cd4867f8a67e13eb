/** The list of what is late may be large and many supervisors look at it: it is read at most this often, in milliseconds. */
export const pacing = { leastMs: 5_000, mostMs: 30_000 };

/** The event kinds that can make something late, or end it. */
const kinds = new Set([
  'ClockOverdue',
  'ClockWithdrawn',
  'ClockEscalated',
  'EscalationTaken',
  'SupervisionTaken',
  'IncidentClosed',
  'IncidentReopened',
  'FeedbackGiven',
  'UnitAssigned',
  'UnitAcknowledged',
  'UnitEnRoute',
  'UnitOnScene',
  'UnitCleared',
  'UnitDeclined',
  'UnitCancelled',
  'UnitDiverted',
  'StageCorrected',
  'CallAnswered',
  'CallEnded',
  'CallDisposed',
  'CallBackMade',
  'UnattendedLimitsGiven',
  'DistressAcknowledged',
  'DirectiveSigned',
  'DirectiveRefused',
  'DirectiveSent',
  'DirectiveUnattended',
  'DirectiveReported',
  'DirectiveReturned',
  'DirectiveReplaced',
  'DirectiveConcluded',
  'DirectiveWithdrawn',
]);

export function concernsLateness(kind: string): boolean {
  return kinds.has(kind);
}

/**
 * Says when to ask: at once when something happened and the last time is long enough ago, else when it will be; and now and then although
 * nothing happened, because what is silent grows late without an event.
 */
export class Pace {
  #askedAt = -Infinity;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly ask: () => void,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** Something happened. */
  happened(): void {
    this.#plan(pacing.leastMs);
  }

  /** Ask now: somebody acts on it, or looks at another part. */
  asked(): void {
    this.#askedAt = this.now();
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#plan(pacing.mostMs);
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  #due = Infinity;

  #plan(afterMs: number): void {
    const due = this.#askedAt + afterMs;
    if (this.#timer !== undefined && this.#due <= due) return;
    clearTimeout(this.#timer);
    this.#due = due;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.asked();
      this.ask();
    }, Math.max(0, due - this.now()));
  }
}
