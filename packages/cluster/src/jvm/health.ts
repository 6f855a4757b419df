import type { Files } from './files.ts';
import { memberState } from './member-state.ts';
import type { BrokerPorts } from './ports.ts';
import type { State } from './state.ts';
import { sightOf } from './wire.ts';

/** `whole`: all processes run, and every broker sees every broker registered and unfenced. */
export type Health = { readonly kind: 'whole' } | { readonly kind: 'lacking'; readonly up: number; readonly saw: string };

export async function healthOf(files: Files, state: State, within = 1_000): Promise<Health> {
  const brokers = state.members.filter(({ role }) => role === 'broker');
  const ills = state.members.flatMap(({ id, role }) => {
    const is = memberState(files, id);
    return is === 'up' ? [] : [`${role} ${id} is ${is}`];
  });
  const sights = await Promise.all(
    brokers.map(({ id, ports }) => (memberState(files, id) === 'up' ? sightOf((ports as BrokerPorts).client, within) : null)),
  );
  const troubles = brokers.flatMap(({ id }, i) => {
    const sight = sights[i];
    if (!sight) return [`broker ${id} does not answer`];
    if (sight.clusterId !== state.clusterId) return [`another cluster answers at the port of broker ${id}`];
    const unseen = brokers.filter((other) => !sight.brokers.includes(other.id)).map((other) => other.id);
    return unseen.length > 0 ? [`broker ${id} sees broker ${unseen.join(', ')} fenced or not registered`] : [];
  });
  const saw = [...ills, ...troubles];
  if (saw.length === 0) return { kind: 'whole' };
  return { kind: 'lacking', up: brokers.length - troubles.length, saw: saw.join('; ') };
}
