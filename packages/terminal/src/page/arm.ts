import { armInSentences, endedFigure } from '../figure/arm.ts';
import type { Paper } from '../paper.ts';
import { wrapped } from '../text.ts';
import type { Said } from '../walk/said.ts';
import { roomOf } from './prose.ts';

/** An arm that has ended: its picture stays. Read aloud, its happenings were told already, so only the picture is put into words. */
export function armPage({ card, arm }: Extract<Said, { say: 'arm' }>, paper: Paper): readonly string[] {
  if (paper.aloud) return [`${arm.label} has ended.`, ...armInSentences(arm, card).flatMap((line) => wrapped(line, roomOf(paper)))];
  return endedFigure(arm, card, paper);
}
