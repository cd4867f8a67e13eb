import { isPassing, Problem } from './problem';
import type { Method } from './client';

/** A command: sent until it is answered, always with the same idempotency key, so that it is carried out once. */
export interface Command {
  key: string;
  subject: string;
  method: Method;
  path: string;
  body: unknown;
  /** The thing that it is about: commands of one lane are sent in order. */
  lane: string;
  queuedAt: number;
  /** The thing in words, to name the command later; absent: it has no name but its path. */
  thing?: string;
  /** The version that the thing must have; absent: any. */
  ifMatch?: number;
  /** Until then (milliseconds of this machine's clock) it is not sent and can be taken back; absent: it is sent at once. */
  heldUntil?: number;
}

/** The store that keeps commands when the page closes. */
export interface OutboxDrawer {
  put(command: Command): Promise<void>;
  remove(key: string): Promise<void>;
  /** The commands that an earlier page of this subject left behind, oldest first. */
  orphans(subject: string): Promise<Command[]>;
}

/** A command without an answer. `held`: it was not sent yet and can be taken back. `waiting`: it was sent, and nobody answered. */
export interface OpenCommand {
  command: Command;
  is: 'held' | 'waiting';
}

/** The same, or under way for the first time: then there is nothing to say of it. */
type Standing = OpenCommand['is'] | 'sent';

/** A command that was refused after whoever gave it had gone on. */
export interface RefusedCommand {
  command: Command;
  problem: Problem;
}

export interface OutboxState {
  /** How many commands were sent at least once without an answer. */
  waiting: number;
  /** The commands that are held or wait, oldest first. */
  open: readonly OpenCommand[];
  /** Refused commands that were held, waited, or are of an earlier page: whoever gave them has gone on. Shown until dismissed. */
  refused: readonly RefusedCommand[];
}

/** The code of a command that was taken back. */
export const takenBack = 'takenBack';

const backOffMs = { first: 400, most: 5_000 };
// More than one person gives while a gateway is unavailable. Further commands are refused, not dropped.
const commandsMax = 500;
// More than anybody reads; the oldest go.
const refusedMax = 20;

type Wait = (ms: number, wake: (now: () => void) => void) => Promise<void>;

/** Sends commands; keeps and retries those that are not answered; holds those that can be taken back. */
export class Outbox {
  #state: OutboxState = { waiting: 0, open: [], refused: [] };
  #lanes = new Map<string, Promise<unknown>>();
  #open = new Map<string, { command: Command; is: Standing }>();
  #leftAlone = new Set<string>();
  #cancelled = new Set<string>();
  #listeners = new Set<() => void>();
  #wakers = new Map<string, () => void>();

  constructor(
    private readonly send: (command: Command) => Promise<unknown>,
    private readonly drawer: OutboxDrawer,
    private readonly delay: Wait = wait,
    private readonly now: () => number = Date.now,
  ) {}

