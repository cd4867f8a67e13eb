import type { Command, OutboxDrawer } from './outbox';

const database = 'tocsin-console';
const shelf = 'commands';

type Kept = Command & { tab: string };

/**
 * Keeps commands in IndexedDB: they outlive a reload and a crash of the browser. Each page holds a lock while it lives; what belongs to a
 * page whose lock is free was left behind. Two pages that take up the same one do no harm: it carries its key.
 */
export class IndexedDrawer implements OutboxDrawer {
  readonly #tab = crypto.randomUUID();
  #opened: Promise<IDBDatabase> | null = null;

  constructor() {
    void navigator.locks?.request(lockOf(this.#tab), () => new Promise(() => undefined));
  }

  async put(command: Command): Promise<void> {
    await this.#do('readwrite', (store) => store.put({ ...command, tab: this.#tab } satisfies Kept));
  }

  async remove(key: string): Promise<void> {
    await this.#do('readwrite', (store) => store.delete(key));
  }

  async orphans(subject: string): Promise<Command[]> {
    const held = new Set((await navigator.locks?.query())?.held?.map((l) => l.name));
    const all = (await this.#do('readonly', (store) => store.getAll())) as Kept[];
    return all
      .filter((c) => c.subject === subject && c.tab !== this.#tab && !held.has(lockOf(c.tab)))
      .sort((a, b) => a.queuedAt - b.queuedAt)
      .map(({ tab: _tab, ...command }) => command);
  }

  async #do(mode: IDBTransactionMode, run: (store: IDBObjectStore) => IDBRequest): Promise<unknown> {
    const db = await (this.#opened ??= openDatabase());
    return new Promise((resolve, reject) => {
      const ask = run(db.transaction(shelf, mode).objectStore(shelf));
      ask.onsuccess = () => resolve(ask.result);
      ask.onerror = () => reject(ask.error ?? new Error('IndexedDB failed'));
    });
  }
}

const lockOf = (tab: string) => `tocsin-page-${tab}`;

function openDatabase(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const ask = indexedDB.open(database, 1);
    ask.onupgradeneeded = () => ask.result.createObjectStore(shelf, { keyPath: 'key' });
    ask.onsuccess = () => resolve(ask.result);
    ask.onerror = () => reject(ask.error ?? new Error('IndexedDB cannot be opened'));
  });
}
