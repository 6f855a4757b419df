import type { Runner } from '../walk/runner.ts';

/** The runner, loaded when something is to run: the first page of a lesson should not wait for it. */
export function lazyRunner(): Runner {
  let loaded: Promise<typeof import('@proving/runner')> | null = null;
  const load = () => {
    loaded ??= import('@proving/runner');
    return loaded;
  };
  return {
    runExperiment: async (request, told) => (await load()).runExperiment(request, told),
    judgeExercise: async (request, told) => (await load()).judgeExercise(request, told),
    warmUp: (shape, driver, tell) => void load().then(({ warmUp }) => warmUp(shape, driver, tell)),
    coolDown: async () => (await loaded)?.coolDown(),
  };
}
