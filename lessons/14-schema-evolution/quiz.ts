import { quiz } from '@proving/spec';

// What is said of levels here is held against notes/compatibility.jsonl by a test.
export default quiz([
  {
    id: 'q1',
    kind: 'one',
    ask: 'The subject is at BACKWARD. Your next version drops the field `coupon`, which has no default. Three teams read the topic, one writes it. Who deploys first?',
    claim: 'backward-means-readers-first',
    options: [
      {
        says: 'The writer: BACKWARD protects readers that are behind',
        because: 'It protects old data. An old reader waits for a coupon, and refuses the first order without one.',
        belief: 'W41',
      },
      {
        says: 'All three readers, then the writer',
        right: true,
        because: 'The new schema reads old orders and new ones. When the last reader has it, the writer may go.',
      },
      {
        says: 'It does not matter: the registry has taken the version',
        because: 'The registry has said that one of the two orders works. Which one is in the name of the level.',
      },
      {
        says: 'All at the same moment',
        because: 'There is no such moment. And the log holds old orders for days, which somebody will read with the new schema.',
      },
    ],
  },
  {
    id: 'q2',
    kind: 'one',
    ask: 'You read a topic that another company writes. They deploy when they like, and you hear of it later. Which level do you want for the subject?',
    claim: 'forward-means-writers-first',
    options: [
      {
        says: 'FORWARD, or FULL: what they write next must be readable with what you run now',
        right: true,
        because: 'The writers go first whether you want it or not. FULL would let you go first as well.',
      },
      {
        says: 'BACKWARD: it is the default',
        because: 'It wants you to be upgraded before they write. You cannot be.',
        belief: 'W41',
      },
      {
        says: 'NONE: you cannot give them rules',
        because: 'Then the first change that breaks you is found by your consumer, at night.',
      },
    ],
  },
  {
    id: 'q3',
    kind: 'one',
    ask: 'A test writes an order with version 2, reads it with `registry.decode(value)` and is green. Your consumer was built for version 1. What has been shown?',
    claim: 'a-decoder-told-nothing-hides-it',
    options: [
      {
        says: 'That version 1 can read version 2',
        because: 'Version 1 took no part. The bytes were read with version 2, which the registry handed out.',
      },
      {
        says: 'That bytes written with version 2 can be read with version 2',
        right: true,
        because: 'Give the decoder `readerSchema`: version 1. Then the two are resolved, and a missing field is an error.',
      },
      {
        says: 'That the change passes BACKWARD',
        because: 'The registry was not asked. The test is green for any change, one that breaks everything too.',
      },
    ],
  },
  {
    id: 'q4',
    kind: 'several',
    ask: 'Version 2 of an Avro record adds a field without a default. At which of these levels does the registry take it?',
    claim: 'forward-means-writers-first',
    options: [
      { says: 'BACKWARD', because: 'The new schema wants the field of old records too, and finds no value for it.' },
      { says: 'FORWARD', right: true, because: 'An old reader leaves out what it does not know.' },
      { says: 'FORWARD_TRANSITIVE', right: true, because: 'The same, for every version before: none of them knows the field.' },
      { says: 'FULL', because: 'FULL is BACKWARD and FORWARD together, and BACKWARD says no.' },
    ],
  },
  {
    id: 'q5',
    kind: 'one',
    ask: 'You take the default away from a field. FULL_TRANSITIVE, the strictest level that there is, lets it pass. Can the new schema read every record of the topic?',
    claim: 'not-transitive-not-safe',
    options: [
      {
        says: 'Yes: every version was compared with every other',
        because:
          'Every registered version was. Records of a version that was deleted, or that were written before there was a registry, were not.',
      },
      {
        says: 'Yes, if every record was written with a version that is in the list: all of those have the field',
        right: true,
        because: 'The default was for records without the field. If no version in the list lacks it, nothing needs the default.',
      },
      {
        says: 'No: without a default old records can never be read',
        because: 'They can, when they have the field. The default is used only where it is missing.',
      },
    ],
  },
  {
    id: 'q6',
    kind: 'one',
    ask: 'A field `mail` is called `email` from version 2 on, with the default "". The registry takes it, the readers are deployed, no error anywhere. Next day marketing says that all old customers have lost their address. Why?',
    claim: 'a-rename-needs-an-alias',
    options: [
      {
        says: 'To Avro one field went and another came. Old records have no `email`, so they get the default',
        right: true,
        because: 'An alias `mail` at the new field would have said that the two are one.',
      },
      {
        says: 'The registry has rewritten the old records',
        because: 'It never touches a record. The bytes still hold the address, under the old schema.',
      },
      {
        says: 'The level should have been FULL, then it would have been refused',
        because: 'Adding a field with a default passes FULL. Nothing is broken as far as schemas can tell.',
      },
    ],
  },
  {
    id: 'q7',
    kind: 'one',
    ask: 'An enum without a default gets one symbol more, at BACKWARD. The writer goes first, and for now it sends no record with the new symbol. What do old readers do that decode with avsc and their own schema?',
    claim: 'an-enum-can-break',
    options: [
      {
        says: 'They read on until the new symbol comes',
        because: "So Java's readers are said to do. avsc compares the two schemas as a whole before it reads a byte.",
      },
      {
        says: 'They refuse every record of the new schema',
        right: true,
        because: 'Their enum cannot hold all that the writer might send. So it was with five known states and one new.',
      },
      {
        says: 'They read the new symbol as the first of the old ones',
        because: 'Only an enum with a default does that, and it says which symbol.',
      },
    ],
  },
  {
    id: 'q8',
    kind: 'one',
    ask: 'A contract in JSON Schema does not mention `additionalProperties`. You add an optional property, and BACKWARD refuses. What would help the next contract?',
    claim: 'an-open-object-lets-anything-in',
    options: [
      {
        says: 'To give the property a default',
        because: 'JSON Schema only notes a default, and old data may still hold something else under that name.',
      },
      {
        says: '`additionalProperties: false` from its first version',
        right: true,
        because: 'A closed object has let nothing in under that name, so a new property can break no old data.',
      },
      {
        says: 'To make the property required',
        because: 'Then old data without it is refused too. It is worse.',
      },
    ],
  },
  {
    id: 'q9',
    kind: 'order',
    ask: 'At BACKWARD_TRANSITIVE a field is to be renamed, and nobody may fail at any time. Put the steps in order.',
    claim: 'a-rename-needs-an-alias',
    items: [
      'ask the registry in the pipeline whether it takes the schema with the new name and the alias',
      'register it',
      'deploy every reader with it',
      'see that no reader is left with the old schema',
      'deploy the writer',
    ],
    because: 'The alias lets new readers read old records. The other way round nothing helps: an old reader knows no new name.',
  },
]);
