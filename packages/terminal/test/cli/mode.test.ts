import { expect, test } from 'vitest';
import { chooseMode } from '../../src/cli/mode.ts';

const terminal = { stdin: true, stdout: true, columns: 80 };
const none = { plain: false, json: false };

test.each([
  ['a terminal', none, terminal, {}, 'ink'],
  ['--plain', { ...none, plain: true }, terminal, {}, 'plain'],
  ['--json', { ...none, json: true }, terminal, {}, 'json'],
  ['--json before --plain', { plain: true, json: true }, terminal, {}, 'json'],
  ['output into a pipe', none, { ...terminal, stdout: false }, {}, 'plain'],
  ['input from a file', none, { ...terminal, stdin: false }, {}, 'plain'],
  ['CI', none, terminal, { CI: 'true' }, 'plain'],
  ['CI=0 says no', none, terminal, { CI: '0' }, 'ink'],
  ['CI empty says nothing', none, terminal, { CI: '' }, 'ink'],
  ['ACCESSIBLE=1', none, terminal, { ACCESSIBLE: '1' }, 'accessible'],
  ['INK_SCREEN_READER=true', none, terminal, { INK_SCREEN_READER: 'true' }, 'accessible'],
  ['a dumb terminal', none, terminal, { TERM: 'dumb' }, 'accessible'],
  ['--plain before ACCESSIBLE', { ...none, plain: true }, terminal, { ACCESSIBLE: '1' }, 'plain'],
  ['49 columns', none, { ...terminal, columns: 49 }, {}, 'accessible'],
  ['50 columns', none, { ...terminal, columns: 50 }, {}, 'ink'],
] as const)('%s', (_, flags, streams, env, mode) => expect(chooseMode(flags, streams, env)).toBe(mode));
