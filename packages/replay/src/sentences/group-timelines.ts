import { type GroupTimelines, type PartitionOwners, pausesOf, type Span } from '../group-timelines.ts';
import { isInterrupted } from '../lenses.ts';
import { seconds } from '../transcript.ts';

/**
 * Who owned what, in sentences: of the groups that were interrupted, where there are such.
 * @param until the time that is looked at, ms: a pause that has not ended is counted up to it
 */
export function groupTimelineInSentences(model: GroupTimelines, until: number): readonly string[] {
  return told(model).flatMap((group) => [
    ...group.rebalances.map(
      ({ t, generation, joined }) =>
        `Rebalance ${generation} of group ${group.group} at ${seconds(t)}: ${joined.join(', ')} joined.`,
    ),
    ...group.partitions.map((row) => `${name(row)}: ${row.spans.map((span, i) => stretch(row, span, i, until)).join(', ')}.`),
  ]);
}

function told({ groups }: GroupTimelines) {
  const interrupted = groups.filter(isInterrupted);
  return interrupted.length > 0 ? interrupted : groups;
}

function stretch(row: PartitionOwners, span: Span, i: number, until: number): string {
  const records = `${span.delivered} record${span.delivered === 1 ? '' : 's'} delivered`;
  const owned = `${span.client} from ${seconds(span.from)} ${span.until === null ? 'on' : `to ${seconds(span.until)}`} (${records})`;
  const pause = pausesOf(row)[i];
  if (!pause) return owned;
  const length = seconds((pause.until ?? until) - pause.from);
  return pause.owned ? `${owned}, of which the last ${length} nothing` : `${owned}, nobody for ${length}`;
}

const name = ({ title, partition }: PartitionOwners) => `${title}/${partition}`;
