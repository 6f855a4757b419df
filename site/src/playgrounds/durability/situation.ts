import type { Cell, Silence } from './durability.tsx';
import type { Situation } from './outcome.ts';

export function situationOf(replicas: number, silence: Silence, { silent, ...cell }: Cell): Situation {
  return { replicas, ...cell, gone: silence === 'gone' ? silent : 0, frozen: silence === 'frozen' ? silent : 0 };
}
