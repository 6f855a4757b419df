import { type Groups, ownedText } from '@proving/replay';
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
