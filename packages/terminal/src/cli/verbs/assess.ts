import { resolve } from 'node:path';
import { exitCodes, Plain } from '@proving/spec';
import { alone } from '../../assess/alone.ts';
import { forget, type Kept, keep, keptOf, putAside } from '../../assess/kept.ts';
import { fromHere, ownRepair } from '../../assess/own.ts';
import { checkedPage, cluePage, debriefPage, named, storyPage, ways } from '../../assess/pages.ts';
import { hasAssessment } from '../../assess/parts.ts';
import { atIncident, looked, planted, removed } from '../../assess/scene.ts';
import { fileLink } from '../../link.ts';
import { openAssess } from '../../open/assess.ts';
import { count } from '../../page/headings.ts';
import { wrapped } from '../../text.ts';
import { confirm } from '../ask.ts';
import type { Call } from '../call.ts';
import { allLessons, progressOf } from '../course.ts';
import { lazyRunner } from '../runner.ts';

const words = { check, clue, quit, repair } as const;

/** The end of a part: its questions, then its incident, which stays on the cluster until it is repaired or given up. */
export async function run(call: Call): Promise<number> {
  const [typed, word, ...more] = call.args;
  const part = partOf(call, typed);
  if (more.length > 0 || (word !== undefined && !Object.hasOwn(words, word)))
    throw usage(`Behind the part stands check, repair, clue, quit, or nothing.`, `pnpm assess ${part} --help`, call.args.join(' '));
  return alone(call.home, part, () => atWork(call, part, word as keyof typeof words | undefined));
}

async function atWork(call: Call, part: number, word: keyof typeof words | undefined): Promise<number> {
  const aside = putAside(call.home, part);
  if (aside !== null)
    tell(
      call,
      `What was kept of an assessment of part ${part} could not be read, so it begins anew; the file is now ${aside}. Your answers are in the progress log. Topics of its incident that are still on the cluster go with ${call.paper.pnpm} reset --all.`,
    );
  const found = keptOf(call.home, part);
  const kept = await finishedLeaving(call, part, found);
  if (word === 'quit' && found !== kept) return exitCodes.proved;
  if (word === undefined) return begin(call, part, kept);
  if (kept === null) throw usage(`No assessment of part ${part} is under way.`, `pnpm assess ${part}`);
  return words[word](call, part, kept);
}

async function begin(call: Call, part: number, before: Kept | null): Promise<number> {
  const { flags, home, mode, paper, signal } = call;
  if (before && flags.seed !== null && flags.seed !== before.seed)
    throw usage(`Part ${part} is under way with another seed.`, `pnpm assess ${part} quit`, `seed ${before.seed}`);
  let kept = before ?? (await fresh(call));
  if (kept.stage === 'questions') {
    const lessons = (await allLessons(call)).lessons.filter(({ manifest }) => manifest.part === part);
    const progress = progressOf(call);
    const runner = lazyRunner(home);
    const { seed, began: since } = kept;
    const begins = () => void keep(home, part, kept);
    const asked = {
      lessons,
      part,
      seed,
      since,
      begins,
      mode,
      paper,
      progress,
      runner,
      home,
      signal,
      driver: null,
      answers: flags.answers,
    };
    const { done, code } = await openAssess(asked);
    if (!done || signal.aborted || code === exitCodes.interrupted) return code === exitCodes.proved ? exitCodes.notYet : code;
  }
  const { incident, anew, ...now } = await planted(call, part, kept);
  kept = now.kept;
  const { names } = incident;
  if (anew) tell(call, 'The incident was gone from the cluster, so it has been brought about once more.');
  const own = ownRepair(call.root, part);
  const shown = fileLink(fromHere(own, process.cwd()), paper, own);
  show(call, storyPage(part, incident.incident, { names, own: shown }, paper));
  const { title, story, conditions } = incident.incident;
  const asked = conditions.map(({ id, title }) => ({ id, title }));
  call.out.json('incident', {
    part,
    seed: kept.seed,
    title,
    story: named(story.trim(), names, paper.pnpm),
    names,
    conditions: asked,
  });
  return exitCodes.notYet;
}

async function check(call: Call, part: number, kept: Kept): Promise<number> {
  const { out, home, paper } = call;
  const seen = await looked(call, part, atScene(part, kept));
  if (seen === null) throw gone(part, 'nothing was judged');
  const { result, incident } = seen;
  const { clues, seed } = kept;
  const unmet = result.conditions.filter(({ met }) => !met).map(({ id }) => id);
  const outcome = result.repaired ? 'passed' : 'not-yet';
  await progressOf(call).append({ kind: 'assessment', part, outcome, unmet, clues, seed });
  out.json('checked', { part, ...result });
  show(call, checkedPage(part, result, paper));
  if (!result.repaired) return exitCodes.notYet;
  show(call, debriefPage(part, incident.incident, incident.names, clues, paper));
  out.json('debrief', { part, clues, text: named(incident.incident.debrief.trim(), incident.names, paper.pnpm) });
  await takeOff(call, part, kept);
  forget(home, part);
  return exitCodes.proved;
}

