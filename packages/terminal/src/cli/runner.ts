import type { Runner } from '../walk/runner.ts';
import { ownProofs } from './prove/place.ts';

/** The runner, loaded when something is to run: the first page of a lesson should not wait for it. Each run leaves its trace. */
export function lazyRunner(home: string): Runner {
  let loaded: Promise<typeof import('@proving/runner')> | null = null;
  const load = () => {
    loaded ??= import('@proving/runner');
    return loaded;
  };
  return {
    async runExperiment(request, told) {
      const { runExperiment, recordProof } = await load();
      const result = await runExperiment(request, told);
      // A trace that cannot be kept takes nothing from what the learner has seen.
      await recordProof(request.lesson.folder, result, ownProofs(home, request.lesson.folder)).catch(() => undefined);
      return result;
    },
    judgeExercise: async (request, told) => (await load()).judgeExercise(request, told),
    warmUp: (cluster, driver, tell) =>
      void afterFirstWords()
        .then(load)
        .then(({ warmUp }) => warmUp(cluster, driver, tell)),
    coolDown: async () => (await loaded)?.coolDown(),
  };
}

/**
 * A worker's start takes the processor for a moment, so in a terminal it begins behind the words that a learner is waiting for.
 * Where nobody reads along, the first record is what is waited for.
 */
function afterFirstWords(): Promise<void> {
  const { stdout } = process;
  if (!stdout.isTTY) return Promise.resolve();
  const write = stdout.write;
  return new Promise((said) => {
    stdout.write = ((...args: Parameters<typeof write>) => {
      stdout.write = write;
      setImmediate(said);
      return write.apply(stdout, args);
    }) as typeof write;
  });
}
