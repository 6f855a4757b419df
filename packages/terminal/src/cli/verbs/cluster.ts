import {
  clusterLogs,
  clusterStatus,
  kafkaTools,
  type MemberLog,
  openCluster,
  resetCluster,
  showKafkaTool,
  stopCluster,
} from '@proving/cluster';
import { type DriverName, Plain } from '@proving/spec';
import { confirm } from '../ask.ts';
import type { Call } from '../call.ts';
import { showStatus } from '../cluster/status.ts';
import { goLive } from '../live.ts';
import { nearest } from '../nearest.ts';
import { createOut } from '../out.ts';
import { unlessAborted } from '../signals.ts';

const words = ['start', 'stop', 'status', 'reset', 'logs', 'cli'] as const;
type Word = (typeof words)[number];

/** The cluster by hand. Exit 3 from `status` when nothing runs; from `cli` whatever the tool ended with. */
export function run(call: Call): Promise<number> {
  const [typed = 'status', ...rest] = call.args;
  const word = words.find((each) => each === typed);
  if (word === undefined) throw unknown(typed);
  if (rest.length > 0 && word !== 'logs' && word !== 'cli') throw unknown(call.args.join(' '));
  return does[word](call, rest);
}

const does: Readonly<Record<Word, (call: Call, rest: readonly string[]) => Promise<number>>> = {
  start,
  stop,
  status,
  reset,
  logs,
  cli,
};

async function start(call: Call): Promise<number> {
  const driver = await opened(call);
  return driver === 'external' ? 0 : show(call, driver);
}

/** Starts it, or finds it running, and lets go of it again. */
async function opened(call: Call): Promise<DriverName> {
  const { flags } = call;
  using live = goLive(call);
  const opening = openCluster({ shape: flags.shape ?? undefined, driver: flags.driver ?? undefined, tell: live.tell });
  await using cluster = await unlessAborted(call.signal, opening);
  const { driver, kafka, bootstrap, brokers } = cluster;
  live[Symbol.dispose]();
  if (driver !== 'external') return driver;
  call.out.json('cluster', { driver, kafka, bootstrap, brokers });
  call.out.line(`  Kafka ${kafka} (${driver}), ${brokers.length} brokers at ${bootstrap.join(',')}`);
  return driver;
}

async function stop(call: Call): Promise<number> {
  using live = goLive(call);
  const stopped = await stopCluster({
    ...meant(call),
    tell: live.tell,
    signal: call.signal,
    now: call.flags.yes,
  });
  live[Symbol.dispose]();
  call.out.json('stopped', { stopped });
  call.out.line(
    stopped ? '  The cluster is stopped. Its data stays; the next lesson starts it again.' : '  No cluster was running.',
  );
  return 0;
}

async function status(call: Call): Promise<number> {
  return show(call, call.flags.driver ?? undefined);
}

async function show(call: Call, driver: DriverName | undefined): Promise<number> {
  const found = await clusterStatus({ ...meant(call), driver });
  showStatus(call, found);
  return found.is === 'down' ? 3 : 0;
}

async function reset(call: Call): Promise<number> {
  if (!(await confirm(call, 'All topics, groups and records of the local cluster will be deleted.'))) return unchanged(call);
  const live = goLive(call);
  try {
    await using cluster = await resetCluster({ ...meant(call), tell: live.tell, signal: call.signal });
    live[Symbol.dispose]();
    call.out.line(`  A new cluster runs, empty, on the same ports: ${cluster.bootstrap.join(',')}`);
    return await show(call, cluster.driver);
  } finally {
    live[Symbol.dispose]();
  }
}

async function logs(call: Call, [id]: readonly string[]): Promise<number> {
  const all = await clusterLogs({ ...meant(call), lines: call.flags.lines ?? undefined });
  const chosen = id === undefined ? all : all.filter((log) => String(log.id) === id);
  if (chosen.length === 0) throw noLog(id ?? '', all);
  for (const { id, role, file, lines } of chosen) {
    call.out.json('log', { id, role, file, lines });
    call.out.line(call.paper.theme.strong(`${named({ id, role })}  ${file}`));
    for (const line of lines) call.out.line(line);
    call.out.line();
  }
  return 0;
}

async function cli(call: Call, [tool, ...args]: readonly string[]): Promise<number> {
  if (tool === undefined) {
    throw new Plain('usage', "Name one of Kafka's own tools.", { fix: 'pnpm cluster cli kafka-topics --list', exit: 64 });
  }
  const driver = call.flags.driver ?? undefined;
  const known = (await kafkaTools()).some((name) => name === tool || name === `kafka-${tool}`);
  if (known) await openBefore(call, driver);
  return showKafkaTool(tool, args, driver === undefined ? {} : { driver });
}

/** Standard output belongs to the tool, so what a start takes is said on standard error. */
async function openBefore({ mode, signal }: Call, driver: DriverName | undefined): Promise<void> {
  const shown = mode === 'ink' && process.stderr.isTTY ? 'ink' : 'plain';
  using live = goLive({ mode: shown, out: createOut(process.stderr, shown, true) });
  await using _cluster = await unlessAborted(signal, openCluster({ driver, tell: live.tell }));
}

/** The cluster that the flags mean. */
const meant = ({ flags }: Call) => ({ shape: flags.shape ?? undefined, driver: flags.driver ?? undefined });

function unchanged({ out }: Call): number {
  out.line('  Nothing was changed.');
  return 0;
}

function unknown(typed: string): Plain {
  const near = nearest(typed, words);
  return new Plain('usage', `"pnpm cluster ${typed}" is not a command of this course.`, {
    saw: near === null ? `behind cluster stands one of ${words.join(', ')}` : `nearest: ${near}`,
    fix: near === null ? 'pnpm cluster --help' : `pnpm cluster ${near}`,
    exit: 64,
  });
}

type Logged = Pick<MemberLog, 'id' | 'role'>;

/** `broker 2`, `registry`. */
const named = ({ id, role }: Logged) => (role === 'service' ? id : `${role} ${id}`);

function noLog(id: string, all: readonly Logged[]): Plain {
  return new Plain('no-such-log', id === '' ? 'There are no logs yet.' : `There is no log of "${id}".`, {
    saw: all.length === 0 ? 'no cluster was started yet' : `there are ${all.map(named).join(', ')}`,
    fix: all.length === 0 ? 'pnpm cluster start' : `pnpm cluster logs ${all[0]?.id}`,
    exit: 64,
  });
}
