import { quiz } from '@proving/spec';

export default quiz([
  {
    id: 'q1',
    kind: 'number',
    ask: "A sensor sends readings of nine bytes, each in a send of its own. How many bytes does a reading take in the leader's .log file?",
    claim: 'records-live-in-batches',
    answer: 77,
    tolerance: 3,
    unit: 'bytes',
    because:
      'Nine of the reading, seven of the record around it, and 61 of a batch header that no other reading shares. A hundred in one send take 17 each.',
  },
  {
    id: 'q2',
    kind: 'one',
    ask: 'index.interval.bytes is 4096. A producer sends a hundred records of 1 kB with each send. A consumer asks for a record in the middle of such a batch. What does the broker do?',
    claim: 'the-index-is-sparse',
    options: [
      {
        says: "It finds the record's own entry in the index and sends that record",
        because: 'There are no entries for records. Not even every batch has one where batches are small.',
      },
      {
        says: 'It finds the batch and sends it whole; the client skips what it did not ask for',
        right: true,
        because:
          'Every batch here is larger than the interval, so every one after the first has an entry. Inside a batch nothing is indexed, and brokers do not take batches apart.',
      },
      {
        says: 'It reads the segment from its first byte',
        because: 'It would, without an index. The nearest entry spares it all but a few batches.',
      },
      {
        says: 'It sends four batches, since an entry stands for four kilobytes',
        because: 'The interval says when the next entry is due. It cuts nothing.',
      },
    ],
  },
  {
    id: 'q3',
    kind: 'one',
    ask: "audit gets a record or two a day; retention.ms is one hour, all else as by default. On Friday somebody finds Monday's records in it. Why?",
    claim: 'a-segment-goes-as-a-whole',
    options: [
      {
        says: 'They are in the active segment, and that one is never deleted',
        because:
          'It is, when its newest record is too old: in the run with two old orders the active segment went. Here its newest record keeps being renewed.',
        belief: 'W34',
      },
      {
        says: "They share a segment with today's record, and a segment goes as a whole",
        right: true,
        because:
          'Its newest time stamp is what counts, and for a week, the default of segment.ms, each new record joins the same segment.',
      },
      {
        says: 'The retention check has not come by since Monday',
        because: 'It comes every five minutes. It looked at the newest time stamp each time.',
      },
      {
        says: 'retention.ms counts from when a consumer has read a record',
        because: 'Reading plays no part in retention, or in anything that is stored.',
      },
    ],
  },
  {
    id: 'q4',
    kind: 'number',
    ask: 'page-views has 12 partitions and three replicas of each. retention.bytes is 1 GiB, and there is much traffic. How many GiB does the topic take on all brokers together, not counting the segments being filled?',
    claim: 'a-limit-is-per-partition',
    answer: 36,
    tolerance: 0,
    unit: 'GiB',
    because: 'The limit counts for each partition by itself, and each replica is a copy of it: 12 × 3 × 1 GiB.',
  },
  {
    id: 'q5',
    kind: 'several',
    ask: 'prices is compacted, and its key is the article. A service reads it from the beginning. What may it meet?',
    claim: 'compaction-keeps-the-last-per-key-behind-the-head',
    options: [
      {
        says: 'the same article several times, with different prices',
        right: true,
        because:
          'In the active segment every record stays, and behind it those that no cleaning has reached yet. The later record wins.',
      },
      {
        says: 'offsets that are missing',
        right: true,
        because: 'The records that are left keep their offsets; the others leave gaps.',
      },
      {
        says: "an article's older price after its newer one",
        because: 'Cleaning takes records away and moves none. Within a partition the order stays that of writing.',
      },
      {
        says: 'OFFSET_OUT_OF_RANGE, because the record at offset 0 is gone',
        because: 'The log still begins at 0. Whoever asks for an offset in a gap gets the next record there is.',
      },
      {
        says: 'records without a value',
        right: true,
        because: 'Tombstones, for articles that are no longer sold. A reader must know them.',
      },
    ],
  },
  {
    id: 'q6',
    kind: 'order',
    ask: 'Mia asks to be forgotten. The topic is compacted. Put in order what happens on the disk.',
    claim: 'tombstones-linger-until-new-traffic',
    items: [
      'her key is written with null as its value',
      'a later record closes the segment with the tombstone',
      'a cleaning takes her address away',
      'delete.retention.ms passes',
      'new records give the cleaner a reason to come again',
      'another cleaning takes the tombstone away',
    ],
    because:
      'The first cleaning takes the address and starts the clock of the tombstone, which goes with a cleaning after that. Without traffic the list stops where it is.',
  },
  {
    id: 'q7',
    kind: 'one',
    ask: 'customers is compacted, delete.retention.ms is a day. A service was down for a week, goes on from its committed offset, and still has a customer who was deleted on the second day. What went wrong?',
    claim: 'tombstones-linger-until-new-traffic',
    options: [
      {
        says: 'The tombstone had been cleaned away before it could read it',
        right: true,
        because: 'Nothing in the log says any more that there was such a customer. It must rebuild its table from the beginning.',
      },
      {
        says: 'Committed offsets are invalid after a cleaning',
        because: 'Offsets do not change. It went on at the right place; what it needed was no longer there.',
      },
      {
        says: 'A tombstone deletes the record at once, so there was nothing to read',
        because: 'It stays for at least the time that you set, so that readers can see it. A week was longer.',
        belief: 'W37',
      },
      {
        says: 'The deletion will reach it with the next cleaning',
        because: "Cleanings happen in the brokers' files and reach no reader.",
      },
    ],
  },
  {
    id: 'q8',
    kind: 'text',
    ask: 'A device with a wrong clock sends a reading from next year. With which error does a broker of version 4 refuse it, unless the topic allows it?',
    claim: 'a-segment-goes-as-a-whole',
    accept: ['INVALID_TIMESTAMP', 'InvalidTimestamp', 'InvalidTimestampException'],
    because:
      'More than an hour ahead is refused by default since 4.0. Before that such a record was stored, and kept its segment until next year.',
  },
  {
    id: 'q9',
    kind: 'match',
    ask: 'Match each setting with what it decides.',
    claim: 'a-segment-goes-as-a-whole',
    pairs: [
      ['retention.ms', 'how old the newest record of a segment may be before the segment goes'],
      ['segment.ms', 'how far apart the time stamps of a segment may be before a record opens the next one'],
      ['delete.retention.ms', 'how long readers may still find a tombstone after a cleaning'],
      ['min.cleanable.dirty.ratio', 'which part of a log must be new before it is cleaned'],
      ['max.compaction.lag.ms', "how long a record may stay out of the cleaner's reach"],
    ],
    because:
      'Two of them decide about whole segments, three about compaction. All but the first two are without effect on a topic with cleanup.policy=delete.',
  },
  {
    id: 'q10',
    kind: 'one',
    ask: 'For a demonstration somebody creates a topic with segment.bytes=100 on Kafka 4.3. What happens?',
    claim: 'a-limit-is-per-partition',
    options: [
      {
        says: 'Each record gets a segment of its own',
        because: 'That was so in old tutorials. Since 4.0 the brokers do not take it.',
        belief: 'W38',
      },
      {
        says: 'The topic is not created: INVALID_CONFIG',
        right: true,
        because: 'A segment has 1 MiB at least. To see segments change, use segment.ms and time stamps that lie apart.',
      },
      {
        says: 'The topic is created, and its segments have 1 MiB',
        because: 'A setting that is too small is refused. Kafka does not put another number in its place.',
      },
    ],
  },
]);
