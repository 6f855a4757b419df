import { quiz } from '@proving/spec';

export default quiz([
  {
    id: 'q1',
    kind: 'number',
    ask: "A key's murmur2 is −5. Which partition does kafkajs choose on a topic with 4 partitions?",
    claim: 'the-client-decides',
    answer: 3,
    tolerance: 0,
    unit: '',
    because:
      'Clearing the sign bit of −5 gives 2147483643, and that leaves 3 when divided by 4. It is not the absolute value: |−5| would give 1. And −5 % 4 in JavaScript is −1, which is no partition.',
  },
  {
    id: 'q2',
    kind: 'several',
    ask: 'Two services write orders of one customer. What must be equal on both sides for these to get the same partition number?',
    claim: 'the-client-decides',
    options: [
      {
        says: 'the bytes of the key',
        right: true,
        because: '"42" as text and 42 as four bytes are different bytes, and so is JSON with its fields in another order.',
      },
      {
        says: 'the number of partitions that the client knows',
        right: true,
        because: 'It stands behind the %. A client that has not heard of a growth divides by the old one.',
      },
      {
        says: 'the partitioner',
        right: true,
        because: 'Another hash, or another last line after the same hash, gives another number.',
      },
      {
        says: 'the broker they are connected to',
        because: 'Any broker tells a client who leads what. The partition was computed before that matters.',
      },
      {
        says: 'the name of the topic',
        because:
          'It is no input of the formula. Two topics with the same count put a key on the same number, and joins rely on it.',
      },
      {
        says: 'acks',
        because: 'acks says whose confirmation a send waits for, not where it goes.',
      },
    ],
  },
  {
    id: 'q3',
    kind: 'one',
    ask: 'kafkajs and @platformatic/kafka write the same keys, both with their defaults. Every test passes on 4 partitions. What will production show, on 12?',
    claim: 'partitioners-disagree',
    options: [
      {
        says: 'The same as the tests: a hash does not depend on the partition count',
        because: 'The hash does not, its remainder does. 2³¹ leaves nothing by 4, and 8 by 12.',
        belief: 'W6',
      },
      {
        says: 'About half of the keys have their records in two partitions',
        right: true,
        because:
          'Those with the sign bit set: 12 is no power of two, so the two readings of their hash leave different remainders.',
      },
      {
        says: 'About eleven keys in twelve have their records in two partitions',
        because: 'That is what two unrelated hashes would do. These two agree in all but how the sign bit is read.',
      },
      {
        says: "The second client's sends are refused for a wrong partition",
        because: 'A broker cannot tell that a partition is wrong for a key. It never computes one.',
      },
    ],
  },
  {
    id: 'q4',
    kind: 'text',
    ask: 'Which partitioner of @platformatic/kafka puts keys where kafkajs 2 and Java put them?',
    claim: 'partitioners-disagree',
    accept: ['compatibilityPartitioner', 'compatibility'],
    because: '`partitioner: compatibilityPartitioner` clears the sign bit; the default, `defaultPartitioner`, reads it as a digit.',
  },
  {
    id: 'q5',
    kind: 'number',
    ask: 'A topic grows from 6 to 12 partitions. What share of its keys gets another partition?',
    claim: 'growing-moves-keys',
    answer: 50,
    tolerance: 3,
    unit: '%',
    because:
      'A hash keeps its remainder only if it leaves 0 to 5 by 12: six of twelve remainders stay, six move up by 6. Doubling always moves half; from 6 to 7 it would be 86 %.',
  },
  {
    id: 'q6',
    kind: 'order',
    ask: "Every customer's orders must stay in order while the topic gets more partitions. Put the steps in order.",
    claim: 'growing-moves-keys',
    items: [
      'stop the producers',
      'wait until the consumers have read everything',
      'add the partitions',
      'wait until every broker knows them',
      'start the producers',
    ],
    because:
      "A moved key's new orders lie in another partition than its old ones, so the old ones must have been read before the first new one is written. And producers must start with the new count, or they write by the old one for minutes.",
  },
  {
    id: 'q7',
    kind: 'one',
    ask: 'A minute ago the topic grew from 6 to 8 partitions. The producers run kafkajs and were started last week. Partitions 6 and 7 are empty. Why?',
    claim: 'growing-moves-keys',
    options: [
      {
        says: 'New partitions take new keys only, and none has come yet',
        because: 'There is no memory of keys anywhere: every send computes anew.',
        belief: 'W40',
      },
      {
        says: 'The producers still divide by 6',
        right: true,
        because:
          'They hold the metadata they fetched before, up to metadataMaxAge, five minutes by default. No send fails, so nothing makes them ask sooner.',
      },
      {
        says: 'The brokers are still moving a quarter of the records over',
        because: 'Kafka does not redistribute stored records when partitions are added, now or later.',
        belief: 'W40',
      },
      {
        says: 'The hash has no values that would fall on them',
        because: 'By 8, a quarter of all hashes leaves 6 or 7, as soon as somebody divides by 8.',
      },
    ],
  },
  {
    id: 'q8',
    kind: 'one',
    ask: 'Twelve partitions, twelve consumers. One partition falls behind by the hour; eleven are idle. The key is the seller. What helps?',
    claim: 'one-hot-key-one-busy-consumer',
    options: [
      {
        says: 'Twelve more consumers in the group',
        because: 'They would own nothing: a partition has one reader in a group, and that one is busy already.',
      },
      {
        says: 'Twelve more partitions',
        because:
          'The big seller is one key and still goes to one partition. Smaller keys move about, and their order breaks on the way.',
        belief: 'W40',
      },
      {
        says: 'A key with many small values, such as the customer',
        right: true,
        because: 'It breaks the big key up. The price is the order per seller, so first ask whether anybody needs that.',
      },
      {
        says: 'The default partitioner of another client',
        because: 'Any partitioner that goes by the key sends one key to one partition. It would be another partition, as full.',
        belief: 'W6',
      },
    ],
  },
  {
    id: 'q9',
    kind: 'one',
    ask: 'A partitioner written for kafkajs returns hash % 6, and half of its hashes are negative. What does the shop notice?',
    claim: 'kafkajs-drops-what-has-no-partition',
    options: [
      {
        says: 'send() throws for those orders: partition −2 is out of range',
        because: 'That is what one would write. kafkajs does not check the number; it looks for a leader and finds none.',
      },
      {
        says: 'Nothing: some orders are gone, and every send resolved',
        right: true,
        because: "Records without a partition leader are left out of the request. Only the answer's list of partitions is shorter.",
      },
      {
        says: 'Partition 0 is too full: bad numbers fall back to it',
        because: 'There is no fallback: −1 to −5 land nowhere.',
      },
      {
        says: 'The broker answers UNKNOWN_TOPIC_OR_PARTITION and kafkajs retries',
        because: 'A broker could answer that, if it were asked. The request with these records is never sent.',
      },
    ],
  },
  {
    id: 'q10',
    kind: 'match',
    ask: 'kafkajs sends 400 orders to four partitions in one send. Match what is in `key` with where they lie.',
    claim: 'one-hot-key-one-busy-consumer',
    pairs: [
      ['null on every order', '100 in each partition'],
      ['String(order.customer), and no order has a customer', '400 in one partition, none elsewhere'],
      ['80 customers, five orders each', 'an uneven share in each partition'],
      ['one seller on 360 orders, small sellers on the others', 'most in one partition, a few in each other'],
    ],
    because:
      'No key is dealt in turn, exactly even. The word "undefined" is one key for all. Many keys spread as chance has it. One big key takes its partition with it.',
  },
]);
