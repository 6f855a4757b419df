import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bare, proving } from './spawned.ts';

const bin = fileURLToPath(new URL('../../bin/proving.js', import.meta.url));
let home = '';
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'main-'));
});
afterAll(() => rm(home, { recursive: true }));
const preload = (code: string) => `--import data:text/javascript,${encodeURIComponent(code)}`;
const run = (argv: readonly string[], env = {}) => proving(argv, { PROVING_HOME: home, ...env });

test('without a verb: the list of them, and 64', async () => {
  const { out, err, code } = await run([]);
  expect({ first: out.split('\n')[0], err, code }).toEqual({
    first: 'Kafka Proving Ground: every claim proved on a cluster of your own, and its opposite too.',
    err: '',
    code: 64,
  });
});

test('asked for help: the same list, and 0', async () => {
  const [bareCall, help] = await Promise.all([run([]), run(['--help'])]);
  expect(help).toEqual({ ...bareCall, code: 0 });
});

test('an unknown verb names the nearest', async () => {
  expect(await run(['diagnos'])).toEqual({
    out: '',
    err: '"diagnos" is not a command of this course.\n  saw  nearest: diagnose\n  Try: pnpm diagnose\n',
    code: 64,
  });
});

test('the same as a line of JSON', async () => {
  const { out, err, code } = await run(['diagnos', '--json']);
  expect({ line: JSON.parse(out), err, code }).toEqual({
    line: {
      schema: 1,
      type: 'error',
      code: 'unknown-verb',
      what: '"diagnos" is not a command of this course.',
      saw: 'nearest: diagnose',
      fix: 'pnpm diagnose',
      exit: 64,
    },
    err: '',
    code: 64,
  });
});

test('--verbose adds the code and where it came from', async () => {
  const { err } = await run(['diagnos', '--verbose']);
  expect(err).toMatch(/ {2}Try: pnpm diagnose\n {2}code unknown-verb, exit 64\n {2}Plain: "diagnos".*\n {6}at /);
});

test('the page of a verb has examples that can be typed', async () => {
  const { out, code } = await run(['prove', '--help'], { PATH: '/nonexistent' });
  expect({ code, lines: out.split('\n').slice(0, 4) }).toEqual({
    code: 0,
    lines: [
      'npx -y pnpm@12 prove [07 | 07.2 | 01-12 …]',
      '  runs the experiments of lessons, every arm, and says which claims hold',
      '',
      '  npx -y pnpm@12 prove 07              all claims of lesson 07',
    ],
  });
});

test('a Node that is too old is told apart before anything is loaded', async () => {
  const old = preload('Object.defineProperty(process, "versions", { value: { ...process.versions, node: "20.12.0" } })');
  expect(await run(['quiz', '07'], { NODE_OPTIONS: old })).toEqual({
    out: '',
    err: [
      'This Node is too old for the course.',
      '  saw  Node 20.12.0; 24 or newer is needed.',
      '  Try: npx -y pnpm@12 quiz 07    (it brings its own Node 24 and leaves yours alone)',
      '',
    ].join('\n'),
    code: 3,
  });
});

test('a reader that closes the pipe ends the command without a word', async () => {
  const shell = spawn('bash', ['-c', `"$0" "$1" diagnose | head -1; echo "\${PIPESTATUS[0]}"`, process.execPath, bin], {
    env: { ...bare(), PROVING_HOME: home },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const text = { out: '', err: '' };
  shell.stdout.on('data', (bytes) => (text.out += bytes));
  shell.stderr.on('data', (bytes) => (text.err += bytes));
  await once(shell, 'close');
  expect({ ...text, out: text.out.split('\n').slice(1) }).toEqual({ out: ['0', ''], err: '' });
});

test('NO_COLOR is obeyed, also against FORCE_COLOR', async () => {
  const [colour, none] = await Promise.all([
    run(['diagnose'], { FORCE_COLOR: '1', PROVING_HOME: '/dev/null/x' }),
    run(['diagnose'], { FORCE_COLOR: '1', NO_COLOR: '1', PROVING_HOME: '/dev/null/x' }),
  ]);
  expect([colour.out.includes('\x1b['), none.out.includes('\x1b[')]).toEqual([true, false]);
});

test('--ascii writes nothing else', async () => {
  const { out } = await run(['diagnose', '--ascii']);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: asks for ASCII
  expect(out).toMatch(/^[\x00-\x7f]+$/);
});

test('a fault of ours says so in one sentence, and is kept for pnpm report', async () => {
  const broken = preload(
    'import net from "node:net"; import m from "node:module"; net.createServer = () => { throw new TypeError("planted") }; m.syncBuiltinESMExports()',
  );
  const { out, err, code } = await run(['diagnose'], { NODE_OPTIONS: broken });
  expect({ out, err, code }).toEqual({
    out: '',
    err: 'The course itself has a fault; nothing you did is wrong.\n  saw  TypeError: planted\n  Try: pnpm report\n',
    code: 3,
  });
  expect(JSON.parse(await readFile(join(home, 'last-fault.json'), 'utf8'))).toMatchObject({
    verb: 'diagnose',
    code: 'internal',
    saw: 'TypeError: planted',
  });
});

test.each([['report'], ['lesson', '01', '--plain'], ['reset', '01', '--yes']])(
  'a PROVING_HOME that is a file: %s says so',
  async (...argv) => {
    const { err, code } = await run(argv, { PROVING_HOME: bin });
    const [what, saw, fix] = err.split('\n');
    expect({ what, saw, code }).toEqual({
      what: expect.stringMatching(/^The (course cannot write to|progress log could not be used)/),
      saw: expect.stringContaining('ENOTDIR'),
      code: 3,
    });
    expect(fix).toMatch(/Try: make .* or set PROVING_HOME to/);
  },
);
