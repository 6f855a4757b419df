/** When the leader answers a send: not at all, for itself, or when every replica in sync has the record. */
export const allAcks = ['0', '1', 'all'] as const;
export type Acks = (typeof allAcks)[number];

/** One partition with a leader that runs, at the moment when a record is sent. */
export interface Situation {
  /** The leader and its followers: 1 or more. */
  readonly replicas: number;
  /** `min.insync.replicas` of the topic: 1 to `replicas`. */
  readonly minInsync: number;
  readonly acks: Acks;
  /** Followers that have left the in-sync replicas: shut down, or silent for too long. */
  readonly gone: number;
  /** Followers that stand still and are still counted as in sync. */
  readonly frozen: number;
}

/** What the producer hears. `waiting` ends in a time-out, which is neither yes nor no. */
export type Answer = 'ok' | 'refused' | 'waiting' | 'not-asked';

/**
 * What becomes of the record if the leader dies now and the frozen followers wake up; unclean election is off, as by default.
 * `only-here`: no other replica may lead, so the partition waits for this broker, and its disk is the only one.
 */
export type Fate = 'survives' | 'at-risk' | 'lost' | 'only-here' | 'not-stored';

export interface Outcome {
  /** How many replicas count as in sync, the leader among them. */
  readonly inSync: number;
  readonly answer: Answer;
  /** Replicas that have the record for certain when the answer is "ok"; 0 without an "ok". */
  readonly promised: number;
  /** Whether the leader's log has it. */
  readonly stored: boolean;
  /** Whether consumers are served it, now that all who can have copied it. */
  readonly readable: boolean;
  readonly fate: Fate;
}

/**
 * Proved in lesson 07: `too-few-in-sync-refuses`, `all-means-all-in-sync`, `min-isr-gates-visibility`, `acknowledged-survives`.
 * The fates `only-here` and `at-risk` follow from who may lead next (Kafka docs, Design, Replication; KIP-966).
 */
export function outcomeOf({ replicas, minInsync, acks, gone, frozen }: Situation): Outcome {
  const inSync = replicas - gone;
  const enough = inSync >= minInsync;
  const answer = answerOf(acks, enough, frozen);
  const stored = answer !== 'refused';
  return {
    inSync,
    answer,
    promised: answer !== 'ok' ? 0 : acks === 'all' ? inSync : 1,
    stored,
    readable: stored && enough && frozen === 0,
    fate: stored ? fateOf({ acks, answer, minInsync, followers: inSync - 1 - frozen, frozen }) : 'not-stored',
  };
}

function answerOf(acks: Acks, enough: boolean, frozen: number): Answer {
  if (acks === '0') return 'not-asked';
  if (acks === '1') return 'ok';
  if (!enough) return 'refused';
  return frozen > 0 ? 'waiting' : 'ok';
}

interface Stored {
  readonly acks: Acks;
  readonly answer: Answer;
  readonly minInsync: number;
  /** Followers that are in sync and run. */
  readonly followers: number;
  readonly frozen: number;
}

function fateOf({ acks, answer, minInsync, followers, frozen }: Stored): Fate {
  if (followers > 0) return acks === 'all' && answer === 'ok' ? 'survives' : 'at-risk';
  if (frozen > 0) return 'lost';
  // Below the minimum a follower that left last is still eligible to lead, and it has not got the record (KIP-966).
  return minInsync > 1 ? 'at-risk' : 'only-here';
}
