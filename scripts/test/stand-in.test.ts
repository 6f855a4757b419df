import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { lackingForStandIn } from '../docker-stand-in/needs.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'proving-needs-'));
  for (const name of ['apt-get', 'dpkg', 'bash', 'ldd', 'tar', 'chown']) {
    writeFileSync(join(folder, name), '');
    chmodSync(join(folder, name), 0o755);
  }
});
afterAll(() => rmSync(folder, { recursive: true }));

describe.runIf(process.platform === 'linux')('a stand-in says what it lacks', () => {
  test('root', () => {
    expect(lackingForStandIn(folder, 1000)).toBe('no docker engine answers, and the stand-in for one must be started by root');
  });

  test('Go, until Compose is built', () => {
    expect(lackingForStandIn(folder, 0, { engine: false, compose: false })).toBe(
      'no docker engine answers, and for the stand-in of one there is no go (Compose is built with it: Go 1.21 or newer, from go.dev/dl)',
    );
    expect(lackingForStandIn(folder, 0, { engine: false, compose: true })).toBe(null);
  });

  test("every program that it needs, and Debian's only until the engine is fetched", () => {
    expect(lackingForStandIn('/nowhere', 0, { engine: false, compose: true })?.match(/there is no [\w-]+/g)).toEqual(
      ['apt-get', 'dpkg', 'bash', 'ldd', 'tar', 'chown'].map((name) => `there is no ${name}`),
    );
    expect(lackingForStandIn('/nowhere', 0, { engine: true, compose: true })).not.toContain('dpkg');
  });
});
