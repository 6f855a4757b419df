import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dockerDriver } from '../../src/docker/driver.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'proving-docker-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** A command that answers as docker does in one situation. */
function command(script: string): string {
  const file = join(folder, `docker-${Math.random().toString(36).slice(2)}`);
  writeFileSync(file, `#!/bin/sh\n${script}\n`);
  chmodSync(file, 0o755);
  return file;
}

const because = async (docker: string) => {
  const answer = await dockerDriver(docker).probe();
  return answer.ready || answer.because;
};
const composeIs = (version: string) => command(`[ "$1" = version ] && echo 28.0.1 || echo ${version}`);

test('no docker', async () => {
  expect(await because('/nowhere/docker')).toBe('There is no docker command here.');
});

test('no engine behind the command', async () => {
  const docker = command('echo "Cannot connect to the Docker daemon at unix:///var/run/docker.sock." >&2; exit 1');
  expect(await because(docker)).toBe(
    'No docker engine answers: Cannot connect to the Docker daemon at unix:///var/run/docker.sock.',
  );
});

test('no compose', async () => {
  const docker = command(`[ "$1" = version ] && exit 0; echo "docker: 'compose' is not a docker command." >&2; exit 1`);
  expect(await because(docker)).toBe("docker has no compose plugin: docker: 'compose' is not a docker command.");
});

test('a compose that cannot replace the ports of a file', async () => {
  expect(await because(composeIs('2.24.3'))).toBe('docker compose is 2.24.3; 2.24.4 or newer is needed.');
  expect(await because(composeIs('1.29.2'))).toBe('docker compose is 1.29.2; 2.24.4 or newer is needed.');
});

test.each(['2.24.4', 'v2.39.4', '2.25.0-desktop.1', '5.0.1'])('everything there, with compose %s', async (version) => {
  expect(await because(composeIs(version))).toBe(true);
});

test('another shape is refused before anything is started', async () => {
  await expect(dockerDriver('/nowhere/docker').start('quorum', () => {})).rejects.toMatchObject({
    code: 'not-provable-here',
    message: 'Not provable here: the containers of the course have the shape "standard", not "quorum".',
    exit: 2,
  });
});
