import { batchBytes } from './sizes.ts';

/** A record as a producer sends it. */
export interface Sent {
  readonly key: string | null;
  /** Null: a tombstone, which deletes its key. */
  readonly value: string | null;
  /** Ms since 1970, by the producer's clock. */
  readonly timestamp: number;
  /** Size of the value where it is not its text's: for a value too long to show. */
  readonly valueBytes?: number;
}

export interface Stored extends Sent {
  readonly offset: number;
}

/** What one send wrote. After compaction it keeps its range of offsets and has fewer records. */
export interface Batch {
  readonly base: number;
  readonly last: number;
  /** Ms since 1970 from which the records count; of a batch with a delete horizon, that horizon. */
  readonly baseTimestamp: number;
  /** When its tombstones may go, ms since 1970; null until a cleaning has met them (KIP-534). */
  readonly deleteHorizon: number | null;
  readonly records: readonly Stored[];
}

/** One `.log` file. It ends where the next begins; the last one is the active one. */
export interface Segment {
  readonly base: number;
  readonly batches: readonly Batch[];
}

/** Topic settings by Kafka's names; times in ms, sizes in bytes, -1 for no limit. */
export interface Settings {
  readonly 'cleanup.policy': 'delete' | 'compact';
  readonly 'segment.ms': number;
  readonly 'segment.bytes': number;
  readonly 'retention.ms': number;
  readonly 'retention.bytes': number;
  readonly 'delete.retention.ms': number;
  readonly 'min.cleanable.dirty.ratio': number;
}

/** One replica of a partition, as it lies on its broker's disk. All that changes it gives a new one. */
export interface Log {
  readonly settings: Settings;
  /** At least one. */
  readonly segments: readonly Segment[];
  /** The first offset that no cleaning has been through. */
  readonly cleanedTo: number;
}

const hour = 3_600_000;

/** Kafka's own defaults (Kafka docs, Topic Configs). */
export const defaults: Settings = {
  'cleanup.policy': 'delete',
  'segment.ms': 168 * hour,
  'segment.bytes': 2 ** 30,
  'retention.ms': 168 * hour,
  'retention.bytes': -1,
  'delete.retention.ms': 24 * hour,
  'min.cleanable.dirty.ratio': 0.5,
};

export const emptyLog = (settings: Partial<Settings> = {}): Log => ({
  settings: { ...defaults, ...settings },
  segments: [{ base: 0, batches: [] }],
  cleanedTo: 0,
});

export const activeOf = ({ segments }: Log): Segment => segments.at(-1) as Segment;

/** The offset of the next record. */
export function endOf(log: Log): number {
  const active = activeOf(log);
  return (active.batches.at(-1)?.last ?? active.base - 1) + 1;
}

/** The first offset that a reader can ask for. */
export const startOf = ({ segments }: Log): number => (segments[0] as Segment).base;

export const bytesOf = ({ batches }: Segment): number => batches.reduce((sum, batch) => sum + batchBytes(batch), 0);

export const recordsOf = ({ batches }: Segment): readonly Stored[] => batches.flatMap(({ records }) => records);

/** Largest time stamp in it, ms since 1970: what retention looks at. Null: no record. */
export function newestOf(segment: Segment): number | null {
  const times = recordsOf(segment).map(({ timestamp }) => timestamp);
  return times.length === 0 ? null : Math.max(...times);
}
