import type { Shape } from '@proving/spec';
import { Plain } from '../words.ts';

/** A process of the cluster. Ids as production advises: brokers count from 1, controllers from 100. */
export interface Member {
  readonly id: number;
  readonly role: 'broker' | 'controller';
}

/**
 * The processes of a shape.
 * @throws {Plain} code `shape-later` for a shape that comes with its lesson
 */
export function membersOf(shape: Shape): readonly Member[] {
  switch (shape) {
    case 'standard':
      return [
        { id: 100, role: 'controller' },
        { id: 1, role: 'broker' },
        { id: 2, role: 'broker' },
        { id: 3, role: 'broker' },
      ];
    case 'quorum':
    case 'combined':
    case 'secure':
    case 'pair':
      throw new Plain(
        'shape-later',
        `The cluster shape "${shape}" comes with the lesson that needs it; it cannot be started yet.`,
        {
          fix: 'use the shape "standard"',
        },
      );
  }
}
