import { settingsFor } from '../../kafka/settings.ts';
import type { BrokerPorts, ControllerPorts, Ports } from './ports.ts';
import type { Member } from './shape.ts';

/** The `server.properties` of one process: who it is and where, then the lab's settings, the same for all. */
export function nodeConfig(member: Member, ports: ReadonlyMap<number, Ports>, folder: string): string {
  const voters = [...ports].flatMap(([id, each]) => ('controller' in each ? [`${id}@127.0.0.1:${each.controller}`] : []));
  const own = ports.get(member.id) as Ports;
  return properties({
    'node.id': String(member.id),
    'process.roles': member.role,
    'log.dirs': folder,
    'controller.quorum.voters': voters.join(','),
    'controller.listener.names': 'CONTROLLER',
    ...('controller' in own ? controllerLines(own) : brokerLines(member.id, own)),
    ...settingsFor(member.role),
  });
}

/** A properties file; a backslash in a path would otherwise escape what follows it. */
export function properties(lines: Readonly<Record<string, string>>): string {
  return Object.entries(lines)
    .map(([name, value]) => `${name}=${value.replaceAll('\\', '\\\\')}\n`)
    .join('');
}

function controllerLines({ controller }: ControllerPorts): Record<string, string> {
  return {
    listeners: `CONTROLLER://127.0.0.1:${controller}`,
    'listener.security.protocol.map': 'CONTROLLER:PLAINTEXT',
  };
}

function brokerLines(id: number, { internal, client, proxied, advertised }: BrokerPorts): Record<string, string> {
  return {
    'broker.rack': `rack-${id}`,
    listeners: `INTERNAL://127.0.0.1:${internal},CLIENT://127.0.0.1:${client},PROXIED://127.0.0.1:${proxied}`,
    'advertised.listeners': `INTERNAL://127.0.0.1:${internal},CLIENT://127.0.0.1:${client},PROXIED://127.0.0.1:${advertised}`,
    'inter.broker.listener.name': 'INTERNAL',
    'listener.security.protocol.map': 'CONTROLLER:PLAINTEXT,INTERNAL:PLAINTEXT,CLIENT:PLAINTEXT,PROXIED:PLAINTEXT',
  };
}
