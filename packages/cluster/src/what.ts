import { basename, dirname } from 'node:path';

/** What this command is, in words a learner knows: `pnpm prove 07`. A worker is told behind its own name for whom it works. */
export function startedBy(argv: readonly string[] = process.argv): string {
  const [, script = '', ...args] = argv;
  const program = basename(script);
  if (program === 'main.ts' && args.length > 0) return startedBy(argv.slice(1));
  if (program === 'proving.js') return `pnpm ${args.join(' ')}`;
  const launcher = basename(dirname(script)) === 'bin' && program.endsWith('.js');
  return [launcher ? `pnpm ${basename(program, '.js')}` : program, ...args].join(' ').slice(0, 80);
}
