import { accessSync, constants, mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Duration, Shape } from '@proving/spec';
import type { Driver, Progress, Readiness } from '../driver.ts';
import { plainly } from '../errors.ts';
import { pass } from '../turnstile.ts';
import { startedBy } from '../what.ts';
import { type Files, filesOf } from './files.ts';
import { healthOf } from './health.ts';
import { ensureKeeper, keeperLives, touch } from './idle.ts';
import { JvmCluster } from './jvm-cluster.ts';
import { memberState } from './member-state.ts';
import { membersOf } from './shape.ts';
import { readState, type State } from './state.ts';
import { isTakenByAnother } from './taken.ts';

type Tell = (progress: Progress) => void;

/** Real Apache Kafka as child JVMs of this machine. */
export const jvmDriver: Driver = { name: 'jvm', probe, start };

/** What runs needs no Java to be found: a command that adopts it has 60 ms. */
async function probe(): Promise<Readiness> {
  const files = filesOf('standard');
  if (membersOf('standard').some(({ id }) => memberState(files, id) === 'up')) return { ready: true };
  return (await import('./readiness.ts')).lookAround();
}

async function start(shape: Shape, tell: Tell): Promise<JvmCluster> {
  membersOf(shape);
  const files = filesOf(shape);
  return plainly(files.home, async () => {
    mkdirSync(files.cluster, { recursive: true });
    accessSync(files.cluster, constants.W_OK);
    touch(files);
    const user = await pass(files.users, 'shared', startedBy());
    try {
      return new JvmCluster(files, await found(files, shape, tell), user, (within) => whole(files, shape, tell, within));
    } catch (failure) {
      user[Symbol.dispose]();
      throw failure;
    }
  });
}

/** The cluster that runs, if it is whole or somebody's experiment has it as it is; else one that is raised now. */
async function found(files: Files, shape: Shape, tell: Tell): Promise<State> {
  const remembered = readState(files);
  if (remembered.kind === 'state' && keeperLives(files)) {
    if (isTakenByAnother(files)) return remembered.state;
    if ((await healthOf(files, remembered.state)).kind === 'whole') return remembered.state;
  }
  return whole(files, shape, tell);
}

/** Nothing is wiped or restarted that another command is starting at this moment: it is waited for, and looked at again. */
async function whole(files: Files, shape: Shape, tell: Tell, within: Duration = '120s'): Promise<State> {
  const { raise } = await import('./raise.ts');
  using _ = await pass(files.lock, 'exclusive', startedBy(), {
    waiting: ([first]) => tell({ doing: `Waiting for ${first?.what} (process ${first?.pid}), which starts the cluster` }),
  });
  const remembered = readState(files);
  const isWhole = remembered.kind === 'state' && (await healthOf(files, remembered.state)).kind === 'whole';
  const state = isWhole ? remembered.state : await raise(files, shape, tell, within);
  await ensureKeeper(files, [stopper, files.home, shape]);
  return state;
}

const stopper = fileURLToPath(new URL('./idle-stop.ts', import.meta.url));
