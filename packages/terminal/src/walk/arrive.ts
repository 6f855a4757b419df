import { cardOf } from './keys.ts';
import { addressOf, type Stop } from './lesson.ts';
import type { ClaimSeen, Said, Tally } from './said.ts';
import { orderOf } from './typing.ts';
import { type Effect, type Moved, type Now, stopOf, type Walk } from './walk.ts';

/** Goes to a stop and says what stands there; behind the last one the lesson is finished. */
export function goTo(from: Walk, to: number): Moved {
  const { walk, at } = cutAt(from, to);
  const there = walk.stops[at];
  if (!there) return finish(walk, at);
  const opening = heading(walk, there);
  const came = arrive({ ...walk, at, heading: there.step ?? 0, now: { at: 'reading' } }, true);
  return { walk: came.walk, effects: [...opening.map(say), ...came.effects] };
}

/** Cuts the text at a stop to the window. Who comes from behind arrives at its last part. */
function cutAt(walk: Walk, at: number): Pick<Moved, 'walk'> & { readonly at: number } {
  const there = walk.stops[at];
  if (there?.kind !== 'reading' || there.cut) return { walk, at };
  const parts = walk.split(there.markdown, at === 0).map((markdown): Stop => ({ ...there, markdown, cut: true }));
  const stops = walk.stops.toSpliced(at, 1, ...parts);
  return { walk: { ...walk, stops }, at: at < walk.at ? at + parts.length - 1 : at };
}

/** Says what stands at the current stop. What was run or answered in this session is shown with its outcome. */
export function arrive(walk: Walk, again = false): Moved {
  const stop = stopOf(walk);
  if (!stop) return { walk, effects: [] };
  switch (stop.kind) {
    case 'reading':
      return shown(walk, { at: 'reading' }, reading(walk, stop.markdown));
    case 'run':
      return atRun(walk, stop);
    case 'ask':
      return atQuestion(walk, stop, again);
    case 'exercise':
      return shown(walk, { at: 'exercise' }, [{ say: 'exercise', lesson: walk.lesson, passed: walk.exercisePassed }]);
  }
}

function reading(walk: Walk, markdown: string): readonly Said[] {
  const cited = [...new Set([...markdown.matchAll(/\[\[([^\]\s]+)\]\]/g)].map((found) => found[1] as string))];
  const claims = cited.flatMap((id): readonly ClaimSeen[] => {
    const text = walk.lesson.manifest.claims[id];
    return text === undefined ? [] : [{ id, text, proved: walk.seen[id] ?? null }];
  });
  return [{ say: 'prose', markdown }, ...(claims.length > 0 ? [{ say: 'claims', claims } as const] : [])];
}

function atRun(walk: Walk, stop: Extract<Stop, { kind: 'run' }>): Moved {
  const { experiment } = stop;
  const card = cardOf(walk, experiment);
  const ran = walk.runs[experiment];
  if (!ran) {
    const predict: Said = { say: 'predict', address: addressOf(walk.lesson, stop), experiment, card };
    return shown(walk, { at: 'predicting', typed: '' }, [predict]);
  }
  const { result, prediction, lastSeen } = ran;
  const claim = walk.lesson.manifest.claims[result.claim] ?? '';
  return shown(walk, { at: 'verdict' }, [{ say: 'verdict', experiment, card, result, prediction, claim, lastSeen }]);
}

function atQuestion(walk: Walk, stop: Extract<Stop, { kind: 'ask' }>, again: boolean): Moved {
  const { question } = stop;
  const order = orderOf(question, walk.seed);
  const asked: Said = { say: 'ask', address: addressOf(walk.lesson, stop), question, order, again: stop.again };
  const given = walk.answers[addressOf(walk.lesson, stop)];
  const open = !given || (stop.again && given.returns);
  if (open) return shown(walk, { at: 'asking', typed: '' }, [asked]);
  const { answer, right, sure, beliefs, returns } = given;
  const said: Said = { say: 'answered', question, order, answer, right, sure, beliefs, returns };
  return shown(walk, { at: 'answered' }, again ? [asked, said] : [said]);
}

/** What stands above a stop when the step, or the part of the lesson, is another than before. */
function heading(walk: Walk, there: Stop): readonly Said[] {
  if (there.step !== null) {
    const step = walk.lesson.steps.find((each) => each.number === there.step);
    if (!step || walk.heading === there.step) return [];
    return [{ say: 'step', lesson: walk.lesson, number: step.number, of: walk.lesson.steps.length, title: step.title }];
  }
  if (there.kind !== 'ask' || walk.heading === 0 || walk.kind !== 'lesson') return [];
  return [{ say: 'quiz', questions: walk.stops.filter((each) => each.kind === 'ask' && each.step === null).length }];
}

function finish(walk: Walk, at: number): Moved {
  if (walk.kind === 'review')
    return { walk: { ...walk, at, now: { at: 'finished' } }, effects: [say({ say: 'reviewed', tally: tally(walk) })] };
  if (walk.kind === 'assess') {
    const said: Said = { say: 'assessed', part: walk.lesson.manifest.part, tally: tallyOfAll(walk) };
    return { walk: { ...walk, at, now: { at: 'finished' } }, effects: [say(said)] };
  }
  if (walk.kind === 'quiz')
    return {
      walk: { ...walk, at, now: { at: 'finished' } },
      effects: [say({ say: 'finished', lesson: walk.lesson, tally: tally(walk), counts: false })],
    };
  const said: Said = { say: 'finished', lesson: walk.lesson, tally: tally(walk), counts: walk.counts };
  const facts: Effect[] = walk.counts ? [{ do: 'append', facts: [{ kind: 'lesson.finished', lesson: walk.lesson.folder }] }] : [];
  const card: Said = { say: 'card', lesson: walk.lesson, seen: walk.seen };
  return { walk: { ...walk, at, now: { at: 'finished' } }, effects: [...facts, say(card), say(said)] };
}

function tally(walk: Walk): Tally {
  const runs = Object.values(walk.runs);
  const answers = Object.entries(walk.answers);
  return {
    proved: runs.filter((ran) => ran.result.verdict.kind === 'proved').length,
    experiments: runs.length,
    predicted: runs.filter((ran) => ran.prediction?.outcome === 'right').length,
    predictions: runs.filter((ran) => ran.prediction && ran.prediction.outcome !== 'skipped').length,
    right: answers.filter(([, given]) => given.right).length,
    questions: answers.filter(([, given]) => given.answer.kind !== 'skipped').length,
    wrong: answers.filter(([, given]) => !given.right && given.answer.kind !== 'skipped').map(([id]) => id),
  };
}

/** All questions of an assessment, in however many sessions they were answered; one that was skipped is not right. */
function tallyOfAll(walk: Walk): Tally {
  const here = tally(walk);
  const before = walk.assessment?.given ?? [];
  return {
    ...here,
    right: here.right + before.filter(({ outcome }) => outcome === 'right').length,
    questions: walk.assessment?.of ?? here.questions,
    wrong: [...before.flatMap(({ address, outcome }) => (outcome === 'wrong' ? [address] : [])), ...here.wrong],
  };
}

const shown = (walk: Walk, now: Now, said: readonly Said[]): Moved => ({ walk: { ...walk, now }, effects: said.map(say) });
const say = (said: Said): Effect => ({ do: 'say', said });
