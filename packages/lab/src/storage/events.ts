import type { StoredBatch } from '@proving/spec';
import type { RecordBatch } from './record-batch.ts';

const most = 64;

/** Batches as an event tells them: the first ones by themselves, those behind them as a sum, so that a trace stays small. */
export function storedBatches(all: readonly RecordBatch[]): { batches: StoredBatch[]; more: Sum } {
  const rest = all.slice(most);
  const sum = (of: (batch: RecordBatch) => number) => rest.reduce((total, batch) => total + of(batch), 0);
  return {
    batches: all.slice(0, most).map(stored),
    more: { batches: rest.length, bytes: sum(({ bytes }) => bytes), records: sum(({ records }) => records) },
  };
}

interface Sum {
  readonly batches: number;
  readonly bytes: number;
  readonly records: number;
}

function stored({ baseOffset, lastOffset, bytes, records, codec, control, transactional, ...batch }: RecordBatch): StoredBatch {
  const { producerId: id, producerEpoch: epoch, baseSequence: sequence } = batch;
  return {
    base: baseOffset,
    last: lastOffset,
    bytes,
    records,
    codec,
    kind: control ? 'marker' : transactional ? 'transactional' : 'plain',
    producer: id < 0 ? null : { id, epoch, sequence },
  };
}
