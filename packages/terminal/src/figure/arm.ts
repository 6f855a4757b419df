import { seconds } from '@proving/replay';
import type { ExperimentCard } from '@proving/spec';
import type { Paper } from '../paper.ts';
import { titled } from '../text.ts';
import type { WatchedArm } from '../walk/watch.ts';
import { type Telling, telling } from './telling.ts';
import { timelineFigure } from './timeline.ts';

/** One arm as it stands, in at most `rows` lines: drawing and happenings, a smaller drawing, or one line. */
export function armFigure(arm: WatchedArm, card: Titled, rows: number, paper: Paper): readonly string[] {
  const head = headLine(arm, card.title, paper);
  const all = telling(arm, card);
  for (const figure of [whole(all, paper), whole(all.slice(0, 1), paper), ...(all[0]?.smaller(paper) ?? []), []]) {
    const gaps = figure.length > 0 ? 2 : 1;
    const left = rows - 1 - gaps - figure.length;
    if (left < Math.min(least, arm.timeline.items.length + arm.timeline.waits.length)) continue;
    const lines = timelineFigure(arm.timeline, Math.min(left, most), paper);
    return [head, '', ...figure, ...(figure.length > 0 && lines.length > 0 ? [''] : []), ...lines];
  }
  return [head];
}

/** What a figure needs of the card: its title, and what is done to brokers. */
type Titled = Pick<ExperimentCard, 'title' | 'needs'>;

const least = 3;
const most = 12;

/** The whole arm when it has ended: the drawing and every happening; of many, the first and the last. */
export function endedFigure(arm: WatchedArm, card: Titled, paper: Paper): readonly string[] {
  const { items } = arm.timeline;
  const room = 24;
  const left = items.length - room;
  const lines =
    left <= 1
      ? timelineFigure(arm.timeline, items.length, paper)
      : [
          ...timelineFigure({ ...arm.timeline, items: items.slice(0, room / 2), waits: [] }, room, paper),
          `          ${left} more happenings: t shows them all`,
          ...timelineFigure({ ...arm.timeline, items: items.slice(-room / 2), waits: [] }, room, paper),
        ];
  const figure = whole(telling(arm, card), paper);
  return [headLine(arm, card.title, paper), '', ...figure, ...(figure.length > 0 && lines.length > 0 ? [''] : []), ...lines];
}

/** The drawing in sentences. */
export function armInSentences(arm: WatchedArm, card: Titled): readonly string[] {
  return telling(arm, card).flatMap((each) => each.words());
}

function headLine(arm: WatchedArm, title: string, paper: Paper): string {
  const time = `t = ${seconds(arm.t)}`;
  return titled(`${title} · ${arm.label}`, time, paper.width - 4, paper.theme.strong);
}

function whole(all: readonly Telling[], paper: Paper): readonly string[] {
  return all.map((each) => each.draw(paper)).flatMap((lines, i) => (i > 0 && lines.length > 0 ? ['', ...lines] : lines));
}
