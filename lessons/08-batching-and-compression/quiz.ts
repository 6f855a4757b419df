import { quiz } from '@proving/spec';

export default quiz([
  {
    id: 'q1',
    kind: 'number',
    ask: 'A producer writes to one partition with acks=all. Each time, the followers need 5 ms until they have what the leader has just written. Four hundred sends of one order each go out in parallel, over one connection. How many milliseconds is it, at the least, until the last one is answered?',
    claim: 'one-send-with-many-records-is-the-batch',
    answer: 2_000,
    tolerance: 0,
    unit: 'ms',
    because:
      'The leader takes up the next request when the one before is answered: 400 times 5 ms. As one send of 400 orders they would share one wait of 5 ms.',
  },
  {
    id: 'q2',
    kind: 'one',
    ask: 'A service sends orders in parallel, one per send, with acks=all, and is too slow. A colleague proposes acks=1. What do you say?',
    claim: 'one-send-with-many-records-is-the-batch',
    options: [
      {
        says: 'Yes: acks=1 is the setting for throughput.',
        because:
          'In the run it let the leader take all twenty, and so did one send with acks=all. It pays with the promise, and keeps twenty requests and twenty batches.',
      },
      {
        says: 'First put more orders into each send, and keep acks=all.',
        right: true,
        because:
          'One wait for the followers then carries many orders. It also makes fewer requests and fewer batches, which acks=1 does not.',
      },
      {
        says: 'No: acks has no influence on speed.',
        because: 'It has, where each wait carries a single order. With acks=1 nobody waits for the followers, and the line moves.',
      },
      {
        says: 'Rather turn off replication for this topic.',
        because: 'That removes the wait together with the copies. The cause is how little each wait carries.',
      },
    ],
  },
  {
    id: 'q3',
    kind: 'several',
    ask: 'A producer lingers for 50 ms and has room for thousands of records in a batch. In which programs do its batches hold many records?',
    claim: 'lingering-trades-latency-for-requests',
    options: [
      {
        says: 'A loop over 10,000 orders that awaits each send.',
        because: 'When the linger ends there is one order in the batch, because the next one is handed over only after the answer.',
      },
      {
        says: 'A loop over 10,000 orders that collects the promises and awaits them together.',
        right: true,
        because: 'Everything that is handed over while the linger runs goes into the same batch.',
      },
      {
        says: 'A web server: 200 visitors at once, each handler awaits its own send, all share one producer.',
        right: true,
        because: 'Each handler waits for itself, but they wait together: their records meet in one batch.',
      },
      {
        says: 'The same server, with a producer of its own for each visitor.',
        because: 'Records meet only within one producer. Two hundred producers make two hundred batches of one.',
      },
    ],
  },
  {
    id: 'q4',
    kind: 'one',
    ask: 'A Java producer of Kafka 4, with no setting for linger or batch size, is handed a single record, and nothing after it. When does the record go out?',
    claim: 'lingering-trades-latency-for-requests',
    options: [
      {
        says: 'At once: linger.ms is 0 unless it is set.',
        because: 'So it was until version 3.9. Since 4.0 the default is 5 ms (KIP-1030).',
        belief: 'W2',
      },
      {
        says: 'After about 5 ms.',
        right: true,
        because: 'That is the default since 4.0. A full batch would go earlier; a lone record waits for the clock.',
      },
      {
        says: 'When its batch of 16 KiB is full.',
        because:
          'A batch goes when it is full or when the linger is over, whichever comes first. A lone record would wait for ever otherwise.',
      },
      {
        says: 'When the program calls flush().',
        because: 'flush() cuts the waiting short, but nothing depends on it while the producer lives.',
      },
    ],
  },
  {
    id: 'q5',
    kind: 'one',
    ask: 'A benchmark with a payload of one repeated letter shows 90 % saved with gzip. The topic will carry photographs as JPEG, one per record. What will it save?',
    claim: 'compression-works-on-batches',
    options: [
      {
        says: 'About 90 %: the codec is the same.',
        because:
          'A codec has no ratio of its own. The same gzip saved most of the page views, little of the lone ones, and nothing of the noise.',
      },
      {
        says: 'About a third: photographs are harder than text.',
        because: 'They are packed already. To a codec they look like the noise of the run.',
      },
      {
        says: 'Next to nothing.',
        right: true,
        because: 'Nothing in them repeats any more, as in the noise. The work of packing and unpacking is paid all the same.',
      },
      {
        says: 'It depends on the batch size alone.',
        because: 'A batch must hold something that repeats. Thirty times noise was noise.',
      },
    ],
  },
  {
    id: 'q6',
    kind: 'one',
    ask: 'All producers of a topic use zstd. Somebody sets compression.type=lz4 on the topic, "so that it is compressed at any rate". What changes?',
    claim: 'the-topic-may-pack-again',
    options: [
      {
        says: 'Nothing: what is compressed already is stored as it is.',
        because: 'That is what compression.type=producer does, the default. A codec named there is obeyed.',
      },
      {
        says: 'The leader unpacks every batch and packs it again with lz4.',
        right: true,
        because: 'As in the run, where gzip came in and zstd lay on the disk. The work moved to the broker, for every batch.',
      },
      {
        says: 'Sends with zstd are refused.',
        because: 'The producer was told ok in all three arms. It never hears of it.',
      },
      {
        says: 'The producers switch to lz4.',
        because: 'A producer does not look at the settings of topics. It packs as it was told.',
      },
    ],
  },
  {
    id: 'q7',
    kind: 'number',
    ask: 'A topic has the default limit of 1,048,588 bytes. Reports of 300 kB each are sent uncompressed. How many fit into one send to one partition, at the most?',
    claim: 'one-limit-after-another',
    answer: 3,
    tolerance: 0,
    unit: 'reports',
    because: 'Three are 900 kB, four are 1.2 MB. One send to one partition is one batch, and the batch is what is weighed.',
  },
  {
    id: 'q8',
    kind: 'match',
    ask: 'Four limits. What does each do?',
    claim: 'one-limit-after-another',
    pairs: [
      ['max.request.size (Java producer)', 'throws in the client for a record that is too large before packing'],
      ['max.message.bytes (topic)', 'refuses a batch that is too large as it arrives'],
      ['message.max.bytes (broker)', 'stands in for topics that set no limit'],
      ['max.partition.fetch.bytes (consumer)', 'ends a fetch, but lets its first batch through'],
    ],
    because:
      'The first two look at different things, a record unpacked and a batch packed, so raising one may not help. The last one refuses nothing.',
  },
  {
    id: 'q9',
    kind: 'one',
    ask: 'The limit of a topic was raised to 5 MB, and a record of 3 MB is in its log. The consumers still have max.partition.fetch.bytes at 1 MiB. What happens to them?',
    claim: 'fetch-limits-are-soft',
    options: [
      {
        says: 'They stop in front of the record until the setting is raised.',
        because: 'So it was before 0.10.1 (KIP-74). Since then the first batch of a fetch comes, whatever its size.',
      },
      {
        says: 'They skip it.',
        because: 'A consumer skips nothing by size. Each batch is delivered in its turn.',
      },
      {
        says: 'They get it, alone in its fetch.',
        right: true,
        because:
          'As the reports of 300 kB came through a limit of 100 kB, one at a time. What must be large enough is their memory.',
      },
      {
        says: 'They get it in three pieces.',
        because: 'A broker hands out batches whole, and the client unpacks them whole.',
      },
    ],
  },
]);
