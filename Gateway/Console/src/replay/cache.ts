/** Keeps the latest answers and open requests, at most `most`; the least recently used is dropped. Failures are not kept. */
export class BoundedCache<T> {
  readonly #kept = new Map<string, Promise<T>>();

  constructor(
    private readonly load: (key: string) => Promise<T>,
    private readonly most: number,
  ) {}

  get(key: string): Promise<T> {
    const known = this.#kept.get(key);
    if (known) {
      // Used again: it is the newest now.
      this.#kept.delete(key);
      this.#kept.set(key, known);
      return known;
    }
    const asked = this.load(key);
    this.#kept.set(key, asked);
    asked.catch(() => this.#kept.get(key) === asked && this.#kept.delete(key));
    if (this.#kept.size > this.most) this.#kept.delete(this.#kept.keys().next().value!);
    return asked;
  }

  has(key: string): boolean {
    return this.#kept.has(key);
  }
}
