import type { LoadedLesson } from '@proving/catalog';
import { lesson, quiz } from '@proving/spec';

/** A small lesson with everything a lesson can have: two steps, a run, a question of every kind, an exercise. */
const manifest = lesson({
  title: 'What "acknowledged" means',
  question: 'My producer heard "ok". What exactly was I promised?',
  part: 2,
  minutes: 35,
  after: [],
  cluster: { shape: 'standard' },
  claims: {
    'acknowledged-survives': 'With acks=all and min.insync.replicas=2, an acknowledged record outlives its leader.',
    'no-answer-is-not-no': 'A send that got no answer may still be in the log; only a read can tell.',
  },
  experiments: {
    '01-leader-dies-after-ok': {
      title: 'The leader says ok and dies',
      proves: 'acknowledged-survives',
      arms: { treatment: 'acks=all', control: 'acks=1' },
      ask: 'Twenty sends were acknowledged with acks=1. The last ten were sent while both followers stood still. Then the leader died. How many of the twenty can still be read?',
      predict: {
        kind: 'choice',
        about: 'control',
        options: [
          { says: 'all twenty', when: { lost: 0 }, belief: 'W55' },
          { says: 'ten', when: { lost: 10 } },
          { says: 'none: the partition is gone', when: { lost: 20 } },
        ],
      },
      needs: ['kill', 'freeze'],
      budget: '30s',
    },
    '02-how-many': {
      title: 'How many copies',
      proves: 'no-answer-is-not-no',
      arms: { treatment: 'the answer is lost', control: 'the request is lost' },
      ask: 'How many records does the log hold?',
      predict: { kind: 'number', about: 'treatment', field: 'stored', unit: 'records', tolerance: 0 },
      needs: ['proxy'],
      budget: '20s',
    },
  },
  refutes: ['W55'],
  card: { drawing: '', remember: {}, interview: '' },
});

const questions = quiz([
  {
    id: 'q1',
    kind: 'one',
    ask: 'A producer with `acks=1` hears "ok". What is certain?',
    claim: 'acknowledged-survives',
    options: [
      { says: 'The leader has the record.', right: true, because: 'That is all that acks=1 asks for.' },
      { says: 'Every follower has it.', because: 'They fetch a moment later.', belief: 'W55' },
      { says: 'Any consumer can read it.', because: 'Consumers read up to the high watermark.' },
    ],
  },
  {
    id: 'q2',
    kind: 'several',
    ask: 'Which settings does the promise need?',
    claim: 'acknowledged-survives',
    options: [
      { says: 'acks=all', right: true, because: 'Half of it.' },
      { says: 'min.insync.replicas=2', right: true, because: 'The other half.' },
      { says: 'linger.ms=0', because: 'It has to do with batches.' },
    ],
  },
  {
    id: 'q3',
    kind: 'number',
    ask: 'Ten were on the leader alone. How many are gone?',
    claim: 'acknowledged-survives',
    answer: 10,
    tolerance: 0,
    unit: 'records',
    because: 'The new leader never had them.',
  },
  {
    id: 'q4',
    kind: 'order',
    ask: 'What happens first?',
    claim: 'acknowledged-survives',
    items: ['the leader writes', 'a follower fetches', 'the high watermark moves'],
    because: 'The mark follows the slowest replica in sync.',
  },
  {
    id: 'q5',
    kind: 'match',
    ask: 'Who reads up to where?',
    claim: 'acknowledged-survives',
    pairs: [
      ['a follower', 'the log end'],
      ['a consumer', 'the high watermark'],
    ],
    because: 'A consumer sees only what is safe.',
  },
  {
    id: 'q6',
    kind: 'text',
    ask: 'What is the position in a partition called?',
    claim: 'no-answer-is-not-no',
    accept: ['offset'],
    because: 'It is never given twice.',
  },
]);

export const aLesson: LoadedLesson = {
  number: '07',
  slug: 'acks',
  folder: '07-acks',
  dir: '/lessons/07-acks',
  manifest,
  steps: [
    {
      number: 1,
      title: 'The leader keeps the promise alone',
      line: 1,
      blocks: [
        {
          kind: 'prose',
          line: 3,
          markdown:
            'A producer with `acks=1` hears "ok" as soon as the leader has the record in its own log. The followers fetch it a moment later. Whatever happens in that moment happens to a record that exists *once* [[acknowledged-survives]].\n\n```text\nproducer ── send ──▶ broker 2 ● leader\n         ◀── ok ───  broker 1 ○ follower\n```',
        },
        { kind: 'run', experiment: '01-leader-dies-after-ok', line: 9 },
        { kind: 'prose', line: 11, markdown: 'With acks=all the ten risky sends were refused, so there was nothing to lose.' },
        { kind: 'ask', question: 'q1', line: 13 },
      ],
    },
    {
      number: 2,
      title: 'No answer is not a no',
      line: 15,
      blocks: [
        {
          kind: 'prose',
          line: 16,
          markdown:
            'Two messages make a send: the request, and the answer.\n\n| lost | log |\n|---|---:|\n| request | 1 |\n| answer | 2 |',
        },
        { kind: 'run', experiment: '02-how-many', line: 20 },
      ],
    },
  ],
  quiz: questions,
  task: '# Survive the loss of a broker\n\nWrite forty orders so that the loss of any one broker costs nothing.\n',
};
