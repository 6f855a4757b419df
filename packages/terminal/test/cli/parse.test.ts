import { expect, test } from 'vitest';
import type { Flags } from '../../src/cli/call.ts';
import { faultOf, faultText } from '../../src/cli/fault.ts';
import { parse } from '../../src/cli/parse.ts';
import type { Verb } from '../../src/cli/verb.ts';

const verb: Verb = {
  name: 'cluster',
  does: 'stands for any verb',
  takes: '',
  flags: ['driver', 'seed', 'times', 'answers', 'yes'],
  examples: {},
  passesAfter: 'cli',
  load: () => Promise.reject(new Error('a verb is not run here')),
};

const nothing: Flags = {
  plain: false,
  json: false,
  ascii: false,
  verbose: false,
  help: false,
  yes: false,
  all: false,
  previous: false,
  where: false,
  record: false,
  arms: false,
  times: null,
  driver: null,
  shape: null,
  seed: null,
  answers: null,
  file: null,
  as: null,
  to: null,
  roster: null,
  on: null,
  raw: false,
  notes: false,
  lines: null,
  port: null,
};

test.each([
  ['nothing', [], [], {}],
  ['arguments keep their order', ['b', 'a'], ['b', 'a'], {}],
  ['options anywhere', ['--plain', '07', '--seed', '7'], ['07'], { plain: true, seed: 7 }],
  ['a value after =', ['--driver=docker'], [], { driver: 'docker' }],
  ['short forms', ['-h', '-y'], [], { help: true, yes: true }],
  ['the last one counts', ['--seed', '1', '--seed', '2'], [], { seed: 2 }],
  ['seed 0', ['--seed', '0'], [], { seed: 0 }],
  ['behind -- nothing is an option', ['--', '--plain'], ['--plain'], {}],
  [
    'behind cli all is passed on',
    ['--plain', 'cli', 'kafka-topics', '--list', '-h'],
    ['cli', 'kafka-topics', '--list', '-h'],
    { plain: true },
  ],
] as const)('%s', (_, argv, args, flags) => expect(parse(verb, argv)).toEqual({ args, flags: { ...nothing, ...flags } }));

const refusals: Readonly<Record<string, string>> = {
  '--plan': 'pnpm cluster has no option --plan.\n  saw  nearest: --plain\n  Try: pnpm cluster --help\n',
  '--frobnicate': 'pnpm cluster has no option --frobnicate.\n  Try: pnpm cluster --help\n',
  '-x': 'pnpm cluster has no option -x.\n  Try: pnpm cluster --help\n',
  '--record': 'pnpm cluster has no option --record.\n  Try: pnpm cluster --help\n',
  '--plain=yes': '--plain takes no value.\n  saw  --plain=yes\n  Try: pnpm cluster --help\n',
  '--seed': '--seed needs a value: --seed N.\n  Try: pnpm cluster --help\n',
  '--seed=x': '--seed needs a whole number, 0 or more.\n  saw  --seed x\n  Try: pnpm cluster --help\n',
  '--seed=-1': '--seed needs a whole number, 0 or more.\n  saw  --seed -1\n  Try: pnpm cluster --help\n',
  '--times=0': '--times needs a whole number, 1 or more.\n  saw  --times 0\n  Try: pnpm cluster --help\n',
  '--driver=dokcer':
    '--driver is one of jvm, docker, external.\n  saw  --driver dokcer; nearest: --driver docker\n  Try: pnpm cluster --help\n',
  '--answers --plain': '--answers needs a value: --answers FILE.\n  Try: pnpm cluster --help\n',
};

test.each(Object.entries(refusals))('%s is refused', (typed, said) => {
  const fault = caught(() => parse(verb, typed.split(' ')));
  expect({ text: faultText(fault, false), exit: fault.exit }).toEqual({ text: said, exit: 64 });
});

function caught(work: () => unknown) {
  try {
    work();
  } catch (error) {
    return faultOf(error);
  }
  throw new Error('it was not refused');
}
