import { expect, test } from 'vitest';
import { form } from '../check/form.ts';
import { prints } from '../check/prints.ts';
import { sleeps } from '../check/sleeps.ts';
import { types } from '../check/types.ts';
import { findingsOf } from '../house/rules.ts';
import { said } from './seeded.ts';

test('waiting for time, in all its forms', async () => {
  const files = {
    'packages/lab/src/wait.ts': "import { setTimeout } from 'node:timers/promises';\n",
    'packages/lab/src/lab.ts': "import { setTimeout as pause } from 'timers/promises';\nawait pause(3000);\n",
    'lessons/01-the-log/experiments/01-a.ts':
      '// setTimeout is not used here\nawait new Promise((resolve) => setTimeout(resolve, 500));\n',
    'packages/runner/src/deadline.ts': 'const late = setTimeout(() => give(new Error()), 500);\n',
    'packages/runner/src/two-lines.ts': 'await new Promise((resolve) =>\n  setTimeout(resolve, 500));\n',
    'packages/terminal/src/a.ts': 'const text = `\n  await new Promise((resolve) => setTimeout(resolve, 5));\n`;\n',
  };
  expect(await said(sleeps, files)).toEqual([
    'lessons/01-the-log/experiments/01-a.ts:2  waits for time',
    'packages/lab/src/lab.ts:1  waits for time',
    'packages/runner/src/two-lines.ts:2  waits for time',
  ]);
});

test('printing outside of the renderers', async () => {
  const files = {
    'packages/terminal/src/print.ts': 'console.log(1);\n',
    'scripts/check.ts': 'console.log(1);\n',
    'packages/lab/src/a.ts': "const words = 'the console';\nconsole.error(words);\n",
    'lessons/01-the-log/exercise/start.ts': '  console.log(1);\n',
  };
  expect(await said(prints, files)).toEqual(['lessons/01-the-log/exercise/start.ts:1  prints', 'packages/lab/src/a.ts:2  prints']);
});

test('types that do not agree', async () => {
  const files = {
    'tsconfig.json': JSON.stringify({ compilerOptions: { strict: true, noEmit: true, types: [] }, include: ['*.ts'] }),
    'right.ts': 'export const n: number = 1;\n',
    'wrong.ts': "export const a = 1;\nexport const n: number = 'one';\n",
  };
  expect(await said(types, files)).toEqual(["wrong.ts:2  TS2322: Type 'string' is not assignable to type 'number'."]);
});

test('another form than the agreed one, and a warning', async () => {
  const files = {
    'biome.json':
      '{\n  "formatter": { "indentStyle": "space" },\n  "linter": { "rules": { "suspicious": { "noDebugger": "warn" } } }\n}\n',
    'right.js': 'export const n = 1;\n',
    'wrong.js': 'export const n   = 1;\n',
    'warned.js': 'export function stop() {\n  debugger;\n}\n',
  };
  expect((await said(form, files)).map((each) => each.split('  ')[0]).toSorted()).toEqual(['warned.js:2', 'wrong.js:1']);
});

test('an exception lets one file pass, and is found itself when it excepts nothing', async () => {
  const finding = { path: 'a.ts', line: 1, what: 'is wrong', do: 'mend it' };
  const rule = { name: 'some', why: '', check: async () => [finding, { ...finding, path: 'b.ts' }] };
  const allowed = ['a.ts', 'gone.ts'].map((path) => ({ rule: 'some', path, because: 'it has to be' }));
  expect(await findingsOf(rule, '.', [...allowed, { rule: 'other', path: 'b.ts', because: 'not this rule' }])).toEqual([
    { ...finding, path: 'b.ts' },
    {
      path: 'scripts/check/allow.ts',
      line: null,
      what: 'allows gone.ts what "some" no longer finds there',
      do: 'take the entry out',
    },
  ]);
});
