import Link from '@docusaurus/Link';
import useBrokenLinks from '@docusaurus/useBrokenLinks';
import type { Plan } from '../../../plugins/plans/plans.ts';
import type { Scheduled } from '../../../plugins/plans/schedule.ts';
import { Words } from '../../code/Words.tsx';
import { inHours } from './in-hours.ts';
import './plan.css';

/** A plan: what it is for, what it leaves out, and a table for each session. */
export function PlanSection({ plan: { id, title, says, follows, sessions, leavesOut } }: { readonly plan: Plan }) {
  useBrokenLinks().collectAnchor(id);
  return (
    <section className="plan" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <p>
        <Words text={says} />
      </p>
      <p className="plan-covers">
        {leavesOut.length > 0
          ? `It leaves out ${leavesOut.join(', ')}.`
          : follows
            ? 'With the plan before it, it covers every lesson that is here.'
            : 'It covers every lesson that is here.'}
      </p>
      <div className={sessions.length > 2 ? 'plan-sessions plan-sessions--many' : 'plan-sessions'}>
        {sessions.map((session) => (
          <Session key={session.title} session={session} />
        ))}
      </div>
    </section>
  );
}

function Session({ session: { title, minutes, left, rows } }: { readonly session: Scheduled }) {
  return (
    <table className="plan-session">
      <caption>
        <b>{title}</b> <span>{inHours(minutes)}</span>
      </caption>
      <thead className="visually-hidden">
        <tr>
          <th scope="col">begins</th>
          <th scope="col">what</th>
          <th scope="col">minutes</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ at, is, says, lesson, minutes }) => (
          <tr key={at} className={`plan-row plan-row--${is}`}>
            <td className="plan-at">{at}</td>
            <td>{lesson ? <Link to={`/lessons/${lesson}`}>{says}</Link> : <Words text={says} />}</td>
            <td className="plan-minutes">{minutes}</td>
          </tr>
        ))}
        {left > 0 && (
          <tr className="plan-row plan-row--pause">
            <td className="plan-at" />
            <td>left for questions</td>
            <td className="plan-minutes">{left}</td>
          </tr>
        )}
      </tbody>
    </table>
  );
}
