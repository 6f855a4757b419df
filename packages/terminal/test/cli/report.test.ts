import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { proving } from './spawned.ts';

let home = '';
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'report-of-maren-'));
});
afterAll(() => rm(home, { recursive: true }));

test('what was planted in the last run, the last fault and the environment is not in the report', async () => {
  const planted = ['k9-planted-value', 'maren.oltmanns', 'hunter2-planted', home];
  const traces = join(home, 'proofs', '07-acks');
  await mkdir(traces, { recursive: true });
  await writeFile(
    join(traces, '01.control.jsonl'),
    `${['{"format":1,"kafka":"4.3.1"}', `{"type":"printed","t":1,"text":"key k9-planted-value of maren.oltmanns in ${home}/x"}`, '{"type":"printed","t":2,"text":"password=hunter2-planted"}'].join('\n')}\n`,
  );
  await writeFile(
    join(home, 'last-fault.json'),
    JSON.stringify({
      at: 'now',
      verb: 'lesson',
      saw: 'TypeError: planted',
      stack: `TypeError: planted\n    at ${home}/x.ts:1 k9-planted-value`,
    }),
  );
  const env = { PROVING_HOME: home, MY_KEY: 'k9-planted-value', USER: 'maren.oltmanns', PROVING_BOOTSTRAP: '127.0.0.1:1' };
  const { out, err, code } = await proving(['report', '--json'], env);
  const { file } = JSON.parse(out) as { readonly file: string };
  const text = await readFile(file, 'utf8');
  expect({
    err,
    code,
    left: planted.filter((plant) => text.includes(plant)),
    host: hostname().length > 4 && text.includes(hostname()),
  }).toEqual({
    err: '',
    code: 0,
    left: [],
    host: false,
  });
  expect(text).toContain('{"type":"printed","t":1,"text":"key <MY_KEY> of <user> in <PROVING_HOME>/x"}');
  expect(text).toContain('now, pnpm lesson: TypeError: planted');
});
