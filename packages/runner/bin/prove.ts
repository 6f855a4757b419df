// For authors: proves one lesson's experiments and prints what was expected beside what was measured.
// node packages/runner/bin/prove.ts 07-acks-and-durability [01-leader-dies-after-ok] [--times 5] [--events]
import { parseArgs } from 'node:util';
import { findLessons, loadLesson } from '@proving/catalog';
import { exitCodeOfAll, type Verdict } from '@proving/spec';
import { coolDown, differenceInWords, repositoryRoot, runExperiment } from '../src/index.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { times: { type: 'string', default: '1' }, events: { type: 'boolean', default: false } },
});
const [name = '', only] = positionals;
const folder = (await findLessons(repositoryRoot())).find((each) => each.folder === name || each.number === name);
if (!folder) throw new Error(`no lesson ${name}`);
const lesson = await loadLesson(folder);
const verdicts: Verdict[] = [];
for (let time = 1; time <= Number(values.times); time++) {
  for (const experiment of Object.keys(lesson.manifest.experiments).filter((each) => !only || each === only)) {
    const result = await runExperiment({ lesson, experiment }, (told) => {
      if (told.type === 'progress') process.stdout.write(`  ${told.doing} ${told.done ?? ''}/${told.of ?? ''}\n`);
      if (told.type === 'waiting') process.stdout.write(`  waiting for ${told.for}\n`);
      if (told.type === 'event' && values.events) process.stdout.write(`  ${told.arm} ${JSON.stringify(told.event)}\n`);
    });
    verdicts.push(result.verdict);
    process.stdout.write(
      `${result.verdict.kind.padEnd(10)} ${experiment}  ${JSON.stringify(result.armMs)} of ${result.ms} ms${'because' in result.verdict ? `\n  ${result.verdict.because}` : ''}\n`,
    );
    for (const [arm, verdict] of Object.entries(result.arms)) {
      process.stdout.write(
        `  ${arm}: ${verdict.kind} ${'observed' in verdict ? JSON.stringify(verdict.observed) : ''}${verdict.kind === 'differs' ? `\n    ${verdict.differences.map(differenceInWords).join('\n    ')}` : ''}${verdict.kind === 'broken' ? `\n    ${verdict.detail}` : ''}\n`,
      );
    }
  }
}
await coolDown();
process.exitCode = exitCodeOfAll(verdicts);
