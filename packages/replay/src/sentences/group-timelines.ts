import { type GroupTimelines, type PartitionOwners, type Pause, pausesOf, type Span } from '../group-timelines.ts';
import { isInterrupted } from '../lenses.ts';
import { seconds } from '../transcript.ts';

/** A sentence of a thousand stretches is no sentence: the newest ones are told one by one, those before them counted. */
const most = 24;

/**
 * Who owned what, in sentences: of the groups that were interrupted, where there are such.
 * @param until the time that is looked at, ms: a pause that has not ended is counted up to it
 */
export function groupTimelineInSentences(model: GroupTimelines, until: number): readonly string[] {
  return told(model).flatMap((group) => [
    ...before(group.rebalances.length, 'rebalance').map((words) => `Group ${group.group}: ${words}.`),
    ...group.rebalances
      .slice(-most)
      .map(
        ({ t, generation, joined }) =>
          `Rebalance ${generation} of group ${group.group} at ${seconds(t)}: ${joined.join(', ')} joined.`,
      ),
    ...group.partitions.map((row) => `${name(row)}: ${stretches(row, until).join(', ')}.`),
  ]);
}

function told({ groups }: GroupTimelines) {
  const interrupted = groups.filter(isInterrupted);
  return interrupted.length > 0 ? interrupted : groups;
}

function stretches(row: PartitionOwners, until: number): readonly string[] {
  const pauses = pausesOf(row);
  const shown = row.spans.map((span, i) => [span, pauses[i] ?? null] as const).slice(-most);
  return [...before(row.spans.length, 'owner'), ...shown.map(([span, pause]) => stretch(span, pause, until))];
}

const before = (n: number, noun: string) => (n > most ? [`${n - most} ${noun}${n - most === 1 ? '' : 's'} before`] : []);

function stretch(span: Span, pause: Pause | null, until: number): string {
  const records = `${span.delivered} record${span.delivered === 1 ? '' : 's'} delivered`;
  const owned = `${span.client} from ${seconds(span.from)} ${span.until === null ? 'on' : `to ${seconds(span.until)}`} (${records})`;
  if (!pause) return owned;
  const length = seconds((pause.until ?? until) - pause.from);
  return pause.owned ? `${owned}, of which the last ${length} nothing` : `${owned}, nobody for ${length}`;
}

const name = ({ title, partition }: PartitionOwners) => `${title}/${partition}`;
