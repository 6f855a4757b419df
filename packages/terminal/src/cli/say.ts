import { jsonLines } from '../json/lines.ts';
import { printer } from '../plain/print.ts';
import type { Said } from '../walk/said.ts';
import type { Call } from './call.ts';

/** Says what a screen would show, line by line: as text, or as one JSON object where a program reads. */
export function sayer({ mode, paper }: Pick<Call, 'mode' | 'paper'>): (said: Said) => void {
  const write = (text: string) => void process.stdout.write(text);
  return (mode === 'json' ? jsonLines(write) : printer(write, paper)).say;
}
