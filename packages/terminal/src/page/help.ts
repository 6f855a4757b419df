import type { Paper } from '../paper.ts';
import { hanging, padEnd } from '../text.ts';
import type { ShownKey } from '../walk/said.ts';
import { roomOf } from './prose.ts';

/** The keys that work now, what else can be known, and the marks. */
export function helpPage(keys: readonly ShownKey[], paper: Paper): readonly string[] {
  const { glyphs, theme } = paper;
  const row = (left: string, right: string) => hanging(padEnd(left, 8), right, roomOf(paper));
  const marks: readonly (readonly [string, string])[] = [
    [glyphs.leader, 'leader'],
    [glyphs.inSync, 'follower in sync'],
    [glyphs.outOfSync, 'copy out of sync'],
    [glyphs.dead, 'dead, or wrong'],
    [glyphs.record, 'a record'],
    [glyphs.highWatermark, 'high watermark: readers see what stands before it'],
    [glyphs.proved, 'proved, or right'],
    [glyphs.next, 'what comes next'],
  ];
  return [
    theme.strong('What works now'),
    '',
    ...keys.flatMap((key) => row(key.show, `${key.does}${key.word && key.word !== key.does ? ` (${key.word})` : ''}`)),
    ...row('ctrl-c', 'stop at once; everything said is kept'),
    '',
    theme.strong('The marks'),
    '',
    ...marks.flatMap(([mark, means]) => row(mark, means)),
  ];
}
