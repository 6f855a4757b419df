import type { Lab, Topic } from '@proving/lab';
import { countByHand } from './by-hand.ts';
import { seconds } from './label.ts';
import { countingFor, type Plan } from './operator.ts';
import { base } from './story.ts';

export interface Both {
  /** What was said by hand: `a[0,10)=2@4`, the last number being the time stamp, in seconds since the beginning of the story. */
  readonly said: readonly string[];
  readonly dropped: number;
  /** Whether Kafka Streams has said the same records, with the same keys, values and time stamps, in the same order. */
  readonly sameAsStreams: boolean;
  /** The same, but for the order of records of different windows: two partitions are read side by side. */
  readonly sameInEachWindow: boolean;
}

/** Counts the views of a topic twice: by hand, and by Kafka Streams. `byHand` counts in place of what `plan` calls for. */
export async function both(
  lab: Lab,
  views: Topic,
  plan: Plan,
  byHand = () => countingFor(plan),
): Promise<Both> {
  const counts = await lab.topic({ title: 'counts' });
  const twin = await lab.topic({ title: 'counts-by-streams' });
  const settings = { input: views.name, output: twin.name, base: `${base}` };
  const planned = Object.entries(plan).map(([name, value]) => [name, `${value}`] as const);
  const application = await lab.kafkaStreams('Windows.java', {
    ...settings,
    ...Object.fromEntries(planned),
  });
  const dropped = await countByHand(lab, { views, counts }, byHand);
  await application.hasRead([views]);
  const [said, streams] = [await records(lab, counts), await records(lab, twin)];
  const theirs = await application.sum('stream-task-metrics', 'dropped-records-total');
  const [ours, other] = [said, streams].map((each) =>
    each.toSorted((a, b) => window(a).localeCompare(window(b))),
  );
  return {
    said,
    dropped,
    sameAsStreams: `${said}` === `${streams}` && theirs === dropped,
    sameInEachWindow: `${ours}` === `${other}` && theirs === dropped,
  };
}

const window = (said: string) => said.slice(0, said.indexOf('='));

async function records(lab: Lab, topic: Topic): Promise<readonly string[]> {
  const read = await lab.readAll(topic, { isolation: 'read_committed' });
  return read.map(({ key, value, timestamp }) => `${key}=${value}@${seconds(timestamp)}`);
}

/** The last count of each window: `{ 'a[0,10)': 2 }`. A session that became part of another has none. */
export function last(said: readonly string[]): Readonly<Record<string, number>> {
  const counts = new Map<string, number>();
  for (const each of said) {
    const [, window = '', count] = /^(.*)=(.*)@/.exec(each) ?? [];
    if (count === 'null') counts.delete(window);
    else counts.set(window, Number(count));
  }
  return Object.fromEntries(counts);
}
