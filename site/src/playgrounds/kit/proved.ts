/** The claims that the playgrounds' rules stand on, by lesson. A test looks that each is still made there. */
export const proved = {
  '03-keys-and-partitioners': [
    'the-client-decides',
    'partitioners-disagree',
    'growing-moves-keys',
    'one-hot-key-one-busy-consumer',
  ],
  '07-acks-and-durability': [
    'acknowledged-survives',
    'all-means-all-in-sync',
    'too-few-in-sync-refuses',
    'min-isr-gates-visibility',
  ],
  '08-batching-and-compression': ['compression-works-on-batches'],
  '11-storage': [
    'records-live-in-batches',
    'a-segment-goes-as-a-whole',
    'a-limit-is-per-partition',
    'compaction-keeps-the-last-per-key-behind-the-head',
    'tombstones-linger-until-new-traffic',
  ],
  '14-schema-evolution': ['backward-means-readers-first', 'forward-means-writers-first', 'not-transitive-not-safe'],
} as const;

export type ProvedLesson = keyof typeof proved;
export type ProvedClaim<L extends ProvedLesson = ProvedLesson> = (typeof proved)[L][number];
