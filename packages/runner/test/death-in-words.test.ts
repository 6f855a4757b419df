import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { deathInWords, errorIn } from '../src/bench.ts';

const plain = fileURLToPath(new URL('../../spec/src/plain.ts', import.meta.url));

/** What Node writes on stderr when nobody waits for a promise that fails. */
const lastWords = (failing: string) =>
  spawnSync(process.execPath, [
    '--input-type=module',
    '-e',
    `import { Plain } from ${JSON.stringify(plain)}; void Promise.reject(${failing});`,
  ]).stderr.toString();

test('a promise that fails and was not waited for is told with its sentence, an error of ours without its class', () => {
  const words = lastWords("new Plain('waited', 'Waited 20 s for: word from counter.', { saw: 'nothing' })");
  expect(deathInWords({ signal: null, code: 1, words }, 'while waiting for word from counter')).toBe(
    "the experiment's process ended with code 1 while waiting for word from counter: Waited 20 s for: word from counter.",
  );
  expect(errorIn(lastWords("new RangeError('too far')"))).toBe('RangeError: too far');
});

test('who said nothing is not quoted', () => {
  expect(deathInWords({ signal: 'SIGKILL', code: null, words: '' }, 'in arm 1')).toBe(
    "the experiment's process was killed (SIGKILL) in arm 1",
  );
});
