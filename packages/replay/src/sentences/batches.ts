import type { BatchedLog, Batches } from '../batches.ts';

/** The record batches of each log in sentences, the first twelve one by one, and their sum. */
export function batchesInSentences({ logs }: Batches): readonly string[] {
  return logs.flatMap((log) => [
    ...log.batches.slice(0, told).map((batch) => {
      const offsets = batch.base === batch.last ? `${batch.base}` : `${batch.base}–${batch.last}`;
      const kind = batch.kind === 'plain' ? 'batch' : batch.kind === 'marker' ? 'marker' : 'transactional batch';
      const codec = batch.codec === 'none' ? 'not compressed' : batch.codec;
      const sequence = batch.producer && batch.kind !== 'marker' ? `, sequence ${batch.producer.sequence}` : '';
      return `${kind} ${offsets}: ${count(batch.records, 'record', 'records')}, ${batch.bytes} bytes, ${codec}${sequence}.`;
    }),
    `${batchSum(log)}.`,
  ]);
}

/** A log's batches in one phrase: `orders/0 on broker 1: 3 batches, 30 records, 1200 bytes`. */
export const batchSum = ({ title, partition, broker, total }: BatchedLog): string =>
  `${title}/${partition} on broker ${broker}: ${count(total.batches, 'batch', 'batches')}, ${count(total.records, 'record', 'records')}, ${total.bytes} bytes`;

const told = 12;
const count = (n: number, noun: string, nouns: string) => `${n} ${n === 1 ? noun : nouns}`;
