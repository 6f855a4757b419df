import { atLeast, atMost, between, lesson } from '@proving/spec';

export default lesson({
  title: 'Batching and compression',
  question: 'Where does throughput come from?',
  part: 2,
  minutes: 45,
  after: ['03-keys-and-partitioners', '07-acks-and-durability'],
  cluster: { shape: 'standard' },

  claims: {
    'one-send-with-many-records-is-the-batch':
      'With acks=all a leader takes up the next request of a connection when every in-sync replica has the one before: of twenty sends in parallel it takes one meanwhile, as if each were awaited; of one send with twenty records it takes all twenty.',
    'lingering-trades-latency-for-requests':
      'A producer that lingers sends what was handed to it meanwhile as one request, and no record is answered before the linger is over; whoever awaits each record before the next pays the linger for every one, and saves no request.',
    'compression-works-on-batches':
      'A codec packs a batch as a whole: thirty page views in one batch shrink to less than half, whichever the codec; alone in their batches they keep three quarters and more, and noise does not shrink.',
    'the-topic-may-pack-again':
      'A broker stores a batch packed as its producer sent it, unless the compression.type of the topic names another codec: then the broker unpacks the batch and packs it again.',
    'one-limit-after-another':
      'max.message.bytes limits a record batch as it arrives, packed, and not a record: eight reports of 200 kB in one send are refused with MESSAGE_TOO_LARGE, and taken in two sends, or compressed, or with a higher limit on the topic.',
    'fetch-limits-are-soft':
      'The size that a consumer sets for a fetch stops nothing: a batch that is larger comes all the same, alone in its fetch.',
  },

  experiments: {
    '01-twenty-views': {
      title: 'Twenty page views and one slow follower',
      proves: 'one-send-with-many-records-is-the-batch',
      arms: { treatment: 'in parallel', awaited: 'one by one', together: 'in one send', leaderOnly: 'acks=1' },
      ask: 'Twenty page views go out in twenty sends, acks=all, and none of the sends is awaited: all twenty requests reach the leader. One follower stands still, so no answer comes yet. How many page views has the leader written to its log meanwhile?',
      predict: {
        kind: 'choice',
        about: 'treatment',
        options: [
          { says: 'None: it writes when the followers are ready.', when: { records: 0 } },
          { says: 'One.', when: { records: 1 } },
          { says: 'Five: so many may be in flight.', when: { records: between(2, 10) } },
          { says: 'All twenty: it has them, and waits to answer.', when: { records: atLeast(11) } },
        ],
      },
      needs: ['freeze', 'proxy', 'files'],
      budget: '30s',
    },
    '02-lingering': {
      title: 'Batching is switched on',
      proves: 'lingering-trades-latency-for-requests',
      arms: { treatment: 'all handed over', awaited: 'each awaited', ofOne: 'batches of one' },
      ask: 'A producer sends when it has 100 records, or 300 ms after the first. A program hands it twelve page views and awaits the answer to each before it hands over the next, as a careful beginner does. What does batching do for it?',
      predict: {
        kind: 'choice',
        about: 'awaited',
        options: [
          { says: 'One request for all twelve, after about 300 ms.', when: { requests: 1 } },
          { says: 'A few requests, in well under a second.', when: { requests: between(2, 11) } },
          {
            says: 'Twelve requests, as without batching, and about as quick.',
            when: { requests: 12, lastMs: atMost(3_599) },
            belief: 'W2',
          },
          { says: 'Twelve requests, and more than 3.6 seconds.', when: { requests: 12, lastMs: atLeast(3_600) } },
        ],
      },
      needs: ['proxy'],
      budget: '30s',
    },
    '03-four-codecs': {
      title: 'Four codecs on the scales',
      proves: 'compression-works-on-batches',
      arms: { treatment: '30 in a batch', alone: '1 in a batch', noise: '30 of noise' },
      ask: 'Thirty page views, JSON of some 150 bytes each, are sent one by one, each compressed with gzip. On the disk, what do they weigh in percent of the same thirty sent uncompressed?',
      predict: {
        kind: 'choice',
        about: 'alone',
        options: [
          { says: 'About 30: gzip makes one third of JSON.', when: { 'gzip %': atMost(45) } },
          { says: 'About 60.', when: { 'gzip %': between(46, 74) } },
          { says: '75 or more: there is little to gain.', when: { 'gzip %': atLeast(75) } },
        ],
      },
      needs: ['files'],
      budget: '30s',
    },
    '04-who-compresses': {
      title: 'Packed by whom?',
      proves: 'the-topic-may-pack-again',
      arms: { treatment: 'topic: zstd', unpacked: 'topic: uncompressed', asSent: 'topic: producer' },
      ask: 'A producer packs thirty page views with gzip. The topic has compression.type=zstd. What lies on the leader\u2019s disk?',
      predict: {
        kind: 'choice',
        about: 'treatment',
        options: [
          { says: 'A gzip batch: brokers store what they get.', when: { stored: ['gzip'] } },
          { says: 'A zstd batch: the broker has packed it again.', when: { stored: ['zstd'] } },
          { says: 'Nothing: the broker refuses the wrong codec.', when: { stored: [] } },
        ],
      },
      needs: ['files'],
      budget: '20s',
    },
    '05-too-large': {
      title: 'Too large',
      proves: 'one-limit-after-another',
      arms: { treatment: '8 in one send', split: '4 and 4', compressed: 'gzip', raised: 'limit raised' },
      ask: 'A topic has the default limit, max.message.bytes = 1048588. Eight reports of 200 kB each are sent in one send. What happens?',
      predict: {
        kind: 'choice',
        about: 'treatment',
        options: [
          { says: 'All are stored: each is far below the limit.', when: { told: ['ok'] } },
          {
            says: 'The send is refused, and none is stored.',
            when: { told: ['MESSAGE_TOO_LARGE'], batches: [] },
          },
          {
            says: 'The send is refused, but the first five are stored.',
            when: { told: ['MESSAGE_TOO_LARGE'], batches: ['5 none'] },
          },
        ],
      },
      needs: ['files'],
      budget: '20s',
    },
    '06-a-soft-limit': {
      title: 'A fetch of 100 kB',
      proves: 'fetch-limits-are-soft',
      arms: { treatment: '100 kB a fetch', control: '10 MB a fetch' },
      ask: 'Three reports of 300 kB lie in the log. A consumer asks for at most 100 kB of a partition at once. What does it get?',
      predict: {
        kind: 'choice',
        about: 'treatment',
        options: [
          { says: 'Nothing, for ever: no report fits.', when: { reports: 0 } },
          { says: 'All three, one per fetch.', when: { reports: 3, fetches: 3 } },
          { says: 'All three at once: the limit is ignored.', when: { reports: 3, fetches: 1 } },
          { says: 'All three, in pieces of 100 kB.', when: { reports: 3, fetches: atLeast(4) } },
        ],
      },
      needs: [],
      budget: '20s',
    },
  },

  refutes: ['W2'],

  card: {
    drawing: `
 20 sends    ▌ wait ▌ wait ▌ wait …    one record to a wait
 in parallel ▌ wait ▌ wait ▌ wait …    the same: the leader
                                       takes one at a time
 one send    ▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌ wait one batch, one wait

 linger   ▌ ▌▌  ▌ ▌│ send             when full or when over
 awaited  ▌........│ send ▌........│  a linger for each record

 batch  ──▶ codec ──▶ max.message.bytes ──▶ disk ──▶ fetch
            packs it   weighs it packed              soft`,
    remember: {
      'linger.ms · batch.size': 'Java: 5 ms and 16384 bytes; a batch goes when it is full or its time is over. kafkajs has neither',
      'compression.type · compression':
        'on the producer (kafkajs: an option of send); on the topic leave it at producer, or the broker packs again',
      'max.message.bytes': 'of the topic, 1048588: the largest batch as it arrives, packed. The error: MESSAGE_TOO_LARGE',
      'kafka-dump-log --files …log': 'each batch on the disk: its records, bytes and codec',
    },
    interview:
      'From how many records share each wait. A broker works on one request of a connection at a time, and with acks=all a request is done when the followers have it, so sends in parallel queue up and many records in one send do not. A linger collects records into such batches and costs its own length in latency; it is wasted on code that awaits each record. Compression packs whole batches, so its ratio comes from data and batch size and is measured, not looked up. The size limit of a topic applies to the packed batch; fetch limits are soft.',
  },
});
