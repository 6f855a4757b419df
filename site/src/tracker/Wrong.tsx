import Link from '@docusaurus/Link';
import type { State } from '@proving/progress/browser';
import type { TrackerData } from '../../plugins/data/tracker.ts';
import { Words } from '../code/Words.tsx';

/** What was wrong and is not yet put right: what was asked, what was said, what was measured, and the belief behind it. */
export function Wrong({ state, data: { asks, beliefs } }: { readonly state: State; readonly data: TrackerData }) {
  if (state.toClear.length === 0) return null;
  return (
    <section className="tracker-part" aria-labelledby="wrong">
      <h2 id="wrong">Wrong, and not yet put right</h2>
      <ul>
        {state.toClear.map(({ lesson, what, id, beliefs: betrayed }) => {
          const predicted = what === 'prediction' ? state.lessons[lesson]?.predictions[id]?.latest : undefined;
          return (
            <li key={`${lesson}/${what}/${id}`}>
              <Link to={`/lessons/${lesson}#${id}`}>
                {lesson.slice(0, 2)} {what} {id}
              </Link>{' '}
              <Words text={asks[lesson]?.[id] ?? ''} />
              {predicted?.said && (
                <p>
                  You said: <Words text={predicted.said} /> Measured: <Words text={predicted.measured} />
                </p>
              )}
              {betrayed.map((belief) => (
                <p key={belief}>
                  <Link to="/notes/stale-beliefs">{belief}</Link>, a stale belief: “
                  <Words text={beliefs[belief] ?? ''} />”
                </p>
              ))}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
