import { between, lesson } from '@proving/spec';

export default lesson({
  title: 'Schema evolution',
  question: 'Who must upgrade first?',
  part: 3,
  minutes: 55,
  after: ['13-avro-and-the-registry'],
  cluster: { shape: 'standard', services: ['registry'] },

  claims: {
    'backward-means-readers-first':
      'A change that passes BACKWARD lets the new schema read what was written with the old one. So the readers are upgraded first: an old reader can fail at the first record of a new writer.',
    'forward-means-writers-first':
      'A change that passes FORWARD lets the old schema read what the new one writes. So the writers are upgraded first: a new reader can fail at what old writers still send, and at what lies in the log.',
    'a-decoder-told-nothing-hides-it':
      "A decoder that is given no schema of its own reads by the writer's: nothing fails where it should, and a field that the program counts on is missing from the object.",
    'not-transitive-not-safe':
      'A level without TRANSITIVE looks at the latest version alone. Two steps that each pass may lead to a schema that cannot read the first records; with TRANSITIVE the second step is refused, if the version that it breaks is in the list.',
    'a-rename-needs-an-alias':
      'A renamed field keeps its old values for a new reader only by an alias. With a default in its place the change passes as well, and every old value reads as the default.',
    'an-enum-can-break':
      'One symbol more in an enum passes BACKWARD, and breaks readers that are not upgraded unless their enum has a default; then the new symbol reads as the default. avsc refuses every record of the new schema, those with an old symbol too.',
    'an-open-object-lets-anything-in':
      'In JSON Schema an optional property cannot be added to an open object at BACKWARD: old data may hold anything under that name. A closed object has let nothing in, and takes it.',
  },

  experiments: {
    '01-readers-first': {
      title: 'The note is dropped',
      proves: 'backward-means-readers-first',
      arms: { treatment: 'readers first', control: 'writers first' },
      ask: 'Orders have a note, and the next version drops it. At level BACKWARD the registry takes the change. You upgrade the writers first and leave the readers as they are. Of five orders that are placed then, how many can be read?',
      predict: {
        kind: 'choice',
        about: 'control',
        options: [
          { says: 'All five: BACKWARD protects the old readers', when: { oneSide: 5 }, belief: 'W41' },
          { says: 'None', when: { oneSide: 0 } },
        ],
      },
      needs: [],
      budget: '20s',
    },
    '02-writers-first': {
      title: 'A note comes',
      proves: 'forward-means-writers-first',
      arms: { treatment: 'writers first', control: 'readers first' },
      ask: 'Now the other way: orders get a note, without a default. The registry takes it at FORWARD. You upgrade the writers first. Of five orders with a note, how many can the old readers read?',
      predict: {
        kind: 'choice',
        about: 'treatment',
        options: [
          { says: 'None: there is a field that they do not know', when: { oneSide: 0 } },
          { says: 'All five', when: { oneSide: 5 } },
        ],
      },
      needs: [],
      budget: '20s',
    },
    '03-nobody-looks': {
      title: 'The decoder that is told nothing',
      proves: 'a-decoder-told-nothing-hides-it',
      arms: { treatment: 'decode(value)', control: 'with readerSchema' },
      ask: 'Writers first, the wrong way once more: five orders with a note, then five without. The old program needs the note, and calls `registry.decode(value)`, as the examples do. For how many of the ten does it get an error?',
      predict: {
        kind: 'choice',
        about: 'treatment',
        options: [
          { says: 'Five', when: { decoded: 5 } },
          { says: 'None', when: { decoded: 10 } },
        ],
      },
      needs: [],
      budget: '20s',
    },
    '04-two-steps': {
      title: 'Two good steps',
      proves: 'not-transitive-not-safe',
      arms: { treatment: 'FULL_TRANSITIVE', lastOnly: 'FULL', allHaveIt: 'all have a note' },
      ask: 'Version 1 has no note, version 2 has one with a default, version 3 takes the default away. An order was placed with each that was taken. Level FULL, both directions. What does a reader with the latest version read?',
      predict: {
        kind: 'choice',
        about: 'lastOnly',
        options: [
          { says: 'Everything: FULL is the strictest rule', when: { defaultRemoved: true, read: 3 } },
          { says: 'Everything: FULL refuses version 3', when: { defaultRemoved: false } },
          {
            says: 'Not all of it: version 3 is taken, and the first order has no note',
            when: { defaultRemoved: true, read: between(0, 2) },
          },
        ],
      },
      needs: [],
      budget: '20s',
    },
    '05-a-new-name': {
      title: 'A better name',
      proves: 'a-rename-needs-an-alias',
      arms: { treatment: 'alias', default: 'default', nothing: 'neither' },
      ask: 'Five orders say "ring twice" in the field `note`. The new version calls it `remark`, and gives it the default "". The registry takes it. What does the new reader find in `remark` of the five?',
      predict: {
        kind: 'choice',
        about: 'default',
        options: [
          { says: '"ring twice": it is the same field with a new name', when: { kept: 5 } },
          { says: '"", five times', when: { emptied: 5 } },
          { says: 'An error, five times', when: { refused: 5 } },
        ],
      },
      needs: [],
      budget: '20s',
    },
    '06-one-state-more': {
      title: 'One state more',
      proves: 'an-enum-can-break',
      arms: { treatment: 'with a default', control: 'without' },
      ask: 'The enum of states gets a fourth symbol, and BACKWARD takes it. The old reader stays up. It gets five orders in states that it knows, and one in the new state; the enum has no default. How many can it read, with avsc?',
      predict: {
        kind: 'choice',
        about: 'control',
        options: [
          { says: 'All six', when: { read: 6 } },
          { says: 'Five', when: { read: 5 } },
          { says: 'None', when: { read: 0 } },
        ],
      },
      needs: [],
      budget: '20s',
    },
    '07-already-in-there': {
      title: 'Already in there',
      proves: 'an-open-object-lets-anything-in',
      arms: { treatment: 'open object', control: 'closed object' },
      ask: 'In Avro a field with a default passes at every level. Now the contract is in JSON Schema, as most are written: unknown properties are let in. An optional property `note` is added. What says BACKWARD?',
      predict: {
        kind: 'choice',
        about: 'treatment',
        options: [
          { says: 'It passes: optional is optional', when: { taken: true } },
          { says: 'It is refused', when: { taken: false } },
        ],
      },
      needs: [],
      budget: '20s',
    },
  },

  refutes: ['W41'],

  card: {
    drawing: `
                old log        new records
 BACKWARD      new reads it                    readers first
 FORWARD                      old reads them   writers first
 FULL          new reads it   old reads them   either
 _TRANSITIVE   the same, for every version in the list`,
    remember: {
      'decode(value, { AVRO: { readerSchema } })': 'without it the client never compares your schema with anything',
      'PUT /config/orders-value': 'the level of one subject; FULL_TRANSITIVE if old records are read again',
      'aliases: ["note"]': 'in the same version as the new name, or the old values are gone',
      'DELETE /subjects/orders-value/versions/4': 'takes a version back; its id goes on answering',
    },
    interview:
      'BACKWARD means that the new schema reads old data, so readers are upgraded first; FORWARD means that the old schema reads new data, so writers go first; FULL is both. Without TRANSITIVE only the latest version is compared, while the log holds all of them. Fields with a default may come and go, a rename needs an alias, and a new enum symbol breaks old readers that have no default for it. If a bad version got in, delete it from the subject, put the level back, and write its records again by the good one; the id must go on resolving.',
  },
});
