import type { Job } from '../job.ts';
import { failed } from './failed.ts';
import { Outbox } from './outbox.ts';
import { Workbench } from './workbench.ts';

// The process in which lessons' code runs: one experiment or one exercise at a time. A blocked loop, a crash or a leak in
// there is its own end and nobody else's. It is started while the learner still reads, so that it is warm when it is needed.
const outbox = new Outbox();
const bench = new Workbench(outbox);
let work: Promise<void> = Promise.resolve();

const end = (code: number) => void bench.close().finally(() => process.exit(code));

process.on('message', (job: Job) => {
  if (job.do === 'stop') return end(0);
  work = work
    .then(() => bench.take(job))
    .catch((error: unknown) => outbox.put(failed(error)))
    .then(async () => {
      // What lessons print is on its way to the parent before the job counts as done.
      await new Promise<void>((written) => process.stdout.write('', () => written()));
      outbox.put({ say: 'done' });
      await outbox.flush();
    });
});
process.on('disconnect', () => end(3));
process.on('SIGTERM', () => end(143));
// The terminal sends Ctrl-C to everyone; the parent decides what it means and tells us.
process.on('SIGINT', () => undefined);
