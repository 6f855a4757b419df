import type { MatrixRow } from '@proving/replay';
import { linesOf } from './lines.ts';

/** The versions of a contract side by side; what a version says and the one before it did not is marked, and so is what is gone from the next. */
export function Versions({ row }: { readonly row: MatrixRow }) {
  const texts = row.history.map(linesOf);
  return (
    <div className="pg-versions">
      {texts.map((lines, i) => (
        <figure key={`${row.change} ${lines.join('\n')}`}>
          <figcaption>
            Version {i + 1}
            {i === texts.length - 1 && ': the change'}
          </figcaption>
          <pre>
            {lines.map((line) => (
              <Line key={line} line={line} before={texts[i - 1]} after={texts[i + 1]} />
            ))}
          </pre>
        </figure>
      ))}
    </div>
  );
}

interface LineProps {
  readonly line: string;
  readonly before: readonly string[] | undefined;
  readonly after: readonly string[] | undefined;
}

function Line({ line, before, after }: LineProps) {
  if (before && !before.includes(line)) return <ins>{`+ ${line}\n`}</ins>;
  if (after && !after.includes(line)) return <del>{`− ${line}\n`}</del>;
  return <span>{`  ${line}\n`}</span>;
}
