import type { Fact, ProgressEntry } from '@proving/spec';

/** What every line of a log has, whatever it says. */
export interface Stamped {
  readonly id: string;
  readonly at: string;
  readonly device: string;
  readonly course: string;
  readonly chain: string;
  readonly kind: string;
}

/** One line of a log, as far as it can be understood. A kind that is not known here was written by a newer version. */
export type Line =
  | { readonly is: 'entry'; readonly entry: ProgressEntry }
  | { readonly is: 'newer'; readonly entry: Stamped }
  | { readonly is: 'unreadable'; readonly because: string };

export function readLine(text: string): Line {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { is: 'unreadable', because: 'it is not JSON' };
  }
  return readEntry(value);
}

/**
 * Looks at what the fold relies on and no further: a log has tens of thousands of lines, and a word that only a newer version
 * knows should not make its line unreadable.
 */
export function readEntry(value: unknown): Line {
  if (!isStamped(value)) return { is: 'unreadable', because: 'it has not the fields of an entry' };
  if (!Object.hasOwn(fields, value.kind)) return { is: 'newer', entry: value };
  const wanted = fields[value.kind as Fact['kind']];
  for (const name in wanted) {
    const what = wanted[name] as Holds;
    if (!holds((value as unknown as Record<string, unknown>)[name], what))
      return { is: 'unreadable', because: `its "${name}" is no ${what}` };
  }
  return { is: 'entry', entry: value as unknown as ProgressEntry };
}

function isStamped(value: unknown): value is Stamped {
  if (typeof value !== 'object' || value === null) return false;
  const { id, at, device, course, chain, kind } = value as Record<string, unknown>;
  return (
    typeof id === 'string' &&
    id.length >= 8 &&
    typeof at === 'string' &&
    typeof device === 'string' &&
    typeof course === 'string' &&
    typeof chain === 'string' &&
    typeof kind === 'string'
  );
}

type Holds = 'text' | 'text or null' | 'number' | 'truth or null' | 'list' | 'record' | 'assessment or nothing';
const fields: Readonly<Record<Fact['kind'], Readonly<Record<string, Holds>>>> = {
  'lesson.opened': { lesson: 'text' },
  'step.read': { lesson: 'text', step: 'number' },
  prediction: {
    lesson: 'text',
    experiment: 'text',
    said: 'text or null',
    measured: 'text',
    outcome: 'text',
    belief: 'text or null',
  },
  experiment: {
    lesson: 'text',
    experiment: 'text',
    claim: 'text',
    verdict: 'text',
    because: 'text or null',
    observed: 'record',
    kafka: 'text',
    driver: 'text',
    ms: 'number',
  },
  answer: {
    lesson: 'text',
    question: 'text',
    outcome: 'text',
    sure: 'truth or null',
    beliefs: 'list',
    assessment: 'assessment or nothing',
  },
  exercise: { lesson: 'text', outcome: 'text', task: 'text or null', mistake: 'text or null' },
  hint: { lesson: 'text', task: 'text', rung: 'number' },
  'lesson.finished': { lesson: 'text' },
  'lesson.reset': { lesson: 'text', step: 'number' },
  assessment: { part: 'number', outcome: 'text', unmet: 'list', clues: 'number', seed: 'number' },
  note: { lesson: 'text or null', text: 'text' },
};

function holds(value: unknown, what: Holds): boolean {
  switch (what) {
    case 'text':
      return typeof value === 'string';
    case 'text or null':
      return typeof value === 'string' || value === null;
    case 'number':
      return typeof value === 'number';
    case 'truth or null':
      return typeof value === 'boolean' || value === null;
    case 'list':
      return Array.isArray(value);
    case 'record':
      return typeof value === 'object' && value !== null;
    case 'assessment or nothing':
      return value === undefined || isAssessment(value);
  }
}

function isAssessment(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const { part, seed, of } = value as Record<string, unknown>;
  return [part, seed, of].every((each) => typeof each === 'number');
}
