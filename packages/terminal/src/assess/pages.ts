import type { IncidentResult, OpenIncident } from '@proving/runner';
import { roman } from '../page/assess.ts';
import { count } from '../page/headings.ts';
import { prosePage, roomOf } from '../page/prose.ts';
import type { Paper } from '../paper.ts';
import { hanging, wrapped } from '../text.ts';

type Names = Readonly<Record<string, string>>;
type Incident = OpenIncident['incident'];

/** A text of an incident with the names that its topics and groups have on this cluster. */
export function named(text: string, names: Names, pnpm: string): string {
  const said = text.replaceAll(/\{([\w-]+)\}/g, (whole, title: string) => names[title] ?? whole);
  return pnpm === 'pnpm' ? said : said.replaceAll(/\bpnpm (?=cluster|assess)/g, `${pnpm} `);
}

export function storyPage(
  part: number,
  { title, story }: Incident,
  { names, own }: { readonly names: Names; readonly own: string },
  paper: Paper,
): readonly string[] {
  const room = roomOf(paper);
  return [
    '',
    paper.theme.accent(`Part ${roman(part)}: the incident`),
    ...wrapped(title, room).map((line) => paper.theme.strong(line)),
    '',
    ...prosePage(named(story.trim(), names, paper.pnpm), paper),
    '',
    ...wrapped(`A program of yours has its place in ${own}`, room),
    '',
    ...ways(part, paper, ['check', 'repair', 'clue', 'quit']),
  ];
}

export function checkedPage(part: number, { conditions, repaired }: IncidentResult, paper: Paper): readonly string[] {
  const { glyphs, theme } = paper;
  const room = roomOf(paper);
  const met = conditions.filter((each) => each.met);
  const unmet = conditions.filter((each) => !each.met);
  const lines = unmet.flatMap(({ title, differences, evidence }) => [
    ...hanging('not yet  ', title, room).map((line, i) => (i === 0 ? theme.bad('not yet') + line.slice(7) : line)),
    ...differences.flatMap((each) => hanging('         ', each, room)),
    ...evidence.flatMap((each) => hanging('         ', each, room)),
    '',
  ]);
  const good = met.flatMap(({ title }) => hanging(`${glyphs.proved}  `, title, room));
  const rest = repaired ? [] : ['', ...ways(part, paper, ['check', 'repair', 'clue', 'quit'])];
  return ['', ...lines, ...good, ...rest];
}

export function cluePage(clue: string, rung: number, of: number, names: Names, paper: Paper): readonly string[] {
  const last = rung === of ? ', the last one' : '';
  return ['', paper.theme.strong(`Clue ${rung} of ${of}${last}`), '', ...prosePage(named(clue, names, paper.pnpm), paper)];
}

export function debriefPage(part: number, { debrief }: Incident, names: Names, clues: number, paper: Paper): readonly string[] {
  const { glyphs, theme } = paper;
  return [
    '',
    `${theme.accent(glyphs.proved)} ${theme.strong(`Repaired. Part ${roman(part)} is behind you`)}`,
    ...(clues > 0 ? [`with ${count(clues, 'clue')}`] : []),
    '',
    ...prosePage(named(debrief.trim(), names, paper.pnpm), paper),
  ];
}

const says = {
  check: 'is it repaired? Changes nothing',
  repair: 'runs your file',
  clue: 'one clue; there are four',
  quit: 'takes it off the cluster',
} as const;

export function ways(part: number, paper: Paper, words: readonly (keyof typeof says)[]): readonly string[] {
  const wide = Math.max(...words.map((word) => `${paper.pnpm} assess ${part} ${word}`.length));
  return words.flatMap((word) => {
    const command = `${paper.pnpm} assess ${part} ${word}`.padEnd(wide);
    return hanging(`${paper.glyphs.next} ${command}   `, says[word], roomOf(paper));
  });
}
