import { homedir } from 'node:os';
import { resolve } from 'node:path';
import { Plain, provingHome } from '@proving/spec';
import chalk from 'chalk';
import supportsHyperlinks from 'supports-hyperlinks';
import { speaksUtf8 } from '../glyphs.ts';
import { paperOf } from '../paper.ts';
import { fitted } from '../text.ts';
import { faultOf, faultText, keepFault } from './fault.ts';
import { helpOf, helpOfAll } from './help.ts';
import { chooseMode } from './mode.ts';
import { nearest } from './nearest.ts';
import { createOut } from './out.ts';
import { parse } from './parse.ts';
import { type Interrupts, listenForSignals } from './signals.ts';
import { asTyped, pnpmHere } from './typed.ts';
import { verbs } from './verbs.ts';

/** Runs one command and ends the process with its exit code. */
export async function main(argv: readonly string[], { root }: { readonly root: string }): Promise<never> {
  // chalk overlooks NO_COLOR (https://no-color.org); Ink draws with this same instance.
  if (process.env['NO_COLOR']) chalk.level = 0;
  const interrupts = listenForSignals((code) => process.exit(code));
  process.stdout.on('error', (error) => leaveQuietly(error, interrupts));
  process.stderr.on('error', (error) => leaveQuietly(error, interrupts));
  process.on('uncaughtException', (error) => end(interrupts.code() ?? sayFault(argv, error)));
  try {
    const code = await runVerb(argv, root, interrupts.signal);
    return await end(interrupts.code() ?? code);
  } catch (error) {
    return await end(interrupts.code() ?? sayFault(argv, error));
  }
}

async function runVerb(argv: readonly string[], root: string, signal: AbortSignal): Promise<number> {
  const [name, ...rest] = argv;
  const { env, stdin, stdout } = process;
  const pnpm = pnpmHere(env);
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    stdout.write(helpOfAll(verbs, pnpm));
    return name === undefined ? 64 : 0;
  }
  const verb = verbs.find((each) => each.name === name);
  if (verb === undefined) throw unknownVerb(name);
  const { args, flags } = parse(verb, rest);
  if (flags.help) {
    stdout.write(helpOf(verb, pnpm));
    return 0;
  }
  const columns = stdout.columns ?? 80;
  const mode = chooseMode(flags, { stdin: stdin.isTTY, stdout: stdout.isTTY, columns }, env);
  const utf8 = !flags.ascii && speaksUtf8(env);
  const aloud = mode === 'accessible';
  const links = stdout.isTTY && !aloud && supportsHyperlinks.stdout;
  const paper = paperOf({ columns, colour: chalk.level > 0 && mode !== 'json', utf8, aloud, links, pnpm });
  const home = resolve(provingHome(env, process.platform, homedir()));
  const { run } = await verb.load();
  return run({ verb: name, args, flags, mode, paper, root, home, out: createOut(stdout, mode, !utf8), signal });
}

function unknownVerb(name: string): Plain {
  const names = verbs.map((verb) => verb.name);
  const near = nearest(name, names);
  return new Plain('unknown-verb', `"${name}" is not a command of this course.`, {
    saw: near === null ? `the commands are ${names.join(', ')}` : `nearest: ${near}`,
    fix: near === null ? 'pnpm lesson' : `pnpm ${near}`,
    exit: 64,
  });
}

/** Says what went wrong, on standard error or as a JSON line, and returns the exit code that goes with it. */
function sayFault(argv: readonly string[], error: unknown): number {
  const home = resolve(provingHome(process.env, process.platform, homedir()));
  const fault = faultOf(error, home);
  if (fault.code === 'internal') keepFault(fault, argv[0] ?? '', home);
  if (argv.includes('--json')) {
    const { stack: _, ...fields } = fault;
    createOut(process.stdout, 'json', false).json('error', fields);
  } else {
    const lines = asTyped(faultText(fault, argv.includes('--verbose')), pnpmHere()).split('\n');
    process.stderr.write(lines.flatMap((line) => fitted(line, process.stderr.columns)).join('\n'));
  }
  return fault.exit;
}

/** Standard output may be a pipe with bytes still in it; sockets and timers of a verb must not hold the shell back. */
async function end(code: number): Promise<never> {
  await new Promise<void>((done) => process.stdout.write('', () => done()));
  process.exit(code);
}

/** The reader has gone, as `| head` does: there is no one left to tell anything, but children still end and faults still heal. */
function leaveQuietly(error: NodeJS.ErrnoException, interrupts: Interrupts): void {
  if (error.code !== 'EPIPE') throw error;
  if (interrupts.code() === null) interrupts.interrupt(0);
}
