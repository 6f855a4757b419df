import type { Duration } from '@proving/spec';
import type { Progress } from '../driver.ts';
import type { Launched } from '../jvm/launch.ts';
import { busyAmong, freeBlock } from '../jvm/ports.ts';
import { waitFor } from '../wait.ts';
import { Plain } from '../words.ts';

/** The port that a service had, if nobody else listens there now; else a free one, with a word about it. */
export async function portLike(last: number | undefined, tell: (progress: Progress) => void): Promise<number> {
  if (last !== undefined && (await busyAmong([last])).length === 0) return last;
  if (last !== undefined) tell({ doing: `Port ${last} is taken by another program; choosing a new one` });
  const [port = 0] = await freeBlock(1);
  return port;
}

/**
 * Null when it answers, else how it ended.
 * @throws what `late` makes, when it has done neither by then
 */
export async function untilItAnswers(
  started: Launched,
  answers: () => Promise<boolean>,
  { within, late }: { readonly within: Duration; late(): Plain },
): Promise<string | null> {
  const ask = async () => {
    const ended = started.ended();
    return ended === null ? (await answers()) && { ended } : { ended };
  };
  try {
    return (await waitFor('it to answer', ask, { within })).ended;
  } catch (failure) {
    throw failure instanceof Plain && failure.code === 'not-in-time' ? late() : failure;
  }
}