/** Runs the learner's own file, and judges nothing: what a repair comes to is seen by `check`. */
async function repair(call: Call, part: number, kept: Kept): Promise<number> {
  const { flags, out, paper, root, signal } = call;
  const at = atScene(part, kept);
  const file = flags.file === null ? ownRepair(root, part) : resolve(flags.file);
  const { repairBy } = await import('@proving/runner');
  await atIncident(call, part, at, async (incident, doing) => {
    if ((await incident.topics()) === 0) throw gone(part, 'your file was not run');
    doing(`${fromHere(file, process.cwd())} is at work`);
    await repairBy(file, incident.site, signal);
  });
  out.json('repair', { part, file });
  show(call, ['', `${fileLink(fromHere(file, process.cwd()), paper, file)} has run.`, ...ways(part, paper, ['check'])]);
  return exitCodes.proved;
}

async function clue(call: Call, part: number, kept: Kept): Promise<number> {
  const { home, out, paper } = call;
  const { incident, names } = (await planted(call, part, atScene(part, kept))).incident;
  const rung = Math.min(kept.clues + 1, incident.clues.length);
  if (rung === incident.clues.length && kept.clues < rung && !(await confirm(call, 'The last clue is the solution.')))
    return exitCodes.notYet;
  keep(home, part, { ...(keptOf(home, part) ?? kept), clues: rung });
  const text = incident.clues[rung - 1] as string;
  out.json('clue', { part, rung, of: incident.clues.length, text: named(text, names, paper.pnpm) });
  show(call, cluePage(text, rung, incident.clues.length, names, paper));
  return exitCodes.proved;
}

async function quit(call: Call, part: number, kept: Kept): Promise<number> {
  const { seed, clues } = kept;
  await progressOf(call).append({ kind: 'assessment', part, outcome: 'left', unmet: [], clues, seed });
  if (kept.stage !== 'questions') await takeOff(call, part, kept);
  forget(call.home, part);
  tell(
    call,
    `The assessment of part ${part} is over; your answers are kept. ${call.paper.pnpm} assess ${part} begins another one.`,
  );
  return exitCodes.proved;
}

async function takeOff(call: Call, part: number, kept: Kept): Promise<void> {
  const left = await removed(call, part, kept);
  call.out.json('removed', { part, groupsLeft: left });
  tell(call, 'The topics and groups of the incident are off the cluster.');
  if (left.length > 0)
    tell(call, `${count(left.length, 'group')} still had members and stayed, until they leave: ${left.join(', ')}.`);
}

/** Who was killed while it was taken away left the rest of it to the next command. */
async function finishedLeaving(call: Call, part: number, kept: Kept | null): Promise<Kept | null> {
  if (kept?.stage !== 'leaving') return kept;
  await takeOff(call, part, kept);
  forget(call.home, part);
  return null;
}

async function fresh({ flags }: Call): Promise<Kept> {
  const { freshEnding } = await import('@proving/runner');
  const seed = flags.seed ?? Math.floor(Math.random() * 2 ** 31);
  return { seed, began: new Date().toISOString(), ending: freshEnding(), stage: 'questions', clues: 0 };
}

const gone = (part: number, so: string) =>
  new Plain('incident-gone', `The incident is not on the cluster any more, so ${so}.`, {
    fix: `pnpm assess ${part}`,
    exit: exitCodes.unjudged,
  });

function atScene(part: number, kept: Kept): Kept {
  if (kept.stage !== 'questions') return kept;
  throw usage('The questions come first; the incident is not there yet.', `pnpm assess ${part}`);
}

function partOf({ root }: Call, typed: string | undefined): number {
  const there = [1, 2, 3, 4, 5, 6, 7, 8].filter((part) => hasAssessment(root, part));
  const part = there.find((each) => String(each) === typed);
  if (part !== undefined) return part;
  const what = typed === undefined ? 'Name a part.' : `There is no assessment of part ${typed} yet.`;
  throw usage(what, `pnpm assess ${there[0] ?? 1}`, `parts with an assessment: ${there.join(', ')}`);
}

function tell({ out, paper }: Call, text: string): void {
  out.line();
  for (const line of wrapped(text, paper.width - 4)) out.line(`  ${line}`);
}

function show({ out }: Call, lines: readonly string[]): void {
  for (const line of lines) out.line(line === '' ? '' : `  ${line}`);
}

const usage = (what: string, fix: string, saw?: string) =>
  new Plain('usage', what, { fix, ...(saw !== undefined && { saw }), exit: exitCodes.usage });
