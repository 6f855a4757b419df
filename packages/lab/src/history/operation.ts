/** What a client asked for and what it was told. A send without an answer is `info`: the write may have happened. */
export type Operation = SendOperation | DeliverOperation | CommitOperation | TransactionOperation;

export type Outcome = 'ok' | 'fail' | 'info';

export interface SentRecord {
  readonly key: string | null;
  readonly value: string | null;
  /** Where the broker said it is; null without an answer, offset null with acks=0. */
  placed: { readonly partition: number; readonly offset: number | null } | null;
}

export interface SendOperation {
  readonly kind: 'send';
  readonly process: string;
  readonly topic: string;
  /** Milliseconds since the arm began, when the call was made. */
  readonly at: number;
  readonly records: readonly SentRecord[];
  outcome: Outcome;
  /** The transaction it belongs to, by its number in the process. */
  readonly transaction: string | null;
}

export interface DeliverOperation {
  readonly kind: 'deliver';
  readonly process: string;
  readonly group: string;
  readonly topic: string;
  readonly at: number;
  readonly partition: number;
  readonly offset: number;
  readonly key: string | null;
  readonly value: string | null;
  readonly isolation: 'read_committed' | 'read_uncommitted';
}

export interface CommitOperation {
  readonly kind: 'commit';
  readonly process: string;
  readonly group: string;
  readonly topic: string;
  readonly at: number;
  readonly partition: number;
  readonly offset: number;
}

export interface TransactionOperation {
  readonly kind: 'transaction';
  readonly process: string;
  readonly transaction: string;
  readonly at: number;
  outcome: 'open' | 'committed' | 'aborted' | 'info';
}
