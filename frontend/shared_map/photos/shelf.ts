/** Photos that wait to be sent, in the browser's own database: they survive a reload, and an evening without a network. */

export interface ShelvedPhoto {
  readonly id: string;
  /** The place that it is for. */
  readonly place: string;
  readonly alt: string;
  /** In pixels. */
  readonly width: number;
  readonly height: number;
  /** The JPEG file. Bytes, for older Safaris keep no blobs. */
  readonly content: ArrayBuffer;
}

export interface PhotoShelf {
  load(): Promise<readonly ShelvedPhoto[]>;
  put(photo: ShelvedPhoto): Promise<void>;
  remove(id: string): Promise<void>;
}

const DATABASE = "kithmap-photos";
const TABLE = "waiting";
const BY_OWNER = "owner";

type Row = ShelvedPhoto & { readonly owner: string };

export class IndexedDbShelf implements PhotoShelf {
  private readonly factory: IDBFactory;
  private readonly owner: string;

  /** One person's photos in one workshop. */
  constructor(factory: IDBFactory, workshop: string, person: string) {
    this.factory = factory;
    this.owner = `${workshop}/${person}`;
  }

  async load(): Promise<readonly ShelvedPhoto[]> {
    const rows = (await this.act("readonly", (table) => table.index(BY_OWNER).getAll(this.owner))) as Row[];
    return rows.map(({ owner: _, ...photo }) => photo);
  }

  async put(photo: ShelvedPhoto): Promise<void> {
    await this.act("readwrite", (table) => table.put({ ...photo, owner: this.owner } satisfies Row));
  }

  async remove(id: string): Promise<void> {
    await this.act("readwrite", (table) => table.delete(id));
  }

  /** Opened for each act: that is once or twice for a photo, and a sleeping phone closes what stays open. */
  private async act(mode: IDBTransactionMode, act: (table: IDBObjectStore) => IDBRequest): Promise<unknown> {
    const database = await this.open();
    try {
      return await new Promise((resolve, reject) => {
        const transaction = database.transaction(TABLE, mode);
        const request = act(transaction.objectStore(TABLE));
        transaction.oncomplete = () => resolve(request.result);
        transaction.onabort = () => reject(transaction.error ?? new Error("the photo was not kept"));
      });
    } finally {
      database.close();
    }
  }

  private open(): Promise<IDBDatabase> {
    return new Promise((resolve, reject) => {
      const request = this.factory.open(DATABASE, 1);
      request.onupgradeneeded = () => {
        request.result.createObjectStore(TABLE, { keyPath: "id" }).createIndex(BY_OWNER, "owner");
      };
      request.onerror = () => reject(request.error ?? new Error("the database does not open"));
      request.onsuccess = () => resolve(request.result);
    });
  }
}
