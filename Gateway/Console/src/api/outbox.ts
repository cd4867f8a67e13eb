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
}

/** The store that keeps commands when the page closes. */
export interface OutboxDrawer {
  put(command: Command): Promise<void>;
  remove(key: string): Promise<void>;
  /** The commands that an earlier page of this subject left behind, oldest first. */
  orphans(subject: string): Promise<Command[]>;
}

export interface OutboxState {
  /** How many commands were sent at least once without an answer. */
  waiting: number;
  /** The last command of an earlier page that was refused; shown until it is dismissed. */
  refused: { command: Command; problem: Problem } | null;
}

const backOffMs = { first: 400, most: 5_000 };
// More than one person gives while a gateway is unavailable. Further commands are refused, not dropped.
const commandsMax = 500;

/** Sends commands; keeps and retries those that are not answered. */
export class Outbox {
  #state: OutboxState = { waiting: 0, refused: null };
  #lanes = new Map<string, Promise<unknown>>();
  #stuck = new Set<string>();
  #open = 0;
  #listeners = new Set<() => void>();
  #wakers = new Set<() => void>();

  constructor(
    private readonly send: (command: Command) => Promise<unknown>,
    private readonly drawer: OutboxDrawer,
    private readonly delay: (ms: number, wake: (now: () => void) => void) => Promise<void> = wait,
  ) {}

  state = (): OutboxState => this.#state;

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Sends a command until it is answered, without a time limit. Rejects with the Problem that refused it. */
  async submit<T>(command: Command): Promise<T> {
    if (this.#open >= commandsMax) throw new Problem(503, { code: 'outboxFull', detail: 'too many commands wait for an answer' });
    this.#open++;
    // Kept before it is sent, in case the page closes in between. It is sent even when it cannot be kept.
    const kept = this.drawer.put(command).catch(() => undefined);
    const before = this.#lanes.get(command.lane) ?? Promise.resolve();
    const run = before.catch(() => undefined).then(() => kept).then(() => this.#deliver(command));
    this.#lanes.set(command.lane, run);
    try {
      return (await run) as T;
    } finally {
      this.#open--;
      if (this.#lanes.get(command.lane) === run) this.#lanes.delete(command.lane);
      await this.drawer.remove(command.key).catch(() => undefined);
    }
  }

  /** Sends the commands that an earlier page left behind. */
  async resume(subject: string): Promise<void> {
    for (const command of await this.drawer.orphans(subject).catch(() => []))
      this.submit(command).catch((problem: unknown) => {
        if (problem instanceof Problem) this.#set({ ...this.#state, refused: { command, problem } });
      });
  }

  dismissRefused(): void {
    this.#set({ ...this.#state, refused: null });
  }

  /** The gateway is available again: retries at once. */
  tryNow = (): void => {
    for (const wake of [...this.#wakers]) wake();
  };

  async #deliver(command: Command): Promise<unknown> {
    for (let failures = 0; ; failures++) {
      try {
        const answer = await this.send(command);
        this.#unstick(command.key);
        return answer;
      } catch (error) {
        if (!isPassing(error)) {
          this.#unstick(command.key);
          throw error;
        }
        this.#stick(command.key);
        let waker: (() => void) | undefined;
        await this.delay(Math.min(backOffMs.most, backOffMs.first * 2 ** failures) * (0.75 + Math.random() / 2), (wake) =>
          this.#wakers.add((waker = wake)),
        );
        if (waker) this.#wakers.delete(waker);
      }
    }
  }

  #stick(key: string): void {
    this.#stuck.add(key);
    this.#set({ ...this.#state, waiting: this.#stuck.size });
  }

  #unstick(key: string): void {
    if (this.#stuck.delete(key)) this.#set({ ...this.#state, waiting: this.#stuck.size });
  }

  #set(state: OutboxState): void {
    this.#state = state;
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
