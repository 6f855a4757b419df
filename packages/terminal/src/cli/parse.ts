import { parseArgs } from 'node:util';
import { driverNames, Plain, shapes } from '@proving/spec';
import type { Flags } from './call.ts';
import { common, type Flag, type FlagName, flags } from './flags.ts';
import { nearest } from './nearest.ts';
import type { Verb } from './verb.ts';

/**
 * The arguments behind a verb.
 * @throws {Plain} code `usage`, exit 64: an option the verb does not take, or a value it cannot have
 */
export function parse(verb: Verb, argv: readonly string[]): { readonly args: readonly string[]; readonly flags: Flags } {
  const cut = verb.passesAfter === undefined ? -1 : argv.indexOf(verb.passesAfter);
  const own = cut < 0 ? argv : argv.slice(0, cut);
  const passed = cut < 0 ? [] : argv.slice(cut);
  const taken: readonly FlagName[] = [...common, ...verb.flags];
  const { tokens } = parseArgs({ args: [...own], options: options(taken), allowPositionals: true, strict: false, tokens: true });
  const given = new Map<FlagName, string | true>();
  const args: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') args.push(token.value);
    if (token.kind !== 'option') continue;
    const name = taken.find((each) => each === token.name);
    if (name === undefined) throw unknownFlag(verb, token.rawName, taken);
    given.set(name, givenValue(verb, name, token.value));
  }
  return { args: [...args, ...passed], flags: read(verb, given) };
}

function options(taken: readonly FlagName[]) {
  return Object.fromEntries(
    taken.map((name) => {
      const flag: Flag = flags[name];
      const type = flag.value === undefined ? ('boolean' as const) : ('string' as const);
      return [name, flag.short === undefined ? { type } : { type, short: flag.short }];
    }),
  );
}

function givenValue(verb: Verb, name: FlagName, value: string | undefined): string | true {
  const flag: Flag = flags[name];
  if (flag.value === undefined) {
    if (value !== undefined) throw usage(verb, `--${name} takes no value.`, `--${name}=${value}`);
    return true;
  }
  if (value === undefined || value === '' || value.startsWith('--'))
    throw usage(verb, `--${name} needs a value: --${name} ${flag.value}.`, null);
  return value;
}

function read(verb: Verb, given: ReadonlyMap<FlagName, string | true>): Flags {
  const text = (name: FlagName) => (given.get(name) as string | undefined) ?? null;
  return {
    plain: given.has('plain'),
    json: given.has('json'),
    ascii: given.has('ascii'),
    verbose: given.has('verbose'),
    help: given.has('help'),
    yes: given.has('yes'),
    all: given.has('all'),
    previous: given.has('previous'),
    where: given.has('where'),
    record: given.has('record'),
    arms: given.has('arms'),
    times: whole(verb, 'times', text('times'), 1),
    driver: oneOf(verb, 'driver', text('driver'), driverNames),
    shape: oneOf(verb, 'shape', text('shape'), shapes),
    seed: whole(verb, 'seed', text('seed'), 0),
    answers: text('answers'),
    file: text('file'),
    as: text('as'),
    to: text('to'),
    roster: text('roster'),
    on: text('on'),
    raw: given.has('raw'),
    notes: given.has('notes'),
    lines: whole(verb, 'lines', text('lines'), 1),
    port: whole(verb, 'port', text('port'), 0),
  };
}

function whole(verb: Verb, name: FlagName, value: string | null, least: number): number | null {
  if (value === null) return null;
  const number = Number(value);
  if (/^\d+$/.test(value) && number >= least && Number.isSafeInteger(number)) return number;
  throw usage(verb, `--${name} needs a whole number, ${least} or more.`, `--${name} ${value}`);
}

function oneOf<T extends string>(verb: Verb, name: FlagName, value: string | null, words: readonly T[]): T | null {
  if (value === null) return null;
  const known = words.find((word) => word === value);
  if (known !== undefined) return known;
  const near = nearest(value, words);
  throw usage(verb, `--${name} is one of ${words.join(', ')}.`, `--${name} ${value}`, near === null ? null : `--${name} ${near}`);
}

function unknownFlag(verb: Verb, raw: string, taken: readonly FlagName[]): Plain {
  const near = nearest(raw.replace(/^-+/, ''), taken);
  return usage(verb, `pnpm ${verb.name} has no option ${raw}.`, null, near === null ? null : `--${near}`);
}

function usage(verb: Verb, what: string, saw: string | null, near: string | null = null): Plain {
  const seen = near === null ? saw : `${saw === null ? '' : `${saw}; `}nearest: ${near}`;
  return new Plain('usage', what, { ...(seen === null ? {} : { saw: seen }), fix: `pnpm ${verb.name} --help`, exit: 64 });
}
