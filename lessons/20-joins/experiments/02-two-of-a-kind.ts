import { experiment } from '@proving/lab';
import lesson from '../lesson.ts';
import { both } from './both.ts';

// Ada and Bob do the same at the same seconds. Ada's addresses arrive late, Bob's early. Two
// streams meet when they are one second apart or less: pen@1 and Oslo@0, pen@1 and Rome@2,
// ink@3 and Rome@2. Two tables end with the last row of each side: ink and Rome.
const late = ['ada pen', 'ada Oslo', 'ada ink', 'ada Rome'];
const early = ['bob Oslo', 'bob Rome', 'bob pen', 'bob ink'];

const met = 'pen to Oslo, pen to Rome, ink to Rome';
const streams = { ada: met, bob: met };
const tables = {
  ada: 'pen to Oslo, ink to Oslo, ink to Rome',
  bob: 'pen to Rome, ink to Rome',
};
const mixed = { ada: 'pen to ?, ink to Oslo', bob: 'pen to Rome, ink to Rome' };

export default experiment(lesson, 'like-joins-agree', {
  arms: {
    treatment: { join: 'two streams' },
    tables: { join: 'two tables' },
    mixed: { join: 'stream and table' },
  },

  async run({ join }, lab) {
    const { said, sameAsStreams } = await both(lab, join, { live: [...late, ...early] });
    const { ada = [], bob = [] } = said;
    const samePairs = `${ada.toSorted()}` === `${bob.toSorted()}`;
    const sameLast = ada.at(-1) === bob.at(-1);
    return { ada: ada.join(', '), bob: bob.join(', '), samePairs, sameLast, sameAsStreams };
  },

  expect: {
    treatment: { ...streams, samePairs: true, sameLast: true, sameAsStreams: true },
    tables: { ...tables, samePairs: false, sameLast: true, sameAsStreams: true },
    mixed: { ...mixed, samePairs: false, sameLast: false, sameAsStreams: true },
  },
});
