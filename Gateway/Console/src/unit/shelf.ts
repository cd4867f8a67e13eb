import type { Report, Shelf } from './reports';

const database = 'tocsin-unit';
const store = 'reports';

/** Keeps reports in IndexedDB, written through: a press that is shown as kept is on the phone's own store. */
export class IndexedShelf implements Shelf {
  #opened: Promise<IDBDatabase> | null = null;

  all = async (): Promise<Report[]> => (await this.#do('readonly', (s) => s.getAll())) as Report[];
  put = async (report: Report): Promise<void> => void (await this.#do('readwrite', (s) => s.put(report)));
  remove = async (key: string): Promise<void> => void (await this.#do('readwrite', (s) => s.delete(key)));

  async #do(mode: IDBTransactionMode, run: (s: IDBObjectStore) => IDBRequest): Promise<unknown> {
    const db = await (this.#opened ??= open());
    return new Promise((resolve, reject) => {
      // Strict: answered when it is on the disk, not when it is on its way there.
      const transaction = db.transaction(store, mode, { durability: 'strict' });
      const ask = run(transaction.objectStore(store));
      transaction.oncomplete = () => resolve(ask.result);
      transaction.onerror = transaction.onabort = () => reject(transaction.error ?? new Error('IndexedDB failed'));
    });
  }
}

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const ask = indexedDB.open(database, 1);
    ask.onupgradeneeded = () => ask.result.createObjectStore(store, { keyPath: 'key' });
    ask.onsuccess = () => resolve(ask.result);
    ask.onerror = () => reject(ask.error ?? new Error('IndexedDB cannot be opened'));
  });
}
