import { quiz } from '@proving/spec';

export default quiz([
  {
    id: 'q1',
    kind: 'number',
    ask: 'A value in the log is `00 00 00 01 2c 06 6d 69 61 …`, written by a registry client. Which schema id does it name?',
    claim: 'the-schema-does-not-travel',
    answer: 300,
    tolerance: 0,
    unit: '',
    because: 'Behind the zero stand four bytes, the largest first: 0x0000012c is 300. The 06 after it belongs to the first value.',
  },
  {
    id: 'q2',
    kind: 'one',
    ask: 'A team sends 200 orders a batch, as JSON, compressed with gzip. It wants to halve its disks by going over to Avro. What do you say?',
    claim: 'names-cost-bytes',
    options: [
      {
        says: 'Right: Avro takes half of what JSON takes',
        because: 'So it was without compression. Their batches are compressed, and the names are mostly gone already.',
      },
      {
        says: 'There is little left to win on the disk. A contract would be a reason',
        right: true,
        because: 'Compressed, the two lay less than a fifth apart in the run.',
      },
      {
        says: 'Avro cannot be compressed, so it would take more',
        because: 'To Kafka a batch is bytes. Compressed Avro was the smallest of the five.',
      },
      {
        says: 'First they should shorten the names of their fields',
        because: 'Then people could read it no more, and compression had found these names anyway.',
      },
    ],
  },
  {
    id: 'q3',
    kind: 'several',
    ask: 'The topic `orders` has a schema in the registry, level BACKWARD. A script without any serializer sends to it. What do the brokers of Apache Kafka store?',
    claim: 'brokers-check-nothing',
    options: [
      { says: 'a text in JSON', right: true, because: 'To a broker it is bytes like any other.' },
      {
        says: 'a record whose id the registry has never given out',
        right: true,
        because: 'A broker does not know that there is a registry, let alone what its ids are.',
      },
      { says: 'a record without a value', right: true, because: 'It is a tombstone. Whoever decodes must look for null first.' },
      {
        says: 'none of these: the level of the subject forbids them',
        because: 'The level is about schemas that are registered. It says nothing about records that are sent.',
        belief: 'W43',
      },
    ],
  },
  {
    id: 'q4',
    kind: 'one',
    ask: 'At 14:00 the registry goes down. Nobody notices. At 14:20 a harmless change is deployed, and every new instance of the consumer fails at its first record. What now?',
    claim: 'warm-clients-outlive-the-registry',
    options: [
      {
        says: 'Take the change back: it came, and then things broke',
        because:
          'The old version would have to be started as well, and would fail in the same way. Worse, its warm instances are gone.',
      },
      {
        says: 'Stop deploying, keep what still runs, and bring the registry back',
        right: true,
        because: 'Who runs has its schemas; who starts has none. The registry is the cause, and restarts make it worse.',
      },
      {
        says: 'Delete the records that cannot be read',
        because: 'Nothing is wrong with them. Their schema cannot be asked for at this moment.',
      },
      {
        says: 'Let the consumer skip them until the registry is back',
        because: 'Then they are lost to it, although a few minutes later each could have been read.',
      },
    ],
  },
  {
    id: 'q5',
    kind: 'one',
    ask: 'A test reads: `await expect(registry.encode(id, { pieces: "three" })).rejects.toThrow()`. It is green. What does that show?',
    claim: 'a-validator-can-pass-for-the-wrong-reason',
    options: [
      {
        says: 'That the schema refuses a text for pieces',
        because: 'It would also be green with a wrong id, a registry that is down, or a schema that takes nothing.',
      },
      {
        says: 'That something failed. Encode a right order beside it, or look for the reason in the error',
        right: true,
        because: 'The right order is the control: with a broken set-up it fails as well, and then the test is red.',
      },
      {
        says: 'Nothing, because tests cannot be made against a registry',
        because: 'They can, and you have just seen five. They want a "yes" beside each "no".',
      },
    ],
  },
  {
    id: 'q6',
    kind: 'match',
    ask: 'A consumer of Avro records stops. Match what the error says with what the cause is.',
    claim: 'brokers-check-nothing',
    pairs: [
      ['Message encoded with magic byte 123', 'somebody writes JSON to the topic'],
      ['Schema 2000000000 not found', 'the id comes from another registry, or this one lost its schemas'],
      ['Invalid buffer', 'the value is null'],
      ['connect ECONNREFUSED', 'the registry is down, and this client has not met the schema'],
    ],
    because: '123 is `{`. In all four the records had been acknowledged; what is wrong shows where they are read.',
  },
  {
    id: 'q7',
    kind: 'order',
    ask: 'A consumer meets its first Avro record of the day. Put in order what happens until the order is there.',
    claim: 'the-schema-does-not-travel',
    items: [
      'it looks whether there is a value at all',
      'it reads the zero and the four bytes behind it',
      'it asks the registry for the schema of that id',
      'it keeps the schema for the records to come',
      'it reads the values in the order of the schema',
    ],
    because: 'The broker takes no part in it. With the second record of the same id the question to the registry falls away.',
  },
  {
    id: 'q8',
    kind: 'one',
    ask: 'Your consumer uses its own copy of the Avro schema and skips the first five bytes. For a year all is well. Then customer and article have changed places. What happened?',
    claim: 'the-schema-does-not-travel',
    options: [
      {
        says: 'A broker mixed up the fields when it compacted the topic',
        because: 'A broker never looks inside a value, and compaction copies records whole.',
      },
      {
        says: 'The writer has a new schema with the fields in another order, and the bytes fit both',
        right: true,
        because:
          'The five bytes said so, and were skipped. Read with the schema of the id, and let the library bring it into your form.',
      },
      {
        says: 'Avro sorts fields by name, and a name has changed',
        because: 'Values stand in the order of the schema that wrote them. There is no name in the bytes to be sorted by.',
      },
    ],
  },
]);
