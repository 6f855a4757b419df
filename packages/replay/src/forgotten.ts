interface Window {
  /** How many records were seen in all. */
  readonly count: number;
  /** The newest of them, by offset, ascending. */
  readonly records: readonly { readonly offset: number }[];
}

/** Whether a record is older than all that a long log still shows: it was counted when it came, and is not to be counted again. */
export const isForgotten = ({ count, records }: Window, offset: number): boolean =>
  count > records.length && offset < (records[0]?.offset ?? 0);
