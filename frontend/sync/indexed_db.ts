/** Pending operations in the browser's own database, which pages outside a secure context have too. */

import type { KeptOperation, PendingStore } from "./surroundings";

const DATABASE = "kithmap";
const TABLE = "pending";
const BY_QUEUE = "queue";

type Row = KeptOperation & { readonly queue: string };

export class IndexedDbStore implements PendingStore {
  private readonly factory: IDBFactory;
  private readonly queue: string;
  private opening: Promise<IDBDatabase> | null = null;

  constructor(factory: IDBFactory, workshop: string, person: string) {
    this.factory = factory;
    this.queue = `${workshop}/${person}`;
  }

  async load(): Promise<readonly KeptOperation[]> {
    const rows = await this.inTable("readonly", (table) => table.index(BY_QUEUE).getAll(this.queue));
    return (rows as Row[]).map(({ queue: _, ...operation }) => operation);
  }

  async put(operations: readonly KeptOperation[]): Promise<void> {
    await this.inTable("readwrite", (table) => {
      for (const operation of operations) table.put({ ...operation, queue: this.queue } satisfies Row);
    });
  }

  async remove(ids: readonly string[]): Promise<void> {
    await this.inTable("readwrite", (table) => {
      for (const id of ids) table.delete(id);
    });
  }

  /** Do something in one transaction. Phones close a database behind a sleeping page: then it is opened once more. */
  private async inTable(mode: IDBTransactionMode, act: (table: IDBObjectStore) => IDBRequest | void): Promise<unknown> {
    try {
      return await done((await this.open()).transaction(TABLE, mode), act);
    } catch (error) {
      if (!(error instanceof DOMException) || error.name !== "InvalidStateError") throw error;
      this.opening = null;
      return done((await this.open()).transaction(TABLE, mode), act);
    }
  }

  private open(): Promise<IDBDatabase> {
    this.opening ??= new Promise((resolve, reject) => {
      const request = this.factory.open(DATABASE, 1);
      request.onupgradeneeded = () => {
        request.result.createObjectStore(TABLE, { keyPath: "id" }).createIndex(BY_QUEUE, "queue");
      };
      request.onerror = () => reject(request.error ?? new Error("the database does not open"));
      request.onsuccess = () => {
        const database = request.result;
        database.onclose = () => (this.opening = null);
        // A later version of the page in another tab must not wait for this one.
        database.onversionchange = () => {
          database.close();
          this.opening = null;
        };
        resolve(database);
      };
    });
    return this.opening;
  }
}

/** Resolved once the transaction is whole on the device; with the request's result, if there is one. */
function done(transaction: IDBTransaction, act: (table: IDBObjectStore) => IDBRequest | void): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const fail = (): void => reject(transaction.error ?? new Error("the database did not keep it"));
    transaction.onabort = fail;
    transaction.onerror = fail;
    try {
      const request = act(transaction.objectStore(TABLE));
      transaction.oncomplete = () => resolve(request === undefined ? undefined : request.result);
    } catch (error) {
      // Something that cannot be stored is refused at once; what stood before it in the same act goes with it.
      transaction.abort();
      reject(error);
    }
  });
}
