import { hasProducerIds, sightOf } from '../jvm/wire.ts';
import { type Container, containersOf } from './containers.ts';
import type { DockerFiles } from './files.ts';
import { serviceOf } from './files.ts';
import { clusterId, type DockerState } from './state.ts';

export type Health =
  | { readonly kind: 'whole' }
  | {
      readonly kind: 'lacking';
      readonly up: number;
      readonly saw: string;
      readonly ended: readonly number[];
      readonly found: ReadonlyMap<number, Container>;
    };

/** Whole: all containers run, and every broker sees every broker registered and unfenced and can name a producer. */
export async function healthOf(files: DockerFiles, state: DockerState): Promise<Health> {
  const { brokers } = state;
  const found = await containersOf(files);
  const all = [100, ...brokers.map(({ id }) => id)];
  const ills = all.flatMap((id) => {
    const is = found.get(id)?.is;
    return is === 'up' ? [] : [`${serviceOf(id)} ${is === undefined ? 'has no container' : `is ${is}`}`];
  });
  const troubles = await troublesOf(state, (id) => found.get(id)?.is === 'up');
  const saw = [...ills, ...troubles.filter((each) => each !== null)];
  if (saw.length === 0) return { kind: 'whole' };
  const ended = all.filter((id) => (found.get(id)?.exit ?? null) !== null);
  return { kind: 'lacking', up: troubles.filter((each) => each === null).length, saw: saw.join('; '), ended, found };
}

/** Of each broker what it lacks, by its own words on its own port; null: nothing. The engine is not asked. */
export function troublesOf(
  { brokers }: DockerState,
  runs: (id: number) => boolean = () => true,
  within = 1_000,
): Promise<readonly (string | null)[]> {
  return Promise.all(
    brokers.map(async ({ id, ports: { client } }) => {
      if (!runs(id)) return `broker ${id} does not run`;
      const [sight, names] = await Promise.all([sightOf(client, within), hasProducerIds(client, within)]);
      if (!sight) return `broker ${id} does not answer`;
      if (sight.clusterId !== clusterId()) return `another cluster answers at the port of broker ${id}`;
      const unseen = brokers.filter((other) => !sight.brokers.includes(other.id)).map((other) => other.id);
      if (unseen.length > 0) return `broker ${id} sees broker ${unseen.join(', ')} fenced or not registered`;
      return names ? null : `broker ${id} has no producer ids yet`;
    }),
  );
}
