import { existsSync } from 'node:fs';
import type { Duration, Service } from '@proving/spec';
import type { Progress } from '../driver.ts';
import type { Files } from '../jvm/files.ts';
import { processOf } from '../jvm/member-state.ts';
import { isTakenByAnother } from '../jvm/taken.ts';
import { isAlive, signal, stateOf } from '../processes.ts';
import { pass } from '../turnstile.ts';
import { waitFor } from '../wait.ts';
import { startedBy } from '../what.ts';
import { Plain } from '../words.ts';

/**
 * Whether this machine's one runs and answers, or somebody's experiment has it as it is; one that a dead experiment left frozen
 * goes on.
 * @param patience how long a living one has to answer
 */
export async function isRunning(
  files: Files,
  service: Service,
  answers: () => Promise<boolean>,
  patience: Duration = '1s',
): Promise<boolean> {
  if (isTakenByAnother(files) && existsSync(files.record(service))) return true;
  const process = processOf(files, service);
  if (process === null || stateOf(process) === 'gone') return false;
  signal(process, 'SIGCONT');
  const ask = async () => ((await answers()) ? 'answers' : !isAlive(process) && 'gone');
  try {
    return (await waitFor(`the ${service} to answer`, ask, { within: patience })) === 'answers';
  } catch (failure) {
    if (failure instanceof Plain && failure.code === 'not-in-time') return false;
    throw failure;
  }
}

/** How long a living one has when it is about to be replaced: on a busy machine one that has only begun answers late. */
export const beforeItIsReplaced: Duration = '10s';

/** The cluster's lock, for as long as a service of it is looked for or started. */
export const whoStarts = (files: Files, tell: (progress: Progress) => void): Promise<Disposable> =>
  pass(files.lock, 'exclusive', startedBy(), {
    waiting: ([first]) => tell({ doing: `Waiting for ${first?.what} (process ${first?.pid}), which starts the cluster` }),
  });
