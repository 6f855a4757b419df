import { bytesIn } from './bytes.ts';
import { recorded } from './recorded.ts';

/** A batch to look at. */
export interface Specimen {
  readonly title: string;
  readonly says: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

const of = (title: string, says: string, hex: string): Specimen => ({ title, says, bytes: bytesIn(hex) });

export const specimens: readonly Specimen[] = [
  of(
    'One order',
    'One record with a key and a header, in a batch of its own. 61 of 89 bytes are the batch’s header.',
    recorded.one[0],
  ),
  of('Three page views', 'Three records of one send, in one batch: one header of 61 bytes for all of them.', recorded.three[0]),
  of('Packed with gzip', 'Five page views. The header stays readable, and the records are one packed block.', recorded.gzip[0]),
  of('Packed with zstd', 'The same five page views. The attributes name another codec.', recorded.zstd[0]),
  of(
    'In a transaction',
    'A record that a transactional producer sent. It has a producer id, an epoch and a sequence.',
    recorded.transaction[0],
  ),
  of(
    'A commit marker',
    'How that transaction ended: a batch that no application sent and none is given. It takes an offset.',
    recorded.transaction[1],
  ),
  of(
    'Compacted',
    'Four records were sent, two are left, with their old offsets. The tombstone may go when its horizon is over.',
    recorded.compacted[0],
  ),
];

/** The batches of a `.log` file, as far as they are whole; at most `most`. */
export function batchesIn(bytes: Uint8Array<ArrayBuffer>, most = 200): readonly Uint8Array<ArrayBuffer>[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const batches: Uint8Array<ArrayBuffer>[] = [];
  for (let at = 0; at + 61 <= bytes.length && batches.length < most; ) {
    const size = 12 + view.getInt32(at + 8);
    if (size < 61 || at + size > bytes.length) break;
    batches.push(bytes.slice(at, at + size));
    at += size;
  }
  return batches;
}
