import type { Groups } from '../groups.ts';

/** Who owns what, one sentence for each member. */
export function groupsInSentences(model: Groups): readonly string[] {
  return model.groups.flatMap((group) =>
    group.members.map((member) => `In group ${group.group}, ${member.client} owns ${ownedText(member.owned, model.titles)}.`),
  );
}

/** `partitions 0, 2`; of several topics, `orders 0, 2 · payments 1`. */
export function ownedText(owned: Readonly<Record<string, readonly number[]>>, titles: Groups['titles']): string {
  const topics = Object.entries(owned).filter(([, partitions]) => partitions.length > 0);
  if (topics.length > 1) return topics.map(([topic, all]) => `${titles[topic] ?? topic} ${all.join(', ')}`).join(' · ');
  const all = topics.flatMap(([, partitions]) => partitions);
  return all.length === 0 ? 'nothing' : `partition${all.length === 1 ? '' : 's'} ${all.join(', ')}`;
}
