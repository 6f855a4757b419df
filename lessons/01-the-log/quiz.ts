import { quiz } from '@proving/spec';

export default quiz([
  {
    id: 'q1',
    kind: 'one',
    claim: 'reading-consumes-nothing',
    ask: 'The program of the group packing has read every order and is then stopped for an hour. Forty orders arrive meanwhile. It is started again with the same group and fromBeginning: true. Which order does it get first?',
    options: [
      {
        says: 'The first order that was ever sent to the topic',
        because:
          'That is what the words seem to say. But fromBeginning speaks only to a group without a position, and packing has one.',
        belief: 'W23',
      },
      {
        says: 'The first of the forty that arrived meanwhile',
        right: true,
        because: 'The position of the group stayed with the brokers while the program was away. It goes on from there.',
      },
      {
        says: 'The next order that is sent after the start',
        because:
          'So it would be for a group without a position and without fromBeginning. This one has a position, and misses nothing.',
      },
      {
        says: 'None, until somebody gives the forty back',
        because:
          'A queue may have to return what a stopped worker held. Nobody took these forty: they stand in the log and can be read.',
      },
    ],
  },
  {
    id: 'q2',
    kind: 'one',
    claim: 'a-new-group-starts-at-the-end',
    ask: 'A colleague starts the very first consumer of her group on page-views, a topic with three million records. It joins without an error and prints nothing. Nobody is sending at the moment. What is most likely?',
    options: [
      {
        says: 'Another group has read the three million before her',
        because: 'What other groups read changes nothing for hers: reading takes nothing out.',
      },
      {
        says: 'Her group has begun at the end of the log',
        right: true,
        because:
          'A group without a position begins at the end, so it waits for record three million and one. fromBeginning: true is what she needs.',
      },
      {
        says: 'It is working through the old records before it prints',
        because: 'A consumer hands over records as they are fetched; there is no first pass over the whole log.',
      },
      {
        says: 'The records have no key, and a consumer waits for a key',
        because:
          'A key is optional for the producer and of no interest to the reading side. Records without one are delivered like any other.',
      },
    ],
  },
  {
    id: 'q3',
    kind: 'text',
    claim: 'a-new-group-starts-at-the-end',
    ask: 'Which option of kafkajs’ subscribe makes a group without a position begin with the oldest record?',
    accept: ['fromBeginning', 'fromBeginning: true', 'fromBeginning=true', '{ fromBeginning: true }'],
    because: 'It is fromBeginning: true. The Java client calls the same decision auto.offset.reset=earliest.',
  },
  {
    id: 'q4',
    kind: 'number',
    claim: 'offsets-are-positions',
    ask: 'A partition of orders got 30 orders, the first at offset 0. The ten oldest have been deleted. Which offset will the next order get?',
    answer: 30,
    tolerance: 0,
    unit: '',
    because:
      'Thirty places have been handed out, 0 to 29, and deleting gives none of them back. Twenty is the number of records left, which is something else.',
  },
  {
    id: 'q5',
    kind: 'match',
    claim: 'offsets-are-positions',
    ask: 'A partition got 30 orders, order 1 at offset 0. Records before offset 10 have been deleted. What belongs to what?',
    pairs: [
      ['offset of the oldest order left', '10'],
      ['offset of order 30', '29'],
      ['end of the log', '30'],
      ['number of orders left', '20'],
      ['offset of order 20', '19'],
    ],
    because:
      'Order n keeps offset n − 1. The log begins at 10, the first place not deleted, and ends at 30, the place that the next order will take.',
  },
  {
    id: 'q6',
    kind: 'one',
    claim: 'offsets-are-positions',
    ask: 'A bug report says: “wrong price in the order at offset 4711”. What else do you need to find that order?',
    options: [
      {
        says: 'The consumer group that read it',
        because: 'A group has positions of its own, but the record stands at one and the same place for all groups.',
      },
      {
        says: 'The topic and the partition',
        right: true,
        because: 'An offset counts inside one partition. Topic, partition and offset together are the address of a record.',
      },
      {
        says: 'How many records have been deleted since',
        because: 'It would matter if the rest moved up. They do not: the offset of a record is the same for as long as it exists.',
      },
      {
        says: 'The topic alone',
        because: 'Enough where a topic has one partition, as in this lesson. With three, up to three records have the offset 4711.',
      },
    ],
  },
  {
    id: 'q7',
    kind: 'several',
    claim: 'null-is-not-empty',
    ask: 'In eachMessage, message.value is null. What may you conclude?',
    options: [
      {
        says: 'The producer sent this record without a value',
        right: true,
        because: 'The log keeps “no value” and hands it on as null. Nothing on the way makes a null out of something else.',
      },
      {
        says: 'The producer sent an empty text',
        because: 'An empty text has a length, 0, and arrives as an empty Buffer. It is not null.',
      },
      {
        says: 'The value was lost on its way into the log',
        because: 'A record is stored whole or not at all, and its checksum covers the value. A null was sent as a null.',
      },
      {
        says: "message.value?.toString() ?? '' would hide this from your program",
        right: true,
        because:
          'It answers with an empty text for a record without a value as well as for one with an empty value: the planted mistake of 01.6.',
      },
      {
        says: 'The record has no offset',
        because: 'Every record in the log has one, whatever its value. The place belongs to the record, not to its content.',
      },
    ],
  },
  {
    id: 'q8',
    kind: 'order',
    claim: 'reading-consumes-nothing',
    ask: 'The second visit of the packers brings exactly one order. In which order did these things happen?',
    items: [
      'Ten orders are sent and get the offsets 0 to 9',
      'The packers read them; their group’s position becomes 10',
      'The packers leave; the position stays with the brokers',
      'An eleventh order is sent and gets offset 10',
      'The packers come back and ask for offset 10 and whatever follows',
    ],
    because:
      'A position is the offset of the next record to read, not of the last one read. It outlives the program, so the visit ends with the one order that came in between.',
  },
  {
    id: 'q9',
    kind: 'one',
    ask: 'Today checkout calls packing, billing and the newsletter one after the other. Next week fraud detection wants every order too, also those of last month. What changes when the orders stand in a log?',
    claim: 'reading-consumes-nothing',
    options: [
      {
        says: 'Checkout calls four instead of three, and Kafka passes the calls on.',
        because: 'Kafka calls nobody. Checkout appends the order once and does not know who reads; readers come and ask.',
      },
      {
        says: 'Fraud detection reads the topic under a name of its own, from its beginning; nothing else is touched.',
        right: true,
        because:
          'A reader takes nothing away and needs nobody to send to it. What is still kept can be read by those who come later, as the second group of 01.3 did.',
      },
      {
        says: 'The others have to be stopped while it reads the old orders.',
        because: 'Each group has a position of its own. Reading from the beginning moves nobody else.',
      },
      {
        says: 'The old orders are gone, because packing and billing have read them.',
        because: 'In a queue they would be. How long a log keeps its records is set on the topic, and reading has no part in it.',
      },
    ],
  },
]);
