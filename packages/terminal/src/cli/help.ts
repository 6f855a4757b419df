import { common, type Flag, flags } from './flags.ts';
import type { Verb } from './verb.ts';

/** The page of one verb: what it does, what it takes, examples that can be typed as they stand. */
export function helpOf(verb: Verb, pnpm: string): string {
  const examples = Object.entries(verb.examples).map(([command, says]) => [`${pnpm} ${command}`, says] as const);
  const rows = [...verb.flags, ...common].map((name) => {
    const flag: Flag = flags[name];
    return [`--${name}${flag.value === undefined ? '' : ` ${flag.value}`}`, flag.says] as const;
  });
  return [
    [pnpm, verb.name, verb.takes].filter((part) => part !== '').join(' '),
    `  ${verb.does}`,
    '',
    ...columns(examples),
    '',
    ...columns(rows),
    '',
  ].join('\n');
}

/** The page without a verb. */
export function helpOfAll(verbs: readonly Verb[], pnpm: string): string {
  return [
    'Kafka Proving Ground: every claim proved on a cluster of your own, and its opposite too.',
    '',
    ...columns(verbs.map((verb) => [`${pnpm} ${verb.name}`, verb.does] as const)),
    '',
    `  ${pnpm} lesson --help says more about one of them.`,
    '',
  ].join('\n');
}

function columns(rows: readonly (readonly [left: string, right: string])[]): string[] {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}   ${right}`);
}
