import { DatabaseSync } from 'node:sqlite';

/** The parcels of the shop: one for each order, however often the order comes. */
export class Parcels implements Disposable {
  readonly #database: DatabaseSync;

  constructor(file: string) {
    this.#database = new DatabaseSync(file, { timeout: 5_000 });
    // Two workers may share the file; what was written is on the disk before the statement returns.
    this.#database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL');
    this.#database.exec('CREATE TABLE IF NOT EXISTS parcels (id TEXT PRIMARY KEY, customer TEXT NOT NULL, place TEXT NOT NULL)');
  }

  /** @returns false when there is a parcel for that order already */
  pack({ id, customer }: { readonly id: string; readonly customer: string }, place: string): boolean {
    const insert = this.#database.prepare('INSERT INTO parcels (id, customer, place) VALUES (?, ?, ?) ON CONFLICT DO NOTHING');
    return insert.run(id, customer, place).changes > 0;
  }

  [Symbol.dispose](): void {
    this.#database.close();
  }
}
