import { Plain } from '@proving/spec';
import { expect, test } from 'vitest';
import { faultOf, faultText, isPlain } from '../../src/cli/fault.ts';

test('an error in three parts', () => {
  const error = new Plain('port-busy', 'Port 9092 is taken.', {
    saw: 'another program listens on 127.0.0.1:9092',
    fix: 'pnpm cluster reset',
  });
  expect(faultText(faultOf(error), false)).toBe(
    'Port 9092 is taken.\n  saw  another program listens on 127.0.0.1:9092\n  Try: pnpm cluster reset\n',
  );
});

test('what was seen may be a table, and there may be two ways out', () => {
  const error = new Plain('no-driver', 'No cluster could be started.', {
    saw: 'jvm     no Java\ndocker  no daemon',
    fix: 'one\nor two',
  });
  expect(faultText(faultOf(error), false)).toBe(
    'No cluster could be started.\n  jvm     no Java\n  docker  no daemon\n  Try: one\n       or two\n',
  );
});

test('an error of ours never shows its stack, unless it is asked for', () => {
  const fault = faultOf(new TypeError('x is not a function\nsecond line', { cause: new Error('the cause') }));
  expect({ text: faultText(fault, false), exit: fault.exit, code: fault.code }).toEqual({
    text: 'The course itself has a fault; nothing you did is wrong.\n  saw  TypeError: x is not a function\n  Try: pnpm report\n',
    exit: 3,
    code: 'internal',
  });
  expect(faultText(fault, true)).toMatch(
    /\n {2}code internal, exit 3\n {2}TypeError: x is not a function\n[\s\S]*fault\.test\.ts[\s\S]*\n {2}caused by Error: the cause\n/,
  );
});

test('something thrown that is no error', () => {
  expect(faultOf('a string')).toEqual({
    code: 'internal',
    what: 'The course itself has a fault; nothing you did is wrong.',
    saw: 'a string',
    fix: 'pnpm report',
    exit: 3,
    stack: 'a string',
  });
});

test("a learner's error is known by its form, from whichever copy of the package it comes", () => {
  const foreign = Object.assign(new Error('what'), { code: 'c', saw: null, fix: null, exit: 1 });
  expect([
    isPlain(foreign),
    isPlain(new Plain('c', 'w')),
    isPlain(Object.assign(new Error('ENOENT'), { code: 'ENOENT' })),
    isPlain(null),
  ]).toEqual([true, true, false, false]);
});

test("what the file system refuses in the learner's folder is said of the folder", () => {
  const refused = (fields: object) => faultOf(Object.assign(new Error('EACCES: no'), fields), '/home/ada/proving');
  const { stack: _, ...full } = refused({ code: 'ENOSPC', syscall: 'write' });
  expect(full).toEqual({
    code: 'disk-full',
    what: 'The disk that holds /home/ada/proving is full.',
    saw: 'EACCES: no',
    fix: 'free some space, or set PROVING_HOME to a folder on another disk',
    exit: 3,
  });
  const inside = { syscall: 'mkdir', path: '/home/ada/proving/reports' };
  expect([
    refused({ ...inside, code: 'EROFS' }).code,
    refused({ ...inside, code: 'ENOENT' }).code,
    refused({ ...inside, code: 'EACCES', path: '/etc/other' }).code,
    refused({ ...inside, code: 'ENOENT', syscall: 'open' }).code,
  ]).toEqual(['home-unwritable', 'home-unwritable', 'internal', 'internal']);
});
