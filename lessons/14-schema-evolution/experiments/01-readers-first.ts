import { COMPATIBILITY } from '@kafkajs/confluent-schema-registry';
import { experiment } from '@proving/lab';
import lesson from '../lesson.ts';
import { order, withNote } from './order.ts';
import { rollout } from './rollout.ts';

// The note is dropped. At BACKWARD the registry takes that: who knows the new schema can read
// what lies there. Who knows the old one waits for a note that no longer comes.
export default experiment(lesson, 'backward-means-readers-first', {
  arms: { treatment: { first: 'readers' }, control: { first: 'writers' } },

  run: ({ first }, lab) =>
    rollout({ level: COMPATIBILITY.BACKWARD, before: withNote, after: order, first }, lab),

  expect: {
    treatment: { nobody: 5, oneSide: 5, both: 5 },
    control: { nobody: 5, oneSide: 0, both: 5 },
  },
});
