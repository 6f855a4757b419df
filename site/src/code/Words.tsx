import { Fragment } from 'react';

/** A text of a manifest or a quiz: words, and code between backticks. */
export function Words({ text }: { readonly text: string }) {
  return (
    <>
      {text.split('`').map((part, i) => {
        const key = `${i}:${part}`;
        return i % 2 === 1 ? <code key={key}>{part}</code> : <Fragment key={key}>{part}</Fragment>;
      })}
    </>
  );
}
