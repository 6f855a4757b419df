// `pnpm test`: the rules of the house, the tests that need nothing, the site in a browser, the tests on real brokers, then every
// proof of the course; `pnpm test --containers` then the same brokers in containers, `pnpm test --containers-alone` these and nothing
// else, `pnpm test --drivers` what every driver promises, on each of them. All of it in a home of its own that is gone afterwards. The last line is `N passed, N failed`, counted from the reports.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { allowed } from './check/allow.ts';
import { allRules, findingsOf } from './house/rules.ts';
import { inColumns, sideBySide } from './house/side-by-side.ts';
import { nothing, oneFailed, onePassed, type Tally, tallyOf, together } from './house/tally.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const home = mkdtempSync(join(tmpdir(), 'proving-test-'));
for (const name of Object.keys(process.env)) if (name.startsWith('PROVING_')) delete process.env[name];
process.env['PROVING_HOME'] = home;
// Should this process be killed with no time to clean up, the cluster does not stay for long.
process.env['PROVING_IDLE'] = '10min';

interface Stage {
  readonly name: string;
  run(): Promise<Tally>;
}

const everything: readonly Stage[] = [
  { name: 'rules of the house', run: rules },
  { name: 'tests that need nothing', run: () => vitest('pure') },
  { name: 'the site in a browser', run: () => vitest('browser') },
  { name: 'tests on real brokers', run: () => vitest('cluster') },
  {
    name: 'proofs',
    run: async () => (await import('./house/proofs.ts')).proveEverything(root, stop.signal, say),
  },
  { name: 'in containers', run: () => containers() },
];
const stages = stagesFor(process.argv);

const drivers = ['jvm', 'docker', 'external'];
const say = (line: string) => console.log(`  ${line}`);

function stagesFor(args: readonly string[]): readonly Stage[] {
  if (args.includes('--containers-alone')) return everything.slice(-1);
  if (args.includes('--containers')) return everything;
  if (!args.includes('--drivers')) return everything.slice(0, -1);
  return [
    { name: 'drivers on brokers', run: () => vitest('cluster', 'conformance') },
    { name: 'the driver of containers', run: () => containers([]) },
  ];
}

async function containers(lessons: readonly string[] = ['01', '07']): Promise<Tally> {
  const { onContainers } = await import('./house/containers.ts');
  return onContainers(root, stop.signal, say, (files) => vitest('containers', files), lessons);
}

// The first signal ends what runs and cleans up; a second one does not wait for that.
const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.on(signal, () => {
    if (stop.signal.aborted) process.exit(130);
    stop.abort();
  });

let total = nothing;
try {
  for (const stage of stages) {
    if (stop.signal.aborted) break;
    console.log(`\n${stage.name}`);
    const began = performance.now();
    const tally = await stage.run().catch((error: unknown): Tally => {
      console.log(`  FAILED  ${error instanceof Error ? error.message : String(error)}`);
      return oneFailed(`${stage.name}: ${String(error)}`);
    });
    console.log(`  ${inWords(tally)} in ${Math.round((performance.now() - began) / 1000)} s`);
    total = together(total, tally);
  }
  const rows = sideBySide(
    [reportOf('cluster'), reportOf('cluster', 'conformance'), reportOf('containers', 'conformance')],
    drivers,
  );
  if (rows.length > 0) console.log(['', 'what every driver promises', ...inColumns(rows, drivers)].join('\n  '));
} finally {
  const { stopCluster } = await import('@proving/cluster');
  await stopCluster({ now: true }).catch((error: unknown) =>
    console.log(`The cluster under ${home} did not stop: ${String(error)}`),
  );
  rmSync(home, { recursive: true, force: true });
}

process.exitCode = stop.signal.aborted ? 130 : total.failures.length > 0 ? 1 : 0;
console.log('');
// Again, where whoever reads only the end of a long run finds them.
for (const failure of total.failures) console.log(`FAILED  ${failure.replaceAll(`${root}`, '')}`);
console.log(`${total.passed} passed, ${total.failures.length} failed`);

async function rules(): Promise<Tally> {
  let tally = nothing;
  for (const rule of await allRules()) {
    const found = await findingsOf(rule, root, allowed);
    for (const { path, line, what, do: advice } of found)
      console.log(`  ${rule.name}: ${path}${line === null ? '' : `:${line}`}  ${what}  → ${advice}`);
    tally = together(tally, found[0] ? oneFailed(`rule ${rule.name}: ${found[0].path} ${found[0].what}`) : onePassed);
  }
  return tally;
}

function reportOf(project: string, files = ''): string {
  return join(home, `${project}${files}.json`);
}

function vitest(project: string, files = ''): Promise<Tally> {
  const report = reportOf(project, files);
  const args = [
    'run',
    ...(files === '' ? [] : [files]),
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ];
  return new Promise((resolve) => {
    const child = spawn(join(root, 'node_modules', '.bin', 'vitest'), args, {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      signal: stop.signal,
    });
    child.on('error', (error) => resolve(oneFailed(`${project}: ${error.message}`)));
    child.on('exit', (code) => {
      const tally = tallyOf(report);
      // Something outside of any test, such as an unhandled rejection, also ends vitest with an error.
      const unsaid = code !== 0 && tally.failures.length === 0;
      resolve(unsaid ? together(tally, oneFailed(`${project}: vitest ended with ${code}, outside of any test`)) : tally);
    });
  });
}

function inWords({ passed, failures, skipped }: Tally): string {
  return [`${passed} passed`, `${failures.length} failed`, ...(skipped > 0 ? [`${skipped} skipped`] : [])].join(', ');
}
