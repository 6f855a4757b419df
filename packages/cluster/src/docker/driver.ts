import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { Plain } from '@proving/spec';
import type { Driver } from '../driver.ts';

const run = promisify(execFile);

/**
 * Containers from the root's `docker-compose.yml`. That file is complete and can be started by hand; the driver that would
 * start it, and kill and freeze its brokers for an experiment, is not written yet, and says so.
 */
export function dockerDriver(docker = 'docker'): Driver {
  return {
    name: 'docker',
    async probe() {
      const lacking = await lacks(docker);
      return {
        ready: false,
        because: lacking ? `${lacking} ${notYet}` : `Docker is here, and so is docker compose. ${notYet}`,
        fix,
      };
    },
    async start() {
      const lacking = await lacks(docker);
      throw new Plain('docker-later', `No cluster was started in containers. ${notYet}`, { fix, ...(lacking && { saw: lacking }) });
    },
  };
}

const notYet = 'The course cannot drive brokers in containers yet.';
const fix =
  'Install a JDK 17 or newer and Maven: the course then runs the same brokers without containers. Or set PROVING_BOOTSTRAP to brokers that run already.';

/** What is missing for containers, in the words of the docker command; null when nothing is. */
async function lacks(docker: string): Promise<string | null> {
  const client = await answer(docker, ['version', '--format', '{{.Server.Version}}']);
  if (client !== null)
    return client === 'ENOENT' ? 'There is no docker command here.' : `No docker engine answers: ${sentence(client)}`;
  const compose = await answer(docker, ['compose', 'version', '--short']);
  return compose === null ? null : `docker has no compose plugin: ${sentence(compose)}`;
}

const sentence = (said: string): string => (/[.?!]$/.test(said) ? said : `${said}.`);

/** Null when the command succeeds, else `ENOENT` or the first line it complained with. */
async function answer(command: string, args: readonly string[]): Promise<string | null> {
  try {
    await run(command, args, { timeout: 3_000 });
    return null;
  } catch (error) {
    const { code, stderr, message } = error as { code?: string | number; stderr?: string; message: string };
    if (code === 'ENOENT') return code;
    return ((stderr ?? '').trim() || message).split('\n')[0]?.replace(/\.$/, '') ?? '';
  }
}
