import { atLeast, atMost, between, lesson } from '@proving/spec';

export default lesson({
  title: 'On the disk',
  question: 'What is on the disk, and when does it go away?',
  part: 2,
  minutes: 50,
  after: ['03-keys-and-partitioners', '07-acks-and-durability'],
  cluster: { shape: 'standard' },

  claims: {
    'records-live-in-batches':
      'A broker stores records in the batches in which they were sent, each with one header of 61 bytes and one checksum: a hundred orders of nine bytes take 1.7 kB when they are sent together, and 7.7 kB when each is sent alone.',
    'the-index-is-sparse':
      'A broker does not index every record: an index entry points to a batch, there is at most one for every index.interval.bytes (4096), and the rest of the way is read in the log.',
    'a-segment-goes-as-a-whole':
      "retention.ms deletes whole segments, the active one too, when their newest time stamp is too old, so one new record keeps all old ones of its segment; time stamps are the producer's, and one from more than an hour ahead is refused.",
    'a-limit-is-per-partition':
      'retention.bytes limits each partition by itself and not the topic, and takes away whole segments only, which segment.bytes cannot make smaller than 1 MiB.',
    'compaction-keeps-the-last-per-key-behind-the-head':
      'In the closed segments compaction leaves the newest record of each key, at its old offset; in the active segment every record stays, outdated or not.',
    'tombstones-linger-until-new-traffic':
      'A tombstone takes the older records of its key away with one cleaning and goes itself with a later one, when delete.retention.ms is over; without new records in the partition there is no later one.',
  },

  experiments: {
    '01-alone-or-together': {
      title: 'A hundred orders in one file',
      proves: 'records-live-in-batches',
      arms: { treatment: 'one send', control: 'a hundred sends' },
      ask: "A hundred orders of nine bytes each, 900 bytes in all, are sent one by one. How big is the leader's file afterwards?",
      predict: {
        kind: 'choice',
        about: 'control',
        options: [
          { says: 'About 1 kB: what was sent, and a little', when: { bytes: atMost(1_400) } },
          { says: 'About 2 kB: each record has a small header', when: { bytes: between(1_401, 4_000) } },
          { says: 'About 8 kB', when: { bytes: between(4_001, 20_000) } },
          { says: '400 kB: each record takes a page of the disk', when: { bytes: atLeast(20_001) } },
        ],
      },
      needs: ['files'],
      budget: '20s',
    },
    '02-find-by-hand': {
      title: 'Find offset 150',
      proves: 'the-index-is-sparse',
      arms: { treatment: 'every 4096 bytes', dense: 'every 0 bytes', batched: '50 per send' },
      ask: 'Two hundred orders of 500 bytes each, one per send. How many entries has the index?',
      predict: {
        kind: 'choice',
        about: 'treatment',
        options: [
          { says: '200: one for each record', when: { entries: atLeast(190) } },
          { says: 'About 25', when: { entries: between(5, 189) } },
          { says: 'One or two: where the file begins and where it ends', when: { entries: atMost(4) } },
        ],
      },
      needs: ['files'],
      budget: '20s',
    },
    '03-kept-for-an-hour': {
      title: 'Kept for an hour',
      proves: 'a-segment-goes-as-a-whole',
      arms: {
        treatment: 'then a new one',
        bothOld: 'then an old one',
        tomorrow: "then tomorrow's",
        twoSegments: 'new, next segment',
      },
      ask: 'Order 1 is two hours old, order 2 was sent just now. The topic is told to keep records for one hour, and the retention check goes by. What is left?',
      predict: {
        kind: 'choice',
        about: 'treatment',
        options: [
          { says: 'Order 2: order 1 is older than an hour', when: { left: ['order 2'] }, belief: 'W34' },
          { says: 'Both', when: { left: ['order 1', 'order 2'] } },
          { says: 'Neither: the file is as old as its oldest record', when: { left: [] } },
        ],
      },
      needs: ['files'],
      budget: '30s',
    },
    '04-kept-by-size': {
      title: 'Two and a half megabytes',
      proves: 'a-limit-is-per-partition',
      arms: { treatment: '3 partitions', control: '1 partition' },
      ask: 'Twelve catalogues of 600 kB are dealt out to three partitions. retention.bytes is 2.5 MB, and the retention check goes by. How many of the twelve are left?',
      predict: {
        kind: 'choice',
        about: 'treatment',
        options: [
          { says: 'Four or five: 2.5 MB of the topic', when: { left: between(1, 5) }, belief: 'W35' },
          { says: 'Six to eleven: it stops somewhere above the limit', when: { left: between(6, 11) } },
          { says: 'Twelve: no partition has more than 2.5 MB', when: { left: 12 } },
          { says: 'None: the limit was passed', when: { left: 0 } },
        ],
      },
      needs: ['files'],
      budget: '30s',
    },
    '05-only-the-newest': {
      title: 'Only the newest address',
      proves: 'compaction-keeps-the-last-per-key-behind-the-head',
      arms: { treatment: 'yesterday active', control: 'yesterday closed' },
      ask: 'Ten customers: ten addresses each in closed segments, then two each in the active one, 120 records in all. The cleaner has been through. How many records are left?',
      predict: {
        kind: 'choice',
        about: 'treatment',
        options: [
          { says: '10: one for each customer', when: { left: atMost(19) }, belief: 'W36' },
          { says: '30: one for each customer, and the active segment as it was', when: { left: between(20, 60) } },
          { says: '120: records do not leave a log one by one', when: { left: atLeast(61) } },
        ],
      },
      needs: ['files'],
      budget: '30s',
    },
    '06-forget-ada': {
      title: 'Ada wants to be forgotten',
      proves: 'tombstones-linger-until-new-traffic',
      arms: { treatment: 'traffic here', quiet: 'elsewhere', aDay: 'kept for a day' },
      ask: "Ada's address and then a tombstone for her are in closed segments; delete.retention.ms is 0. The cleaner has been through once, and nothing more is written to the topic. What is left of Ada?",
      predict: {
        kind: 'choice',
        about: 'quiet',
        options: [
          { says: 'Nothing: the tombstone deletes her records and may go at once', when: { left: 'bob' }, belief: 'W37' },
          { says: 'The tombstone', when: { left: 'ada null, bob' } },
          { says: 'Her address and the tombstone', when: { left: 'ada, ada null, bob' } },
        ],
      },
      needs: ['files'],
      budget: '40s',
    },
  },

  refutes: ['W34', 'W35', 'W36', 'W37', 'W38', 'W39'],

  card: {
    drawing: `
 orders-0/      closed            closed            active
 ...0000.log    ▌▌▌▌▌▌  ...0006   ▌▌▌▌▌▌  ...0012   ▌▌▌ ← append

 delete    drops whole files      from the left, the newest
           time stamp in them too old, or too many bytes
 compact   .  .  .▌ .▌            .▌ . .▌ .         ▌▌▌
           newest of each key     gaps stay         untouched
 null      takes its key along, goes itself a cleaning later`,
    remember: {
      'retention.ms, retention.bytes':
        'per partition, in whole segments, by the newest time stamp: at the least so long, roughly so much',
      'segment.ms, segment.bytes': 'when the next record opens a new segment; until then nothing is deleted alone or compacted',
      'cleanup.policy=compact': 'the newest record of each key for ever; needs keys, and null to delete one',
      'max.compaction.lag.ms':
        'the longest that an outdated record may stay while there is traffic; for whoever must forget in time',
    },
    interview:
      'A partition is a folder of segments; only the last is written to. Retention deletes whole segments whose newest time stamp is too old, so retention.ms is a lower bound, and retention.bytes counts per partition. Compaction keeps the newest record of each key, but only in closed segments and only when enough of the log is dirty, so readers still see duplicates; offsets stay and get gaps. A tombstone is a null value: it removes its key with one cleaning and goes with a later one, after delete.retention.ms. Records are stored in the batches they were sent in, found by a sparse index.',
  },
});
