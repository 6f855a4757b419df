import { expect, test } from 'vitest';
import { arrows } from '../check/arrows.ts';
import { packageJson, said } from './seeded.ts';

const workspace = (...names: string[]) => Object.fromEntries(names.map((name) => [`@proving/${name}`, 'workspace:*']));

test('a house in order', async () => {
  const files = {
    'packages/spec/package.json': packageJson({ zod: '4.6.7' }),
    'packages/spec/src/index.ts': "export { z } from './words.ts';\n// import { readFile } from 'node:fs';\n",
    'packages/spec/src/words.ts': "import { z } from 'zod';\n",
    'packages/lab/package.json': packageJson({ kafkajs: '2.2.4', ...workspace('spec', 'cluster') }),
    'packages/lab/src/index.ts':
      "import type { Kafka } from 'kafkajs';\nimport {\n  one,\n  two,\n} from '@proving/cluster';\nimport { join } from 'node:path';\n",
    'packages/lab/test/lab.test.ts':
      "import { test } from 'vitest';\nimport fc from 'fast-check';\nimport { lab } from '../src/index.ts';\n",
    'lessons/01-the-log/package.json': packageJson({ kafkajs: '2.2.4', ...workspace('spec', 'lab') }),
    'lessons/01-the-log/lesson.ts': "import { lesson } from '@proving/spec';\n",
    'lessons/01-the-log/experiments/01-a.ts':
      "import lesson from '../lesson.ts';\nimport { experiment } from '@proving/lab';\nimport kafkajs from 'kafkajs';\n",
    'package.json': packageJson({}, { 'fast-check': '4.10.2' }),
  };
  expect(await said(arrows, files)).toEqual([]);
});

test('a package.json that points upwards', async () => {
  const files = { 'packages/replay/package.json': packageJson(workspace('spec', 'runner')) };
  expect(await said(arrows, files)).toEqual(['packages/replay/package.json  depends on @proving/runner']);
});

test('a package that nobody planned', async () => {
  expect(await said(arrows, { 'packages/helpers/package.json': packageJson() })).toEqual([
    'packages/helpers/package.json  is a package that no floor is named for',
  ]);
});

test('imports that point upwards, sideways, and at what is not declared or not there', async () => {
  const files = {
    'packages/progress/package.json': packageJson(),
    'packages/progress/src/index.ts': [
      "import { catalog } from '@proving/catalog';",
      "import { home } from '../../spec/src/home.ts';",
      "import { z } from 'zod';",
      "const later = await import('@proving/terminal');",
      "export { gone } from './gone.ts';",
    ].join('\n'),
    'packages/spec/src/home.ts': '',
  };
  expect(await said(arrows, files)).toEqual([
    'packages/progress/src/index.ts:1  imports @proving/catalog',
    'packages/progress/src/index.ts:2  reaches into packages/spec/src/home.ts',
    'packages/progress/src/index.ts:3  imports zod, which its package.json does not name',
    'packages/progress/src/index.ts:4  imports @proving/terminal',
    'packages/progress/src/index.ts:5  imports ./gone.ts, which is not there',
  ]);
});

test('a file under a name of the package’s own, by condition', async () => {
  const named = (files: object) => `${JSON.stringify({ name: 'x', imports: { '#hash': files } })}\n`;
  const files = {
    'packages/progress/package.json': named({ browser: './src/hash/browser.ts', default: './src/hash/node.ts' }),
    'packages/progress/src/chain.ts': "import { hash } from '#hash';\nimport { other } from '#other';\n",
    'packages/progress/src/hash/browser.ts': '',
    'packages/progress/src/hash/node.ts': '',
  };
  expect(await said(arrows, files)).toEqual([
    'packages/progress/src/chain.ts:2  imports #other, which its package.json does not name',
  ]);
  const gone = { ...files, 'packages/progress/package.json': named({ default: './src/gone.ts' }) };
  expect(await said(arrows, gone)).toContain('packages/progress/src/chain.ts:1  imports #hash, and ./src/gone.ts is not there');
});

test('a pure floor that reads files', async () => {
  const files = {
    'packages/spec/package.json': packageJson(),
    'packages/spec/src/a.ts': "import { readFile } from 'node:fs/promises';\n",
  };
  expect(await said(arrows, files)).toEqual(['packages/spec/src/a.ts:1  imports node:fs/promises']);
});

test('a lesson that takes more than the kit and its clients, and a manifest that is more than data', async () => {
  const files = {
    'lessons/01-the-log/package.json': packageJson({ lodash: '4.17.21', ...workspace('lab', 'cluster') }),
    'lessons/01-the-log/lesson.ts': "import { experiment } from '@proving/lab';\n",
  };
  expect(await said(arrows, files)).toEqual([
    'lessons/01-the-log/package.json  depends on lodash',
    'lessons/01-the-log/package.json  depends on @proving/cluster',
    'lessons/01-the-log/lesson.ts:1  imports @proving/lab',
  ]);
});

test('a lesson may know what an earlier one gives away, and nothing of a later one', async () => {
  const files = {
    'lessons/17-streams/package.json': packageJson(workspace('lesson-03', 'lesson-18')),
    'lessons/17-streams/experiments/a.ts':
      "import { partitionOf } from '@proving/lesson-03/partitioner';\nimport { run } from '@proving/lesson-18/streams';\nimport { b } from '../../03-keys/b.ts';\n",
    'packages/lab/package.json': packageJson(workspace('lesson-03')),
  };
  expect(await said(arrows, files)).toEqual([
    'lessons/17-streams/package.json  depends on @proving/lesson-18',
    'lessons/17-streams/experiments/a.ts:2  imports @proving/lesson-18/streams',
    'lessons/17-streams/experiments/a.ts:3  reaches into lessons/03-keys/b.ts',
    'packages/lab/package.json  depends on @proving/lesson-03',
  ]);
});

test('a test borrows from the tests of a floor below, and of no other', async () => {
  const files = {
    'packages/lab/package.json': packageJson(workspace('cluster')),
    'packages/lab/test/a.test.ts': "import { b } from '../../cluster/test/b.ts';\nimport { c } from '../../runner/test/c.ts';\n",
  };
  expect(await said(arrows, files)).toEqual(['packages/lab/test/a.test.ts:2  reaches into packages/runner/test/c.ts']);
});

test('an example that needs us', async () => {
  const files = { 'examples/outbox/package.json': packageJson(workspace('lab')) };
  expect(await said(arrows, files)).toEqual(['examples/outbox/package.json  depends on @proving/lab']);
});
