import { atLeast, atMost, type Task } from '@proving/lab';

/** What is asked, in the order in which it is judged, and the wrong answers that are known by sight. */
export const tasks: readonly Task[] = [
  {
    id: 'two-versions',
    title:
      'the registry has three versions, the last one with a note and a gift, and the level is as it was',
    expect: { versions: 3, has: 2, level: 'FULL_TRANSITIVE' },
    mistakes: {
      'lowers-the-level': {
        when: { versions: 3, level: 'NONE' },
        say: 'Your versions are in the registry because you took the rule away. Look what it had to say: the old orders have no note, and the new schema does not know what to do without one.',
      },
      'default-lost': {
        when: { versions: 2, has: 1 },
        say: 'Version 2 was taken and version 3 refused. Each field of version 3 must also be found, or made up, in an order of version 1: has the note still got its default?',
      },
    },
    hints: [
      'What does a reader with your new schema do with an order that has no note?',
      'It takes the default of the field, if there is one (see 14.4).',
      'In `upgrade`: a schema for each version, each new field with a default; then `schemas.register`.',
      "`{ name: 'note', type: 'string', default: '' }` and `{ name: 'gift', type: 'boolean', default: false }`, registered with `{ subject, compatibility: COMPATIBILITY.FULL_TRANSITIVE }`: the client wants to be told the level that the subject has.",
    ],
  },
  {
    id: 'read-by-all',
    title:
      'the old reader reads all fifteen orders, and so does the new one, each value as it was placed',
    expect: { stored: 15, oldReader: 15, newReader: 15, right: 15 },
    mistakes: {
      'writes-version-1': {
        when: { stored: 15, oldReader: 15, right: atMost(14) },
        say: 'Everything can be read, and notes or gifts are missing: the versions are registered, and `place` goes on writing an old one.',
      },
    },
    hints: [
      'Which schema does `place` encode with, before and after an upgrade?',
      'The id that you encode with decides which fields are written (see 13.2).',
      'In `upgrade`: keep the id that `register` answers. In `place`: encode with it.',
      '`({ id } = await schemas.register(…))` with `let id`. What an order has not got, the encoder takes from the default of its schema.',
    ],
  },
  {
    id: 'taken-back',
    title:
      'after the bad night the latest version is yours, the level is back, and an order can be placed',
    expect: { latestIsYours: true, levelAfter: 'FULL_TRANSITIVE', placedAfter: true },
    mistakes: {
      'registers-again': {
        when: { latestIsYours: false, levelAfter: 'FULL_TRANSITIVE' },
        say: 'The bad version is still the latest. Registering a schema that the subject has already makes no new version: you get the id of the old one, and whoever asks for the latest gets the bad one.',
      },
      'level-left': {
        when: { latestIsYours: true, levelAfter: 'NONE' },
        say: 'Your version is the latest again, and the level is still NONE. The next one who is in a hurry does the same.',
      },
    },
    hints: [
      'What did somebody change in the registry that night? There are two things.',
      'A version can be deleted from the list of a subject. Its id still answers, so its records can still be decoded (see the runbooks: a bad schema got in).',
      'In `repair`: ask for the latest version; delete it if it is not yours; set the level.',
      '`DELETE /subjects/<subject>/versions/<version>`, then `PUT /config/<subject>` with `{ "compatibility": "FULL_TRANSITIVE" }`. Version 3 is then the latest without being registered anew.',
    ],
  },
  {
    id: 'driven-again',
    title: 'the five orders of the night are there once more, and readable as they were meant',
    expect: { readable: 5, asMeant: 5, writtenAgain: 5 },
    mistakes: {
      'quiet-zero': {
        when: { readable: 5, asMeant: 0 },
        say: 'The five can be read, and say 0 pieces. A default made them readable and threw the number away: decode them by the schema that wrote them, where it is called `count`.',
      },
      'drives-all': {
        when: { readable: 5, asMeant: 5, writtenAgain: atLeast(6) },
        say: 'The five are there, and so are orders that nobody had lost: they were written a second time, and will be packed a second time.',
      },
    },
    hints: [
      'Which records of the log could the old reader not read, and what do they hold?',
      "Told nothing, the decoder reads by the writer's schema (see 14.3). Here that is what you want.",
      'In `repair`: go through `log()`. What your schema refuses is decoded without it, put right and sent.',
      'Refused by `decode(value, { AVRO: { readerSchema } })`: then `const { count, ...rest } = await schemas.decode(value)`, and send `{ ...rest, pieces: count }` under the same key.',
    ],
  },
  {
    id: 'once',
    title: 'the second call of repair writes nothing',
    expect: { secondTime: 0 },
    mistakes: {
      'repairs-again': {
        when: { secondTime: atLeast(1) },
        say: 'The second call wrote the orders of the night again. The poisoned records stay in the log, so finding them is no reason to send: has the order been readable under its key since?',
      },
    },
    hints: [
      'What does `repair` find in the log when it runs for the second time?',
      'The five records that cannot be read are still there: a log is not corrected, it is continued (see 01.2).',
      'In `repair`: before you send, see whether there is a readable order under the same key.',
      'Collect the keys of all records that your schema can read, and pass over a poisoned record whose key is among them.',
    ],
  },
];
