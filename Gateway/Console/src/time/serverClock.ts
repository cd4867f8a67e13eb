/** In milliseconds: how exact an answer's time is, the gateway's own and that of `Date`, which a server renews once a second. */
const exactMs = 1;
const dateMs = 2_000;

/**
 * The gateway's clock. Each answer's time says: the gateway's clock showed it at some instant between sending and receiving. The
 * intersection of what many answers say is as narrow as the fastest of them.
 */
export class ServerClock {
  #low = -Infinity;
  #high = Infinity;
  #assumed = 0;

  /** Milliseconds to add to this machine's clock. */
  get offsetMs(): number {
    if (this.#low === -Infinity) return this.#assumed;
    return (this.#low + this.#high) / 2;
  }

  /** Uses an offset that was kept, in milliseconds, until the gateway's first answer. */
  assume(offsetMs: number): void {
    if (Number.isFinite(offsetMs)) this.#assumed = offsetMs;
  }

  /**
   * Learns from an answer: when the request was sent, when the answer came (this machine's milliseconds), and its headers. An answer of
   * a proxy has no time but its `Date`.
   */
  learn(sentAt: number, receivedAt: number, headers: Headers): void {
    const exact = headers.get('Tocsin-Now');
    const at = Date.parse(exact ?? headers.get('Date') ?? '');
    if (Number.isNaN(at) || receivedAt < sentAt) return;
    const low = at - receivedAt;
    const high = at + (exact ? exactMs : dateMs) - sentAt;
    // One of the two clocks was set: earlier answers no longer count.
    if (low > this.#high || high < this.#low) [this.#low, this.#high] = [low, high];
    else [this.#low, this.#high] = [Math.max(this.#low, low), Math.min(this.#high, high)];
  }

  now(): number {
    return Date.now() + this.offsetMs;
  }

  iso(): string {
    return new Date(this.now()).toISOString();
  }
}

export const serverClock = new ServerClock();
