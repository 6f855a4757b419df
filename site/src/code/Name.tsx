import { Fragment } from 'react';

/** The name of a setting, which a narrow column may break behind its dots. */
export function Name({ name }: { readonly name: string }) {
  return (
    <code>
      {name.split(/(?<=\.)/).map((part, i) => (
        <Fragment key={part + String(i)}>
          {i > 0 && <wbr />}
          {part}
        </Fragment>
      ))}
    </code>
  );
}
