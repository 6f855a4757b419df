import Link from '@docusaurus/Link';
import type { Missed } from '@proving/progress/cohort';
import type { CohortData } from '../../../plugins/data/cohort.ts';
import { Words } from '../../code/Words.tsx';
import { choicesOf } from './choices.ts';

/** One thing that was missed: how often, what was asked, what was said instead, and what is right. */
export function MissedItem({ missed, data }: { readonly missed: Missed; readonly data: CohortData }) {
  const { lesson, what, id, wrong, tried, because } = missed;
  const known = data.lessons.find(({ folder }) => folder === lesson);
  const asked = what === 'task' ? undefined : (what === 'question' ? known?.questions : known?.predictions)?.[id];
  const choices = choicesOf(missed, asked, data.beliefs);
  return (
    <li className="missed-item">
      <p className="missed-count">
        <b>{wrong}</b> {what === 'task' ? (wrong === 1 ? 'learner' : 'learners') : `of ${tried}`}
        {what !== 'task' && (
          <span className="missed-bar" aria-hidden="true">
            <span style={{ inlineSize: `${(100 * wrong) / tried}%` }} />
          </span>
        )}
      </p>
      <div>
        <p className="missed-ask">
          {asked ? <Words text={asked.ask} /> : <code>{id}</code>}{' '}
          <Link to={what === 'task' ? `/lessons/${lesson}` : `/lessons/${lesson}#${id}`}>
            {lesson.slice(0, 2)}
            {what === 'question' ? `.${id}` : ''} {what === 'question' ? '' : known?.title}
          </Link>
        </p>
        {what === 'task' && because.length > 0 && (
          <p className="missed-right">
            {because.map(([mistake, times]) => `${mistake} ${inTimes(times)}`).join(', ')} ·{' '}
            <code>pnpm exercise {lesson.slice(0, 2)}</code>
          </p>
        )}
        <ul className="missed-choices">
          {choices.map(({ says, times, belief }) => (
            <li key={says}>
              {says && (
                <>
                  “<Words text={says} />”{' '}
                </>
              )}
              <span className="missed-times">{inTimes(times)}</span>
              {belief && (
                <span className="missed-belief">
                  <Link to="/notes/stale-beliefs">{belief.id}</Link> <Words text={belief.says} />
                </span>
              )}
            </li>
          ))}
        </ul>
        {asked && (
          <p className="missed-right">
            ✓ <Words text={asked.right} />
          </p>
        )}
      </div>
    </li>
  );
}

const inTimes = (n: number) => (n === 1 ? 'once' : n === 2 ? 'twice' : `${n} times`);
