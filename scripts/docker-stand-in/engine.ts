import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { waitFor } from '../../packages/cluster/src/wait.ts';
import { kept, type Scratch, scratch } from './folders.ts';
import { run } from './run.ts';
import { unweighed, weighed } from './weight.ts';

/** Debian's engine and what it needs; unpacked, not installed: nothing of the machine is changed, and no service starts by itself. */
const packages = [
  'docker.io',
  'containerd',
  'runc',
  'iptables',
  'libip6tc2',
  'libnetfilter-conntrack3',
  'libnfnetlink0',
  'libnftnl11',
];

/** @throws {Error} where Debian's packages cannot be had */
export async function fetchEngine(): Promise<void> {
  const to = kept();
  if (existsSync(to.whole)) return;
  for (const folder of [to.debs, to.engine]) {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
  }
  await run('apt-get', ['download', '-q', ...packages], { cwd: to.debs }).catch((cause: Error) => {
    throw new Error(`Debian’s packages could not be fetched; where its lists are old or empty, apt-get update: ${cause.message}`, {
      cause,
    });
  });
  for (const deb of readdirSync(to.debs)) await run('dpkg', ['-x', join(to.debs, deb), to.engine]);
  rmSync(to.debs, { recursive: true });
  // Debian's alternatives make these names when a package is installed. The engine asks for them inside each container, where they
  // lead questions for a name such as "controller" to its own name server.
  for (const name of ['iptables', 'ip6tables']) symlinkSync(`${name}-nft`, join(to.engine, 'usr', 'sbin', name));
  writeFileSync(to.whole, '');
}

/** What a docker command must have in its environment to talk to this engine. */
export function environment(at = scratch()): {
  readonly DOCKER_HOST: string;
  readonly DOCKER_CONFIG: string;
  readonly PATH: string;
} {
  const path = [process.env['PATH'], ...programs()].join(':');
  return { DOCKER_HOST: `unix://${at.socket}`, DOCKER_CONFIG: kept().config, PATH: path };
}

/**
 * Starts the engine and returns when it answers. It listens on a unix socket of its own and nowhere else, and leaves the network
 * of the machine as it is: no firewall rules, no bridge of its own, no forwarding. Ports are published by its own small proxy.
 * @throws {Error} with the engine's last words where it cannot run
 */
export async function startEngine(at = scratch()): Promise<void> {
  if (await engineAnswers(at)) return;
  if (at.socket.length > 100) throw new Error(`${at.socket} is too long for a socket; set PROVING_HOME to a shorter path`);
  mkdirSync(at.folder, { recursive: true });
  rmSync(at.pid, { force: true });
  const group = weighed(at);
  const log = openSync(at.log, 'w');
  const child = spawn(
    'dockerd',
    [
      ...['--data-root', at.data, '--exec-root', at.run, '--pidfile', at.pid, '--host', `unix://${at.socket}`],
      ...['--iptables=false', '--ip6tables=false', '--ip-forward=false', '--bridge=none', '--log-level=warn'],
      ...(group === null ? [] : ['--cgroup-parent', group]),
    ],
    {
      detached: true,
      stdio: ['ignore', log, log],
      env: {
        ...process.env,
        PATH: [...programs(), process.env['PATH']].join(':'),
        LD_LIBRARY_PATH: libraries(),
        XTABLES_LIBDIR: join(libraries(), 'xtables'),
      },
    },
  );
  closeSync(log);
  child.unref();
  await answered(child, at);
}

async function answered(child: ChildProcess, at: Scratch): Promise<void> {
  let ended: string | null = null;
  child.once('error', (failure) => (ended = failure.message));
  child.once('exit', (code, signal) => (ended = `it ended with ${code ?? signal}`));
  const isUp = async () => {
    if (await engineAnswers(at)) return true;
    const said = existsSync(at.log) ? readFileSync(at.log, 'utf8').trim().split('\n').at(-1) : '';
    if (ended !== null) throw new Error(`the engine did not start: ${ended}; ${said}`);
    return false;
  };
  await waitFor('the engine to answer', isUp, { within: '60s', every: '100ms' });
}

/** Whether this engine, and no other, answers. */
export async function engineAnswers(at = scratch()): Promise<boolean> {
  if (!existsSync(at.socket)) return false;
  return dockerAt(at, 'version', '--format', '{{.Server.Version}}').then(
    () => true,
    () => false,
  );
}

/** Ends the engine and everything that it runs, and removes what it kept. False: there was nothing of it. */
export async function stopEngine(at = scratch()): Promise<boolean> {
  const was = existsSync(at.data);
  // One that was killed has left its containers running, and only an engine on the same data knows them.
  if (was) await startEngine(at);
  if (was) {
    // An engine that ends leaves the bridges of its networks behind, so they go first.
    const containers = (await dockerAt(at, 'ps', '--all', '--quiet')).split('\n').filter(Boolean);
    if (containers.length > 0) await dockerAt(at, 'rm', '--force', '--volumes', ...containers);
    await dockerAt(at, 'network', 'prune', '--force');
  }
  const pid = existsSync(at.pid) ? Number(readFileSync(at.pid, 'utf8')) : 0;
  if (pid > 0 && isOurs(pid, at)) {
    process.kill(pid, 'SIGTERM');
    await waitFor('the engine to end', () => !isOurs(pid, at), { within: '60s', every: '50ms' });
  }
  unweighed(at);
  rmSync(at.folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  return was;
}

/** A pid is used again; only a process that was started on our data is ours. */
function isOurs(pid: number, at: Scratch): boolean {
  try {
    return (
      readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(at.data) &&
      !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
    );
  } catch {
    return false;
  }
}

const dockerAt = (at: Scratch, ...args: readonly string[]): Promise<string> =>
  run('docker', args, { env: { ...process.env, ...environment(at) } });

export const docker = (...args: readonly string[]): Promise<string> => dockerAt(scratch(), ...args);

const programs = () => ['usr/sbin', 'usr/bin'].map((folder) => join(kept().engine, folder));
const libraries = () => join(kept().engine, 'usr', 'lib', process.arch === 'arm64' ? 'aarch64-linux-gnu' : 'x86_64-linux-gnu');
