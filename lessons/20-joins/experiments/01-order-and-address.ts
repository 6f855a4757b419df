import { experiment } from '@proving/lab';
import lesson from '../lesson.ts';
import { both } from './both.ts';

// Ada lives in Oslo from second 0, orders a pen at 1, moves to Rome at 2, orders ink at 3. The
// records arrive in another order, one when the one before is processed; or they are all there
// when the join begins. A task answers an order by the row that it has at that moment.
const late = ['ada pen', 'ada Oslo', 'ada ink', 'ada Rome'];
const early = ['ada Oslo', 'ada Rome', 'ada pen', 'ada ink'];

export default experiment(lesson, 'arrival-decides-stream-table', {
  arms: {
    treatment: { addresses: 'arrive late' },
    early: { addresses: 'arrive early' },
    again: { addresses: 'are all there' },
  },

  async run({ addresses }, lab) {
    const told = {
      'arrive late': { live: late },
      'arrive early': { live: early },
      'are all there': { before: late },
    }[addresses];
    const {
      said: { ada = [] },
      sameAsStreams,
    } = await both(lab, 'stream and table', told);
    return { parcels: ada, sameAsStreams };
  },

  expect: {
    treatment: { parcels: ['pen to ?', 'ink to Oslo'], sameAsStreams: true },
    early: { parcels: ['pen to Rome', 'ink to Rome'], sameAsStreams: true },
    again: { parcels: ['pen to Oslo', 'ink to Rome'], sameAsStreams: true },
  },
});
