import { basename } from 'node:path';

/** What this command is, in words a learner knows: `pnpm prove 07`. */
export function startedBy(argv: readonly string[] = process.argv): string {
  const [, script = '', ...args] = argv;
  const program = basename(script);
  return program === 'proving.js' ? `pnpm ${args.join(' ')}` : [program, ...args].join(' ').slice(0, 80);
}
