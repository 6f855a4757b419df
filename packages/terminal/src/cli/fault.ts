import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plain } from '@proving/spec';

/**
 * Whether this is an error written for a learner. Told by its form, not its class: lesson files and child programs load a
 * copy of `@proving/spec` of their own.
 */
export function isPlain(error: unknown): error is Plain {
  return (
    error instanceof Error &&
    typeof (error as Partial<Plain>).code === 'string' &&
    typeof (error as Partial<Plain>).exit === 'number' &&
    'saw' in error &&
    'fix' in error
  );
}

/** What a verb ends with when something was thrown: one of ours, or a fault that no one meant a learner to see. */
export interface Fault {
  readonly code: string;
  readonly what: string;
  readonly saw: string | null;
  readonly fix: string | null;
  readonly exit: number;
  readonly stack: string;
}

/** @param home the learner's folder: what the file system refuses there is no fault of ours */
export function faultOf(error: unknown, home?: string): Fault {
  const stack = stackOf(error);
  const refused = home === undefined ? null : refusedAt(home, error);
  if (refused !== null) return { ...refused, exit: 3, stack };
  if (isPlain(error)) return { code: error.code, what: error.message, saw: error.saw, fix: error.fix, exit: error.exit, stack };
  const said = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return {
    code: 'internal',
    what: 'The course itself has a fault; nothing you did is wrong.',
    saw: (said.split('\n')[0] as string).trim(),
    fix: 'pnpm report',
    exit: 3,
    stack,
  };
}

function refusedAt(home: string, error: unknown): Pick<Fault, 'code' | 'what' | 'saw' | 'fix'> | null {
  if (isPlain(error) || !(error instanceof Error)) return null;
  const { code = '', path, syscall, message } = error as NodeJS.ErrnoException;
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    const fix = 'free some space, or set PROVING_HOME to a folder on another disk';
    return { code: 'disk-full', what: `The disk that holds ${home} is full.`, saw: message, fix };
  }
  const refuses = ['EACCES', 'EPERM', 'EROFS', 'ENOTDIR'].includes(code) || (syscall === 'mkdir' && code !== '');
  if (!refuses || !path?.startsWith(home)) return null;
  const fix = 'make that folder writable, or set PROVING_HOME to one that is';
  return { code: 'home-unwritable', what: `The course cannot write to ${home}.`, saw: message, fix };
}

/**
 * A fault as text: what happened; what was seen; what to do. A `saw` of several lines is a table already and is only indented.
 */
export function faultText(fault: Fault, verbose: boolean): string {
  const lines = [fault.what];
  const saw = fault.saw?.trimEnd().split('\n') ?? [];
  if (saw.length === 1) lines.push(`  saw  ${saw[0]}`);
  else lines.push(...saw.map((line) => `  ${line}`));
  if (fault.fix !== null) lines.push(...fault.fix.split('\n').map((line, i) => `${i === 0 ? '  Try: ' : '       '}${line}`));
  if (verbose) lines.push(`  code ${fault.code}, exit ${fault.exit}`, ...fault.stack.split('\n').map((line) => `  ${line}`));
  return `${lines.join('\n')}\n`;
}

/** Where `pnpm report` finds the last fault of ours. */
export const faultFile = (home: string): string => join(home, 'last-fault.json');

/** Keeps a fault for `pnpm report`. A home that cannot be written is said by `pnpm diagnose`, not here. */
export function keepFault(fault: Fault, verb: string, home: string): void {
  try {
    mkdirSync(home, { recursive: true });
    writeFileSync(faultFile(home), `${JSON.stringify({ at: new Date().toISOString(), verb, ...fault })}\n`);
  } catch {}
}

function stackOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause === undefined ? '' : `\ncaused by ${stackOf(error.cause)}`;
  return `${error.stack ?? error.message}${cause}`;
}
