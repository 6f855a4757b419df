interface Props {
  readonly words: string;
  /** `kafkajs`: whose source has the words; `observed`: a broker, a tool or Node said them. */
  readonly from: string;
}

/** A message in its exact words. Unlike code it is wrapped: it is one sentence, and read on phones in trouble. */
export function Said({ words, from }: Props) {
  return (
    <figure className="said">
      <code>{words}</code>
      {from !== 'observed' && <figcaption>{from}</figcaption>}
    </figure>
  );
}