  state = (): OutboxState => this.#state;

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /**
   * Sends a command until it is answered, without a time limit. Rejects with the Problem that refused it, or with `takenBack`. One that is
   * held takes its place behind the others only when its time is over: it holds up nothing.
   */
  async submit<T>(command: Command): Promise<T> {
    if (this.#open.size >= commandsMax) throw new Problem(503, { code: 'outboxFull', detail: 'too many commands wait for an answer' });
    this.#stand(command, command.heldUntil === undefined ? 'sent' : 'held');
    // Kept before it is sent, in case the page closes in between. It is sent even when it cannot be kept.
    const kept = this.drawer.put(command).catch(() => undefined);
    try {
      if (command.heldUntil !== undefined) await kept.then(() => this.#hold(command));
      return (await this.#inOrder(command, kept)) as T;
    } catch (problem) {
      if (this.#leftAlone.has(command.key)) this.refuse(command, problem);
      throw problem;
    } finally {
      this.#cancelled.delete(command.key);
      this.#open.delete(command.key);
      if (this.#leftAlone.delete(command.key)) this.#tell();
      await this.drawer.remove(command.key).catch(() => undefined);
    }
  }

  async #inOrder(command: Command, kept: Promise<unknown>): Promise<unknown> {
    const before = this.#lanes.get(command.lane) ?? Promise.resolve();
    const run = before.catch(() => undefined).then(() => kept).then(() => this.#deliver(command));
    this.#lanes.set(command.lane, run);
    try {
      return await run;
    } finally {
      if (this.#lanes.get(command.lane) === run) this.#lanes.delete(command.lane);
    }
  }

  /** Sends the commands that an earlier page left behind. */
  async resume(subject: string): Promise<void> {
    for (const command of await this.drawer.orphans(subject).catch(() => []))
      this.submit(command).catch((problem: unknown) => this.refuse(command, problem));
  }

  /** Takes a command back: one that is held was never sent; one that waits for an answer may have been carried out all the same. */
  cancel(key: string): void {
    const open = this.#open.get(key);
    if (!open || open.is === 'sent') return;
    this.#cancelled.add(key);
    this.#wakers.get(key)?.();
  }

  /** Takes back whatever is held about a thing: something else was decided. */
  cancelHeld(lane: string): void {
    for (const [key, { command, is }] of [...this.#open]) if (is === 'held' && command.lane === lane) this.cancel(key);
  }

  /** Shows a refusal of which nobody is told otherwise. */
  refuse(command: Command, problem: unknown): void {
    if (!(problem instanceof Problem) || problem.code === takenBack || problem.done) return;
    if (this.#state.refused.some((r) => r.command.key === command.key)) return;
    this.#state = { ...this.#state, refused: [...this.#state.refused, { command, problem }].slice(-refusedMax) };
    this.#tell();
  }

  dismissRefused(key: string): void {
    this.#state = { ...this.#state, refused: this.#state.refused.filter((r) => r.command.key !== key) };
    this.#tell();
  }

  /** The gateway is available again: retries at once. What is held stays held. */
  tryNow = (): void => {
    for (const [key, wake] of [...this.#wakers]) if (this.#open.get(key)?.is !== 'held') wake();
  };

  /** The page closes: what is held is sent now. What does not get out is kept, and sent by the next page. */
  releaseAll = (): void => {
    for (const [key, { command, is }] of [...this.#open]) {
      if (is !== 'held') continue;
      this.#stand(command, 'sent');
      this.#wakers.get(key)?.();
    }
  };

  async #hold(command: Command): Promise<void> {
    const ms = (command.heldUntil ?? 0) - this.now();
    if (ms > 0 && this.#open.get(command.key)?.is === 'held') await this.#pause(command.key, ms);
    this.#throwIfCancelled(command.key);
    this.#stand(command, 'sent');
  }

  async #deliver(command: Command): Promise<unknown> {
    for (let failures = 0; ; failures++) {
      try {
        return await this.send(command);
      } catch (error) {
        // An ended sign-in is renewed over the page: the command waits for that.
        if (!isPassing(error) && !(error instanceof Problem && error.status === 401)) throw error;
        this.#stand(command, 'waiting');
        this.#throwIfCancelled(command.key);
        await this.#pause(command.key, Math.min(backOffMs.most, backOffMs.first * 2 ** failures) * (0.75 + Math.random() / 2));
        this.#throwIfCancelled(command.key);
      }
    }
  }

  async #pause(key: string, ms: number): Promise<void> {
    await this.delay(ms, (wake) => this.#wakers.set(key, wake));
    this.#wakers.delete(key);
  }

  #throwIfCancelled(key: string): void {
    if (this.#cancelled.has(key)) throw new Problem(0, { code: takenBack });
  }

  #stand(command: Command, is: Standing): void {
    const before = this.#open.get(command.key)?.is ?? 'sent';
    this.#open.set(command.key, { command, is });
    if (is !== 'sent') this.#leftAlone.add(command.key);
    if (is !== before) this.#tell();
  }

  #tell(): void {
    const open = [...this.#open.values()].filter((o): o is OpenCommand => o.is !== 'sent');
    this.#state = { ...this.#state, open, waiting: open.filter((o) => o.is === 'waiting').length };
    for (const listener of this.#listeners) listener();
  }
}

function wait(ms: number, wake: (now: () => void) => void): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    wake(() => {
      clearTimeout(timer);
      resolve();
    });
  });
}
