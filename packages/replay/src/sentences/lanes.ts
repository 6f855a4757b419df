import type { Groups } from '../groups.ts';
import { foundIn, isFound, isUnseen, type Lane, type Lanes, type LaneTopic } from '../lanes.ts';

/** Each partition in a sentence: how many records it has, who owns it, how much was read. */
export function lanesInSentences(model: Lanes, owners: Groups): readonly string[] {
  return model.topics.flatMap((topic) =>
    topic.lanes.map((lane) => {
      const owner = ownersOf(topic.topic, lane.partition, owners);
      const records = isUnseen(model, topic, lane)
        ? 'records that nobody has looked at yet'
        : `${lane.count - goneOf(lane)} records`;
      const writer = lane.records.some(isFound) ? foundText(topic) : '';
      const parts = [records, owner && `owned by ${owner}`, readText(lane), writer].filter(Boolean);
      return `${topic.title}, partition ${lane.partition}: ${parts.join(', ')}.`;
    }),
  );
}

/** `writer not recorded`, or of how many of the topic's records it was not; empty where each was sent or read by a client that was. */
export function foundText(topic: LaneTopic): string {
  const found = foundIn(topic);
  const all = topic.lanes.reduce((sum, { records }) => sum + records.length, 0);
  if (found === 0) return '';
  return found === all ? 'writer not recorded' : `writer of ${found} not recorded`;
}

/** Records seen here that the log no longer holds. */
export const goneOf = (lane: Lane): number => lane.records.filter((record) => record.offset < (lane.start ?? 0)).length;

/** `read 7`; of several readers, `read 7 by shop, 3 by audit`; empty before the first. */
export function readText(lane: Lane): string {
  const readers = Object.entries(lane.readers);
  if (readers.length === 0) return '';
  if (readers.length === 1) return `read ${readers[0]?.[1].read}`;
  return `read ${readers.map(([client, { read }]) => `${read} by ${client}`).join(', ')}`;
}

/** The clients that own the partition, in every group. */
export function ownersOf(topic: string, partition: number, { groups }: Groups): string {
  const all = groups.flatMap((group) =>
    group.members.filter((member) => member.owned[topic]?.includes(partition)).map((member) => member.client),
  );
  return all.join(', ');
}
