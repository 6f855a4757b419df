import type { Lab, Topic } from '@proving/lab';

/** What a member is given. */
export interface Setting {
  readonly lab: Lab;
  readonly groupId: string;
  readonly orders: Topic;
  /** Where it notes the orders that it has finished. */
  readonly packed: Set<string>;
  /** What an order takes. Default: no time. */
  readonly work?: Promise<void> | undefined;
}

/** What is seen of a member. */
export interface Member {
  /** How often it has joined the group. */
  joins: number;
  /** It was called to join again, and waits until the others have done the same. */
  waiting: boolean;
  /** It was given an order. */
  begun: boolean;
}
