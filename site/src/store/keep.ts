import type { Fact } from '@proving/spec';
import { append } from './own-log.ts';

/** Keeps a fact in this browser. Where a browser keeps nothing for pages, the page goes on all the same. */
export function keep(fact: Fact, course: string): void {
  try {
    append(fact, course);
  } catch {
    // Private windows and full stores: reading a lesson must not depend on them.
  }
}
