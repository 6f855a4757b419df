import type { Lab, Topic } from '@proving/lab';
import type { Count, Operator } from '../windows/index.ts';
import type { Counting } from './operator.ts';
import { base } from './story.ts';

/** The operator of a partition's task, which also tells the figure what it counted, dropped and said. It changes nothing of that. @param called where a partition has two */
export function watched(
  lab: Lab,
  { name: topic }: Topic,
  partition: number,
  { counting, saying, over, endWithin }: Counting,
  called?: string,
): Operator {
  let counts: readonly Count[] = [];
  const heard: Operator = {
    process(view, streamTime) {
      counts = counting.process(view, streamTime);
      return counts;
    },
    get dropped() {
      return counting.dropped;
    },
  };
  const operator = saying(heard);
  return {
    process(view, streamTime) {
      const before = operator.dropped;
      const said = operator.process(view, streamTime);
      lab.processed({
        ...{ type: 'task.windowed', topic, partition, ...(called && { called }) },
        ...{ key: view.key, zero: base, endWithin },
        ...{ time: view.time, streamTime, over: over(streamTime) },
        ...{ counts: counts.map(bare), late: operator.dropped - before, said: said.map(bare) },
      });
      return said;
    },
    get dropped() {
      return operator.dropped;
    },
  };
}

const bare = ({ key, start, end, count }: Count) => ({ key, start, end, count });
