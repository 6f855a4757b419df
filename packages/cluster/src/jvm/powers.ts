import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrokerId } from '@proving/spec';
import type { Powers } from '../driver.ts';
import { brokerDied, noSuchBroker } from '../errors.ts';
import { isAlive, signal, stateOf } from '../processes.ts';
import { pass } from '../turnstile.ts';
import { waitFor } from '../wait.ts';
import { Plain } from '../words.ts';
import type { Files } from './files.ts';
import { memberState, processOf } from './member-state.ts';
import { killMember, startMember } from './members.ts';
import type { BrokerPorts } from './ports.ts';
import { prepare } from './prepare.ts';
import { bootstrapOf, type State } from './state.ts';
import { runTool, toolNamed } from './tools.ts';
import { whyItDied } from './why.ts';
import { answers } from './wire.ts';

/** What this driver can do to its brokers. A broker is a process; each act returns when the process shows it. */
export function powersOf(files: Files, state: State): Powers {
  const ports = (id: BrokerId): BrokerPorts => {
    const member = state.members.find((each) => each.id === id && each.role === 'broker');
    if (!member) throw noSuchBroker(id);
    return member.ports as BrokerPorts;
  };
  const running = (id: BrokerId) => {
    ports(id);
    const process = processOf(files, id);
    if (!process || !isAlive(process))
      throw new Plain('broker-not-running', `Broker ${id} does not run.`, { saw: `it is ${memberState(files, id)}` });
    return process;
  };

  return {
    kill: {
      async kill(id) {
        running(id);
        await killMember(files, id);
      },
      async stop(id) {
        const process = running(id);
        mkdirSync(files.run, { recursive: true });
        writeFileSync(files.stopped(id), '');
        signal(process, 'SIGTERM');
        await waitFor(`broker ${id} to shut down`, () => !isAlive(process), { within: '60s', every: '5ms' });
      },
      async restart(id) {
        const { client } = ports(id);
        using _ = await pass(files.lock, 'exclusive', `restarting broker ${id}`);
        if (memberState(files, id) === 'up' && (await answers(client))) return;
        const member = { id: id as number, role: 'broker' as const };
        const started = await startMember(files, state, await prepare(() => {}), member);
        await waitFor(
          `broker ${id} to answer`,
          async () => {
            const ended = started.ended();
            if (ended !== null) throw brokerDied(`broker ${id}`, files.log(id), whyItDied(files, id, ended).line);
            return answers(client);
          },
          { within: '60s' },
        );
      },
    },
    freeze: {
      async freeze(id) {
        const process = running(id);
        signal(process, 'SIGSTOP');
        await waitFor(`broker ${id} to stand still`, () => stateOf(process) === 'frozen', { within: '10s', every: '1ms' });
      },
      async thaw(id) {
        const process = running(id);
        signal(process, 'SIGCONT');
        await waitFor(`broker ${id} to go on`, () => stateOf(process) === 'running', { within: '10s', every: '1ms' });
      },
    },
    proxy: {
      route(id) {
        const { advertised, proxied } = ports(id);
        return { listen: advertised, forward: proxied };
      },
    },
    files: {
      async path(id, below) {
        ports(id);
        return join(files.folder(id), below);
      },
    },
    cli: { run: async (name, args) => runTool(toolNamed(name), bootstrapOf(state), args) },
  };
}
