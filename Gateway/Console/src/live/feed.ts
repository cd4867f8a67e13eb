import { open, query, request } from '../api/client';
import { Problem } from '../api/problem';
import { signedIn } from '../api/signedIn';
import type { Board, Presence, ReportingMark, UnitPosition } from '../api/types';
import { SseParser, type SseFrame } from './sse';
import type { FeedEvent, LiveStore } from './store';

// A frame comes every 10 s at least.
const silenceMs = 15_000;
const backOffMs = { first: 250, most: 8_000 };
// The feed ends with the token, and requests do a little later: until then there is no hurry to connect again.
const endedFailures = 3;

/** `lost`: since when, in milliseconds of this machine's clock, and why. `forbidden`: the role may not follow the board. */
export type FeedState = { is: 'connecting' } | { is: 'live' } | { is: 'lost'; since: number; why: unknown } | { is: 'forbidden' };

/** Whose positions are wanted: nobody's, everybody's, or those in `minLat,minLon,maxLat,maxLon`. */
export type PositionsWanted = 'none' | 'all' | `${number},${number},${number},${number}`;

export interface FeedOptions {
  positions: PositionsWanted;
  presence: boolean;
}

/**
 * Follows the gateway's feed for as long as somebody is signed in: takes the board, then every change after it; when the connection is
 * lost, goes on from the last position; when the journal is another one, takes the board again. It misses and repeats nothing.
 */
export class Feed {
  #state: FeedState = { is: 'connecting' };
  #listeners = new Set<() => void>();
  #stop: AbortController | null = null;
  #cut: AbortController | null = null;
  #again = false;
  #ended = false;
  #positions: PositionsWanted;
  #wake: (() => void) | null = null;

  constructor(
    private readonly store: LiveStore,
    private readonly options: FeedOptions = { positions: 'none', presence: true },
  ) {
    this.#positions = options.positions;
  }

  state = (): FeedState => this.#state;

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  start(): void {
    this.stop();
    const stop = (this.#stop = new AbortController());
    this.#set({ is: 'connecting' });
    void this.#run(stop.signal);
  }

  stop(): void {
    this.#stop?.abort();
    this.#stop = null;
  }

  /** The units whose positions are asked for. */
  wanted = (): PositionsWanted => this.#positions;

  /** Asks for other positions from now on: connects again at once and goes on from the last position. */
  want(positions: PositionsWanted): void {
    if (positions === this.#positions) return;
    this.#positions = positions;
    if (this.#state.is !== 'live') return;
    this.#again = true;
    this.#cut?.abort();
  }

  /** The network may be back: retries at once. */
  tryNow = (): void => this.#wake?.();

  /** The network is said to be gone: the connection ends at once, and where it works all the same it is there again in a moment. */
  checkNow = (): void => {
    if (this.#state.is === 'live') this.#cut?.abort();
  };

  async #run(signal: AbortSignal): Promise<void> {
    let failures = 0;
    while (!signal.aborted) {
      let why: unknown = null;
      try {
        if (!this.store.loaded || this.store.epoch === null) this.store.reset(await request<Board>('GET', '/api/v1/board', { signal }));
        await this.#follow(signal, () => (failures = 0));
        if (this.#ended) {
          this.#ended = false;
          failures = endedFailures;
          await signedIn.renew(signedIn.token() ?? '');
        }
      } catch (error) {
        if (signal.aborted) return;
        why = error;
        // A role without permission cannot be helped. A sign-in that has ended is renewed, and the feed is started again then.
        if (error instanceof Problem && error.status === 403) return this.#set({ is: 'forbidden' });
        if (error instanceof Problem && error.status === 401) return this.#set({ is: 'lost', since: Date.now(), why });
      }
      if (signal.aborted) return;
      if (this.#again) {
        this.#again = false;
        continue;
      }
      if (this.#state.is !== 'lost') this.#set({ is: 'lost', since: Date.now(), why });
      await this.#wait(Math.min(backOffMs.most, backOffMs.first * 2 ** failures++) * (0.5 + Math.random()), signal);
    }
  }

  async #follow(signal: AbortSignal, alive: () => void): Promise<void> {
    const cut = (this.#cut = new AbortController());
    const both = AbortSignal.any([signal, cut.signal]);
    let watchdog = setTimeout(() => cut.abort(), silenceMs);
    try {
      const { epoch, position } = this.store;
      const positions = this.#positions;
      const response = await open(
        `/api/v1/feed${query({ after: position, epoch, positions, presence: this.options.presence || null })}`,
        both,
      );
      this.store.forgetPresence();
      const parser = new SseParser();
      const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
      this.#set({ is: 'live' });
      alive();
      // Other positions were asked for after the request was sent.
      if (positions !== this.#positions) this.#again = true;
      if (this.#again) return void cut.abort();
      for (;;) {
        const { done, value } = await reader.read();
        if (done) return;
        clearTimeout(watchdog);
        watchdog = setTimeout(() => cut.abort(), silenceMs);
        for (const frame of parser.push(value))
          if (!this.#take(frame)) return void cut.abort();
      }
    } finally {
      clearTimeout(watchdog);
    }
  }

  // False: the connection must be closed.
  #take(frame: SseFrame): boolean {
    if (frame.event === 'reset') {
      this.store.epoch = null;
      return false;
    }
    if (frame.event === 'cut') {
      this.#ended = (JSON.parse(frame.data) as { code?: string }).code === 'unauthenticated';
      return false;
    }
    if (frame.event === 'positions') this.store.move(JSON.parse(frame.data) as UnitPosition[]);
    else if (frame.event === 'reporting') this.store.mark(JSON.parse(frame.data) as ReportingMark[]);
    else if (frame.event === 'presence') this.store.attend(JSON.parse(frame.data) as Presence[]);
    else if (frame.data !== '') this.store.apply(JSON.parse(frame.data) as FeedEvent);
    if (frame.id !== null && frame.id !== '') this.store.passed(Number(frame.id));
    return true;
  }

  #wait(ms: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer);
        signal.removeEventListener('abort', done);
        this.#wake = null;
        resolve();
      };
      const timer = setTimeout(done, ms);
      signal.addEventListener('abort', done);
      this.#wake = done;
    });
  }

  #set(state: FeedState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}
