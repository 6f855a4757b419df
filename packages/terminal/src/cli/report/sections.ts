import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { cpus, release, totalmem } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { kafkaVersion } from '@proving/cluster';
import type { ProgressEntry } from '@proving/spec';
import type { Call } from '../call.ts';
import { courseVersion, progressOf } from '../course.ts';
import { examine } from '../diagnose/examine.ts';
import type { Finding } from '../diagnose/finding.ts';
import { type Fault, faultFile } from '../fault.ts';
import { size } from '../size.ts';
import { lastTrace, shortened } from './last-run.ts';
import type { Section } from './write.ts';

/** What a maintainer needs to know first, in the order in which they ask for it. */
export async function gather(call: Call): Promise<readonly Section[]> {
  const { home } = call;
  return [
    { title: 'Versions', body: await versions(call) },
    { title: 'Machine', body: machine() },
    { title: 'What pnpm diagnose finds', body: await findings(call) },
    { title: 'The last check that did not pass', body: await failing(call) },
    { title: 'The last fault of the course itself', body: await lastFault(home) },
    { title: 'The last run', body: await lastRun(home) },
  ];
}

async function versions({ root }: Call): Promise<readonly string[]> {
  const commit = await promisify(execFile)('git', ['-C', root, 'describe', '--always', '--dirty', '--abbrev=12']).catch(() => null);
  return [
    `course ${courseVersion(root)}${commit === null ? '' : `, commit ${commit.stdout.trim()}`}`,
    `node ${process.versions.node}`,
    `kafka ${kafkaVersion}`,
    await installed(root, 'kafkajs'),
    await installed(root, '@platformatic/kafka'),
  ];
}

async function installed(root: string, name: string): Promise<string> {
  const text = await readFile(join(root, 'packages', 'lab', 'node_modules', name, 'package.json'), 'utf8').catch(() => null);
  return `${name} ${text === null ? 'unknown' : (JSON.parse(text) as { readonly version: string }).version}`;
}

function machine(): readonly string[] {
  const { platform, arch } = process;
  return [`${platform} ${arch}, release ${release()}`, `${cpus().length} processors, ${size(totalmem())} of memory`];
}

async function findings(call: Call): Promise<readonly string[]> {
  const all: Finding[] = [];
  await examine(call, (found) => all.push(...found), false);
  return all.map(
    ({ about, state, found, needed }) => `${state.padEnd(8)}${about}: ${found}${needed === null ? '' : `; needed: ${needed}`}`,
  );
}

/** The newest exercise or experiment that did not end well, as the progress log has it. */
async function failing(call: Call): Promise<readonly string[]> {
  const { entries } = await progressOf(call).read();
  const last = entries.findLast(notPassed);
  if (last === undefined) return [];
  const { id: _, device: __, chain: ___, ...fact } = last;
  return Object.entries(fact).map(([name, value]) => `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`);
}

function notPassed(entry: ProgressEntry): boolean {
  return (entry.kind === 'exercise' && entry.outcome !== 'passed') || (entry.kind === 'experiment' && entry.verdict !== 'proved');
}

async function lastFault(home: string): Promise<readonly string[]> {
  const text = await readFile(faultFile(home), 'utf8').catch(() => null);
  if (text === null) return [];
  try {
    const { at, verb, saw, stack } = JSON.parse(text) as Fault & { readonly at: string; readonly verb: string };
    return [`${at}, pnpm ${verb}: ${saw}`, ...stack.split('\n')];
  } catch {
    // On a full disk it may have been cut off.
    return text.split('\n').filter(Boolean);
  }
}

async function lastRun(home: string): Promise<readonly string[]> {
  const trace = await lastTrace(home);
  return trace === null ? [] : [trace.file, ...shortened(trace.lines, 40, 120)];
}
