import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findLessons } from '@proving/catalog';
import { fold, openProgress } from '@proving/progress';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Call } from '../../src/cli/call.ts';
import { faultOf, faultText } from '../../src/cli/fault.ts';
import { nextLesson, placeTyped } from '../../src/cli/place.ts';

let root = '';
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'place-'));
  for (const name of ['01-the-log', '02-topics', '07-acks-and-durability'])
    await mkdir(join(root, 'lessons', name), { recursive: true });
});
afterAll(() => rm(root, { recursive: true }));

const said = async (...args: string[]) => {
  const progress = openProgress({ home: join(root, 'home'), course: '0' });
  const fault = faultOf(
    await placeTyped({ verb: 'lesson', args, root } as unknown as Call, progress).catch((error: unknown) => error),
  );
  return { text: faultText(fault, false), exit: fault.exit };
};

test.each([
  ['99', 'There is no lesson 99.\n    01  the-log\n    02  topics\n  → 07  acks-and-durability\n  Try: pnpm lesson 07\n'],
  ['0', 'There is no lesson 0.\n  → 01  the-log\n    02  topics\n    07  acks-and-durability\n  Try: pnpm lesson 01\n'],
  ['topcis', 'There is no lesson "topcis".\n    01  the-log\n  → 02  topics\n    07  acks-and-durability\n  Try: pnpm lesson 02\n'],
  ['xyz', 'There is no lesson "xyz".\n  → 01  the-log\n    02  topics\n    07  acks-and-durability\n  Try: pnpm lesson 01\n'],
  ['07.3.1', 'There is no lesson "07.3.1".\n  → 01  the-log\n    02  topics\n    07  acks-and-durability\n  Try: pnpm lesson 01\n'],
])('%s prints the list with an arrow', async (typed, text) => expect(await said(typed)).toEqual({ text, exit: 64 }));

test('two addresses are one too many', async () => {
  expect(await said('01', '02')).toEqual({
    text: 'pnpm lesson takes one address, not 2.\n  saw  01 02\n  Try: pnpm lesson 01\n',
    exit: 64,
  });
});

test('the lesson to go on with: where one stopped, else the first that is not finished', async () => {
  const folders = await findLessons(root);
  const at = (i: number) => ({ id: `0000000${i}`, at: `2026-11-21T08:00:0${i}.000Z`, device: 'd', course: '0', chain: '' });
  const opened = { ...at(1), kind: 'lesson.opened', lesson: '07-acks-and-durability' } as const;
  const finished = (i: number, lesson: string) => ({ ...at(i), kind: 'lesson.finished', lesson }) as const;
  const next = (entries: Parameters<typeof fold>[0]) => nextLesson(folders, fold(entries))?.number ?? null;
  expect([
    next([]),
    next([opened]),
    next([opened, finished(2, '07-acks-and-durability')]),
    next([finished(1, '01-the-log'), finished(2, '02-topics')]),
    next(folders.map(({ folder }, i) => finished(i, folder))),
  ]).toEqual(['01', '07', '01', '07', null]);
});
