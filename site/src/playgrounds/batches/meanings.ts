/** What a field means, and where that is written down. */
export interface Meaning {
  readonly says: string;
  readonly source: string;
}

const batch = 'Kafka docs, Implementation, Message Format, Record Batch';
const record = 'Kafka docs, Implementation, Message Format, Record';
const header = 'Kafka docs, Implementation, Message Format, Record Header';
const control = 'Kafka docs, Implementation, Message Format, Control Batches';

const ofBatch = {
  baseOffset:
    'Offset of the first record. The producer wrote 0; the leader put in the real one, without touching what the checksum covers.',
  batchLength: 'How many bytes come behind this field. Where they end, the next batch begins: no other mark is needed.',
  partitionLeaderEpoch: 'The epoch of the leader that appended the batch. A replica that comes back cuts its log by it.',
  magic: 'The format. 2 since Kafka 0.11, and the only one that Kafka 4 writes and reads.',
  crc: 'CRC-32C of everything behind it, from the attributes to the last byte. What stands before it the leader may fill in.',
  attributes:
    'Bits 0 to 2: the codec. 3: whose time stamps, the producer’s or the broker’s. 4: part of a transaction. 5: a marker, no application’s record. 6: the base time stamp is a delete horizon.',
  lastOffsetDelta: 'Base offset and this make the last offset of the batch. It stays when compaction takes records away.',
  baseTimestamp:
    'From which the records count their times. In a batch with a tombstone that compaction has met it is the time until when the tombstone is kept.',
  maxTimestamp: 'The largest time stamp in the batch. Retention looks at the largest of a segment.',
  producerId: 'The number that the broker gave to an idempotent or transactional producer; −1 for any other.',
  producerEpoch: 'Which life of that producer it was. An older one is fenced off.',
  baseSequence: 'The producer’s own count, of the first record. A broker that has it already does not append it twice.',
  recordsCount: 'How many records there are. After compaction fewer than the offsets of its range.',
  records: 'All records as one packed block. The codec stands in the attributes, so a reader needs no setting to unpack it.',
} as const;

const ofRecord = {
  length: 'Bytes of this record behind this field.',
  attributes: 'No bit of it is used today.',
  timestampDelta: 'Its time, counted from the base time stamp. Small numbers take few bytes, which is why it is a difference.',
  offsetDelta: 'Its offset, counted from the base offset: the broker sets one number for a whole batch.',
  keyLength: 'Bytes of the key; −1: no key, which is not the same as an empty one.',
  key: 'The key, as the producer’s bytes. The broker does not look at it, unless the topic is compacted.',
  valueLength: 'Bytes of the value; −1: null, a tombstone.',
  value: 'The value, as the producer’s bytes. Kafka does not know what is in it.',
  headersCount: 'How many headers come.',
  keyVersion: 'Version of the marker’s key.',
  markerType: 'How the transaction ended in this partition.',
  valueVersion: 'Version of the marker’s value.',
  coordinatorEpoch: 'Epoch of the transaction coordinator that wrote the marker.',
} as const;

const ofHeader = {
  headerKeyLength: 'Bytes of the header’s name.',
  headerKey: 'The header’s name.',
  headerValueLength: 'Bytes of the header’s value; −1: null.',
  headerValue: 'The header’s value: any bytes.',
} as const;

/** @param id of a field: `attributes` of the batch, `1.attributes` of its first record */
export function meaningOf(id: string): Meaning {
  const name = id.replace(/^\d+\./, '');
  const inRecord = name !== id;
  if (name in ofHeader) return { says: ofHeader[name as keyof typeof ofHeader], source: header };
  if (inRecord && name in ofRecord) {
    const marker = /Version|marker|coordinator/.test(name);
    return { says: ofRecord[name as keyof typeof ofRecord], source: marker ? control : record };
  }
  if (name in ofBatch) return { says: ofBatch[name as keyof typeof ofBatch], source: batch };
  return { says: 'More bytes than this page knows a name for.', source: control };
}

/** How bytes of a type are read. */
export const types: Readonly<Record<string, string>> = {
  varint:
    'a signed number in groups of seven bits, low group first; the top bit says that another byte follows, the lowest bit is the sign',
  int8: 'a signed number of one byte',
  int16: 'a signed number of two bytes, high byte first',
  int32: 'a signed number of four bytes, high byte first',
  int64: 'a signed number of eight bytes, high byte first',
  uint32: 'a number of four bytes, high byte first',
  bytes: 'bytes as they are',
};
