import { COMPATIBILITY } from '@kafkajs/confluent-schema-registry';
import { experiment } from '@proving/lab';
import lesson from '../lesson.ts';
import { order, withNote } from './order.ts';
import { rollout } from './rollout.ts';

// A note comes to orders, and none is made up where there was none. FORWARD lets it pass: old
// readers leave it out. New readers want it of old orders too.
export default experiment(lesson, 'forward-means-writers-first', {
  arms: { treatment: { first: 'writers' }, control: { first: 'readers' } },

  run: ({ first }, lab) =>
    rollout({ level: COMPATIBILITY.FORWARD, before: order, after: withNote, first }, lab),

  expect: {
    treatment: { nobody: 5, oneSide: 5, both: 5 },
    control: { nobody: 5, oneSide: 0, both: 5 },
  },
});
