import { programOf, type ReadRecord, type Site } from '@proving/lab';

export interface Table {
  /** On the cluster; null: the program names none that is the incident's own. */
  readonly topic: string | null;
  readonly partitions: number;
  /** What a task finds that has this partition of the orders. */
  rowIn(partition: number, customer: string): string | null;
  /** Partitions in which a customer has a row. */
  whereOf(customer: string): readonly number[];
}

/** The table that the gifts are joined with, as their tasks will have read it. */
export async function tableOf(site: Site): Promise<Table> {
  const topic = existing(site, (await programOf(site, 'gifts')).get('table'));
  const rows = fold(topic === null ? [] : await site.read(topic));
  return {
    topic,
    partitions: topic === null ? 0 : (await site.partitions(topic)).length,
    rowIn: (partition, customer) => rows.get(partition)?.get(customer) ?? null,
    whereOf: (customer) => [...rows].filter(([, own]) => own.has(customer)).map(([partition]) => partition),
  };
}

/** The topic that a setting names, as far as it is one of the incident or was made beside it with its ending. */
export function existing(site: Site, named: string | undefined): string | null {
  try {
    return named === undefined ? null : site.name(named);
  } catch {
    return null;
  }
}

/** The last row of each customer, by partition. */
function fold(changes: readonly ReadRecord[]): ReadonlyMap<number, ReadonlyMap<string, string>> {
  const rows = new Map<number, Map<string, string>>();
  for (const { partition, key, value } of changes) {
    const own = rows.get(partition) ?? new Map<string, string>();
    rows.set(partition, own);
    if (key === null) continue;
    if (value === null) own.delete(key);
    else own.set(key, value);
  }
  return rows;
}
