import type { Files } from './files.ts';
import { memberState } from './member-state.ts';
import type { BrokerPorts } from './ports.ts';
import type { State } from './state.ts';
import { hasProducerIds, sightOf } from './wire.ts';

/** `whole`: all processes run, and every broker sees every broker registered and unfenced and can name a producer. */
export type Health = { readonly kind: 'whole' } | { readonly kind: 'lacking'; readonly up: number; readonly saw: string };

export async function healthOf(files: Files, state: State, within = 1_000): Promise<Health> {
  const brokers = state.members.filter(({ role }) => role === 'broker');
  const ills = state.members.flatMap(({ id, role }) => {
    const is = memberState(files, id);
    return is === 'up' ? [] : [`${role} ${id} is ${is}`];
  });
  const looks = await Promise.all(
    brokers.map(async ({ id, ports }) => {
      if (memberState(files, id) !== 'up') return null;
      const { client } = ports as BrokerPorts;
      const [sight, names] = await Promise.all([sightOf(client, within), hasProducerIds(client, within)]);
      return sight && { ...sight, names };
    }),
  );
  const troubles = brokers.flatMap(({ id }, i) => {
    const sight = looks[i];
    if (!sight) return [`broker ${id} does not answer`];
    if (sight.clusterId !== state.clusterId) return [`another cluster answers at the port of broker ${id}`];
    const unseen = brokers.filter((other) => !sight.brokers.includes(other.id)).map((other) => other.id);
    if (unseen.length > 0) return [`broker ${id} sees broker ${unseen.join(', ')} fenced or not registered`];
    return sight.names ? [] : [`broker ${id} has no producer ids yet`];
  });
  const saw = [...ills, ...troubles];
  if (saw.length === 0) return { kind: 'whole' };
  return { kind: 'lacking', up: brokers.length - troubles.length, saw: saw.join('; ') };
}
