import { existsSync, readFileSync } from 'node:fs';
import type { Service } from '@proving/spec';
import { type ProcessId, parseRecord, stateOf } from '../processes.ts';
import type { Files } from './files.ts';

/** Whether brokers or a controller run as JVMs of that cluster. */
export const isUp = (files: Files): boolean => [1, 2, 3, 100].some((id) => memberState(files, id) === 'up');

/** Who was started last under that record; it may be gone by now. */
export function readRecord(file: string): ProcessId | null {
  try {
    return parseRecord(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

export const processOf = (files: Files, id: number | Service): ProcessId | null => readRecord(files.record(id));

export function memberState(files: Files, id: number): 'up' | 'frozen' | 'killed' | 'stopped' {
  const process = processOf(files, id);
  const state = process ? stateOf(process) : 'gone';
  if (state === 'frozen') return 'frozen';
  if (state === 'running') return 'up';
  // A cluster that was stopped as a whole leaves no records at all.
  return existsSync(files.stopped(id)) || !existsSync(files.run) ? 'stopped' : 'killed';
}
