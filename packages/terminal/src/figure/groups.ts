import type { Groups } from '@proving/replay';
import type { Paper } from '../paper.ts';
import { cut, padEnd } from '../text.ts';

/** Who owns what: one line per member, under the name of its group. */
export function groupsFigure(model: Groups, paper: Paper): readonly string[] {
  return model.groups
    .filter((group) => group.members.length > 0)
    .flatMap((group) => [
      `${paper.theme.strong(cut(`group ${group.group}`, 40))}${group.generation === null ? '' : `   generation ${group.generation}`}`,
      ...group.members.map((member) =>
        cut(`  ${padEnd(cut(member.client, 24), 18)} ${ownedText(member.owned, model.titles)}`, paper.columns - 4),
      ),
    ]);
}

export function groupsInSentences(model: Groups): readonly string[] {
  return model.groups.flatMap((group) =>
    group.members.map((member) => `In group ${group.group}, ${member.client} owns ${ownedText(member.owned, model.titles)}.`),
  );
}

/** `partitions 0, 2`; of several topics, `orders 0, 2 · payments 1`. */
function ownedText(owned: Readonly<Record<string, readonly number[]>>, titles: Groups['titles']): string {
  const topics = Object.entries(owned).filter(([, partitions]) => partitions.length > 0);
  if (topics.length > 1) return topics.map(([topic, all]) => `${titles[topic] ?? topic} ${all.join(', ')}`).join(' · ');
  const all = topics.flatMap(([, partitions]) => partitions);
  return all.length === 0 ? 'nothing' : `partition${all.length === 1 ? '' : 's'} ${all.join(', ')}`;
}
