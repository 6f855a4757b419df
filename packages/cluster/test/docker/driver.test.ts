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

const notYet = 'The course cannot drive brokers in containers yet.';
const because = async (docker: string) => {
  const answer = await dockerDriver(docker).probe();
  return answer.ready || answer.because;
};

test('no docker', async () => {
  expect(await because('/nowhere/docker')).toBe(`There is no docker command here. ${notYet}`);
});

test('no engine behind the command', async () => {
  const docker = command('echo "Cannot connect to the Docker daemon at unix:///var/run/docker.sock." >&2; exit 1');
  expect(await because(docker)).toBe(
    `No docker engine answers: Cannot connect to the Docker daemon at unix:///var/run/docker.sock. ${notYet}`,
  );
});

test('no compose', async () => {
  const docker = command(`[ "$1" = version ] && exit 0; echo "docker: 'compose' is not a docker command." >&2; exit 1`);
  expect(await because(docker)).toBe(`docker has no compose plugin: docker: 'compose' is not a docker command. ${notYet}`);
});

test('everything there, and still not ready', async () => {
  expect(await because(command('exit 0'))).toBe(`Docker is here, and so is docker compose. ${notYet}`);
});

test('a start says what to use instead', async () => {
  await expect(dockerDriver('/nowhere/docker').start('standard', () => {})).rejects.toMatchObject({
    code: 'docker-later',
    saw: 'There is no docker command here.',
    fix: 'Install a JDK 17 or newer and Maven: the course then runs the same brokers without containers. Or set PROVING_BOOTSTRAP to brokers that run already.',
    exit: 3,
  });
});
