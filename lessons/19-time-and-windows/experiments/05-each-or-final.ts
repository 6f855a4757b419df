import { experiment } from '@proving/lab';
import lesson from '../lesson.ts';
import { both, last } from './both.ts';
import { tumbling } from './operator.ts';
import { touching } from './pieces.ts';
import { send } from './story.ts';

const { 'b[40,50)': _, ...older } = touching;

// Nine views that all come in time. Each changes a count: is each change said, or one count for
// each window? Who waits for the end of a window waits for a later record, and behind the last
// one none comes.
export default experiment(lesson, 'emit-each-or-final', {
  arms: { treatment: { say: 'final' }, control: { say: 'each' } },

  async run({ say }, lab) {
    const views = await lab.topic({ title: 'views' });
    await send(lab, views, 'a@1 a@4 b@9.999 a@10 b@12 a@19 a@20 a@25 b@40');
    const { said, sameAsStreams } = await both(lab, views, { ...tumbling, say });
    const { 'b[40,50)': newest = 0, ...others } = last(said);
    return { records: said.length, older: others, newest, sameAsStreams };
  },

  expect: {
    treatment: { records: 5, older, newest: 0, sameAsStreams: true },
    control: { records: 9, older, newest: 1, sameAsStreams: true },
  },
});
