import { accessSync, constants, mkdirSync } from 'node:fs';
import type { Duration, Shape } from '@proving/spec';
import type { Driver, Progress, Readiness } from '../driver.ts';
import { javaMissing, javaTooOld, mavenMissing, unwritable } from '../errors.ts';
import { self } from '../processes.ts';
import { holders, pass } from '../turnstile.ts';
import { type Files, filesOf, kafkaFiles } from './files.ts';
import { healthOf } from './health.ts';
import { ensureKeeper, touch } from './idle.ts';
import { bestJdk, findJdks } from './jdk.ts';
import { JvmCluster } from './jvm-cluster.ts';
import { findMaven, haveJars } from './maven.ts';
import { raise } from './raise.ts';
import { membersOf } from './shape.ts';
import { readState, type State } from './state.ts';
import { startedBy } from './what.ts';

/** Real Apache Kafka as child JVMs of this machine. */
export const jvmDriver: Driver = { name: 'jvm', probe, start };

async function probe(): Promise<Readiness> {
  if (process.platform === 'win32')
    return { ready: false, because: 'not ready: it needs Linux or macOS.', fix: 'run the course inside WSL 2, or use Docker' };
  const found = findJdks();
  const [newest] = found;
  if (!newest) return { ready: false, ...javaMissing() };
  if (!bestJdk(found)) return { ready: false, ...javaTooOld(newest.version, newest.home) };
  if (!haveJars(kafkaFiles()) && !findMaven()) return { ready: false, ...mavenMissing() };
  return { ready: true };
}

async function start(shape: Shape, tell: (progress: Progress) => void): Promise<JvmCluster> {
  membersOf(shape);
  const files = filesOf(shape);
  makeHome(files);
  touch(files);
  const user = await pass(files.users, 'shared', startedBy());
  try {
    const state = (await running(files)) ?? (await raised(files, shape, tell));
    return new JvmCluster(files, state, user, async (within) => {
      await waitUntilWhole(files, shape, within, tell);
    });
  } catch (failure) {
    user[Symbol.dispose]();
    throw failure;
  }
}

/** The cluster that runs already, if it is whole, or as somebody's experiment wants it just now. */
async function running(files: Files): Promise<State | null> {
  const remembered = readState(files);
  if (remembered.kind !== 'state') return null;
  if (isTakenByAnother(files)) return remembered.state;
  const health = await healthOf(files, remembered.state);
  return health.kind === 'whole' ? remembered.state : null;
}

async function raised(files: Files, shape: Shape, tell: (progress: Progress) => void): Promise<State> {
  using _ = await pass(files.lock, 'exclusive', startedBy(), {
    waiting: ([first]) => tell({ doing: `Waiting for ${first?.what} (process ${first?.pid}), which starts the cluster` }),
  });
  const state = (await running(files)) ?? (await raise(files, shape, tell));
  await ensureKeeper(files, shape);
  return state;
}

async function waitUntilWhole(files: Files, shape: Shape, _within: Duration, tell: (progress: Progress) => void): Promise<void> {
  const remembered = readState(files);
  if (remembered.kind === 'state' && (await healthOf(files, remembered.state)).kind === 'whole') return;
  using _ = await pass(files.lock, 'exclusive', startedBy());
  await raise(files, shape, tell);
}

/** An arm that broke a broker on purpose holds the cluster alone; nobody else heals behind its back. */
function isTakenByAnother(files: Files): boolean {
  const holder = holders(files.leases)[0];
  return holder?.mode === 'exclusive' && holder.pid !== self.pid && holder.pid !== process.ppid;
}

function makeHome(files: Files): void {
  try {
    mkdirSync(files.cluster, { recursive: true });
    accessSync(files.cluster, constants.W_OK);
  } catch (cause) {
    throw unwritable(files.home, cause);
  }
}
