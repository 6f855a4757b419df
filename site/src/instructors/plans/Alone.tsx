import Link from '@docusaurus/Link';
import useBrokenLinks from '@docusaurus/useBrokenLinks';
import { minutesOf, type Timed } from '../../../plugins/plans/schedule.ts';
import { inHours } from './in-hours.ts';

const paces = [1, 2, 4] as const;
const inWords = { 1: 'one', 2: 'two', 4: 'four' } as const;

/** For who learns alone: sittings, what has been done after each, and how long it takes at which pace. */
export function Alone({ sittings, most }: { readonly sittings: readonly (readonly Timed[])[]; readonly most: number }) {
  useBrokenLinks().collectAnchor('alone');
  return (
    <section className="plan" aria-labelledby="alone">
      <h2 id="alone">Alone, at one’s own pace</h2>
      <p>
        {sittings.length} sittings of at most {inHours(most)}:{' '}
        {paces.map((pace, i) => {
          const weeks = Math.ceil(sittings.length / pace);
          return `${i > 0 ? ', ' : ''}${inWords[pace]} a week ${i === 0 ? 'takes ' : ''}${weeks} ${weeks === 1 ? 'week' : 'weeks'}`;
        })}
        . <code>pnpm lesson</code> goes on where one stopped, and <code>pnpm review</code> asks again what was missed, ten questions
        a day at most. The assessments stand at the end of a part: from <code>pnpm assess 1</code> to <code>pnpm assess 4</code>.
      </p>
      <table className="plan-session plan-session--alone">
        <thead>
          <tr>
            <th scope="col">sitting</th>
            <th scope="col">lessons</th>
            <th scope="col">takes</th>
            <th scope="col">in all</th>
          </tr>
        </thead>
        <tbody>
          {sittings.map((lessons, i) => (
            <tr key={lessons[0]?.folder}>
              <td>{i + 1}</td>
              <td>
                {lessons.map(({ folder, number, title, minutes }) => (
                  <span key={folder} className="plan-lesson">
                    <Link to={`/lessons/${folder}`}>
                      {number} {title}
                    </Link>{' '}
                    <small>{minutes}</small>
                  </span>
                ))}
              </td>
              <td className="plan-minutes">{inHours(minutesOf(lessons))}</td>
              <td className="plan-minutes">{inHours(minutesOf(sittings.slice(0, i + 1).flat()))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
