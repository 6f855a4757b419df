import type { Fact } from '@proving/spec';
import type { AssessmentRound, AssessmentState } from './state.ts';

type Of<K extends Fact['kind']> = Extract<Fact, { kind: K }>;
type AssessmentAnswer = Pick<Of<'answer'>, 'outcome'> & { readonly assessment: NonNullable<Of<'answer'>['assessment']> };

/** An answer to one of its questions. `question` is the question's lesson and id; asked twice, the first answer counts. */
export function answeredIn(
  before: AssessmentState | undefined,
  { outcome, assessment: { seed, of } }: AssessmentAnswer,
  question: string,
  at: string,
): AssessmentState {
  const { state, round } = under(before, seed, at);
  const answers = { ...round.questions?.answers };
  if (!Object.hasOwn(answers, question)) answers[question] = outcome;
  return { ...state, at, rounds: [...state.rounds, { ...round, questions: { of, answers }, at }] };
}

/** A look at its incident, or its end. */
export function lookedIn(
  before: AssessmentState | undefined,
  { outcome, unmet, clues, seed }: Of<'assessment'>,
  at: string,
): AssessmentState {
  const { state, round } = under(before, seed, at);
  const look = outcome === 'left' ? 0 : 1;
  const incident = outcome === 'passed' ? 'repaired' : outcome === 'left' ? 'left' : 'open';
  const after = {
    ...round,
    incident,
    looks: round.looks + look,
    clues,
    unmet: outcome === 'left' ? round.unmet : unmet,
    at,
  } as const;
  const passed = state.passed ?? (outcome === 'passed' ? at : null);
  return { passed, checks: state.checks + look, at, rounds: [...state.rounds, after] };
}

/** The rounds worth telling: the last one that ended with a repair, and the one behind it; without a repair, the last one. */
export function toldRounds(state: AssessmentState | undefined): readonly AssessmentRound[] {
  const rounds = state?.rounds ?? [];
  const repaired = rounds.findLastIndex(({ incident }) => incident === 'repaired');
  return [...(repaired < 0 ? [] : rounds.slice(repaired, repaired + 1)), ...rounds.slice(repaired + 1).slice(-1)];
}

/** `10 of 12 questions right; incident repaired on 2026-11-21 after 3 looks and 1 clue` */
export function roundInWords({ questions, incident, looks, clues, at }: AssessmentRound): string {
  const answers = Object.values(questions?.answers ?? {});
  const right = answers.filter((outcome) => outcome === 'right').length;
  const all = questions !== null && answers.length >= questions.of;
  const asked = all
    ? `${right} of ${count(questions.of, 'question')} right`
    : `${answers.length} of ${count(questions?.of ?? 0, 'question')} answered, ${right} right`;
  const effort = `after ${count(looks, 'look')} and ${clues === 0 ? 'no clue' : count(clues, 'clue')}`;
  const day = at.slice(0, 10);
  const words = {
    repaired: `incident repaired on ${day} ${effort}`,
    left: looks === 0 ? `left on ${day}` : `left on ${day} ${effort}`,
    open: looks > 0 ? `incident open ${effort}` : all ? 'the incident is next' : 'under way',
  }[incident];
  return questions === null ? words : `${asked}; ${words}`;
}

/** The round that goes on, or a new one: an end, or other questions, begins another. The state comes without that round. */
function under(
  before: AssessmentState | undefined,
  seed: number,
  at: string,
): { readonly state: AssessmentState; readonly round: AssessmentRound } {
  const state = before ?? { passed: null, checks: 0, at, rounds: [] };
  const last = state.rounds.at(-1);
  if (last?.incident === 'open' && last.seed === seed)
    return { state: { ...state, rounds: state.rounds.slice(0, -1) }, round: last };
  return { state, round: { seed, questions: null, incident: 'open', looks: 0, clues: 0, unmet: [], at } };
}

const count = (n: number, noun: string) => `${n} ${noun}${n === 1 ? '' : 's'}`;
