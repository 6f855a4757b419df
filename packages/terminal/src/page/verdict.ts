import {
  type ArmVerdict,
  type Difference,
  type Expectation,
  type ExperimentCard,
  inWords,
  type Json,
  type PredictionVerdict,
  withSeen,
} from '@proving/spec';
import { badge } from '../markdown/inline.ts';
import { gridLines } from '../markdown/table.ts';
import type { Paper } from '../paper.ts';
import { hanging, indented, wrapped } from '../text.ts';
import type { Said } from '../walk/said.ts';
import { roomOf } from './prose.ts';

type Verdict = Extract<Said, { say: 'verdict' }>;

/** Prediction beside measurement; and, where it is not proved, which of the three other outcomes it is and its evidence. */
export function verdictPage(said: Verdict, paper: Paper): readonly string[] {
  const parts = [
    outcome(said, paper),
    table(said, paper),
    prediction(said.prediction, paper),
    evidence(said, paper),
    claim(said, paper),
  ];
  return parts.filter((lines) => lines.length > 0).flatMap((lines, i) => (i === 0 ? lines : ['', ...lines]));
}

function outcome({ result }: Verdict, paper: Paper): readonly string[] {
  const room = roomOf(paper);
  const { verdict } = result;
  const said = (title: string, because: string) => [paper.theme.strong(title), ...wrapped(because, room)];
  switch (verdict.kind) {
    case 'proved':
      return [];
    case 'refuted':
      return said('Not yet: the cluster shows something else', verdict.because);
    case 'unjudged':
      return said('Could not judge', verdict.because);
    case 'not-provable-here':
      return said('Not provable here', verdict.because);
    case 'could-not-run':
      return [...said('Could not run', verdict.because), ...(verdict.fix === null ? [] : hanging('Try: ', verdict.fix, room))];
  }
}

/** Arms as columns, measured fields as rows. */
function table({ result, card }: Verdict, paper: Paper): readonly string[] {
  const arms = Object.keys(card.arms).filter((arm) => result.observations[arm] !== undefined);
  if (arms.length === 0) return [];
  const fields = [...new Set(arms.flatMap((arm) => fieldsOf(result.observations[arm])))];
  const rows = fields.map((field) => [field, ...arms.map((arm) => shown(measuredOf(result.observations[arm], field)))]);
  const numeric = arms.map((_, i) => rows.every((row) => /^[-\d.,]*$/.test(row[i + 1] ?? '')));
  const head = ['', ...arms.map((arm) => card.arms[arm] ?? arm)];
  return gridLines([head, ...rows], [false, ...numeric], paper, roomOf(paper));
}

function prediction(judged: PredictionVerdict | null, paper: Paper): readonly string[] {
  if (!judged) return [];
  const { glyphs, theme } = paper;
  const room = roomOf(paper);
  const measured = hanging('measured  ', judged.measured, room);
  if (judged.outcome === 'skipped') return measured;
  const mark = judged.outcome === 'right' ? `${theme.accent(glyphs.proved)} right` : `${theme.bad(glyphs.dead)} not so`;
  const said = hanging('you said  ', `${judged.said ?? ''}  ${mark}`, room);
  if (judged.outcome === 'right') return said;
  const belief = judged.belief
    ? ['', ...wrapped(`That is the stale belief ${judged.belief}; review will bring it back.`, room)]
    : [];
  return [...said, ...measured, ...belief];
}

function evidence({ result, card, lastSeen }: Verdict, paper: Paper): readonly string[] {
  if (result.verdict.kind === 'proved') return [];
  const room = roomOf(paper);
  // What the verdict has said already is not said again below it.
  const { because } = result.verdict;
  const news = Object.entries(result.arms).filter(([, verdict]) => !('because' in verdict && because.includes(verdict.because)));
  const arms = news.flatMap(([arm, verdict]) => armEvidence(card, arm, verdict, room));
  const seen = lastSeen.length === 0 ? [] : ['', 'last seen', ...lastSeen.flatMap((line) => indented(wrapped(line, room - 2)))];
  return [...arms, ...(arms.length === 0 ? seen.slice(1) : seen)];
}

function armEvidence(card: ExperimentCard, arm: string, verdict: ArmVerdict, room: number): readonly string[] {
  const label = card.arms[arm] ?? arm;
  switch (verdict.kind) {
    case 'met':
      return hanging(`${label}:  `, 'as expected', room);
    case 'differs':
      return differenceLines(label, verdict.differences, room);
    case 'unjudged':
      return hanging(`${label}:  `, verdict.because, room);
    case 'broken':
      return [...hanging(`${label}:  `, withSeen(verdict.because, verdict.detail.split('\n')[0]), room)];
  }
}

/** The first difference, and how many there are besides. */
export function differenceLines(label: string, differences: readonly Difference[], room: number): readonly string[] {
  const [first] = differences;
  if (!first) return [];
  const field = first.path === '' ? '' : `${first.path.replaceAll('.', ' ')} `;
  const text = `${field}expected ${inWords(first.expected)}, measured ${shown(first.measured)}`;
  const more = differences.length > 1 ? `; ${differences.length - 1} more` : '';
  return hanging(label === '' ? '' : `${label}:  `, text + more, room);
}

function claim({ result, claim: text }: Verdict, paper: Paper): readonly string[] {
  const { glyphs, theme } = paper;
  const { kind } = result.verdict;
  // What could not be judged is neither proved nor wrong, and has no mark.
  const mark = kind === 'proved' ? theme.accent(glyphs.proved) : kind === 'refuted' ? theme.bad(glyphs.dead) : ' ';
  const state =
    kind === 'proved'
      ? `proved on ${result.kafka}, this machine`
      : kind === 'refuted'
        ? 'not proved in this run'
        : 'not judged in this run';
  const head = hanging(`${mark} `, `${badge(result.claim, paper)}  ${state}`, roomOf(paper));
  return [...head, ...indented(wrapped(text, roomOf(paper) - 2))];
}

function fieldsOf(observed: Json | undefined): readonly string[] {
  if (typeof observed === 'object' && observed !== null && !Array.isArray(observed)) return Object.keys(observed);
  return observed === undefined ? [] : ['measured'];
}

function measuredOf(observed: Json | undefined, field: string): Json | undefined {
  if (typeof observed === 'object' && observed !== null && !Array.isArray(observed))
    return (observed as Record<string, Json>)[field];
  return field === 'measured' ? observed : undefined;
}

function shown(value: Json | undefined): string {
  return value === undefined ? '' : inWords(value as Expectation);
}
