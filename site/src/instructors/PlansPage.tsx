import Link from '@docusaurus/Link';
import type { PlansData } from '../../plugins/plans/plans.ts';
import { useCourse } from '../course.ts';
import { InstructorPage } from './InstructorPage.tsx';
import { instructorPlaces } from './places.ts';
import { Alone } from './plans/Alone.tsx';
import { inHours } from './plans/in-hours.ts';
import { PlanSection } from './plans/PlanSection.tsx';

/** Course plans, made of what the lessons say about themselves. */
export default function PlansPage({ data }: { readonly data: PlansData }) {
  const { lessons } = useCourse();
  const [first, last] = [lessons[0]?.number, lessons.at(-1)?.number];
  return (
    <InstructorPage
      title="Teaching with it"
      description="Course plans with times that are computed from the lessons"
      lead={
        <>
          {lessons.length} lessons are here, {first} to {last}, {inHours(data.minutes)} for a first walk with the exercises. Every
          learner sees every claim hold and fail on a cluster of their own; you talk about what they predicted.
        </>
      }
    >
      <ul className="instructors-cards">
        {instructorPlaces.slice(1).map(({ to, says, more }) => (
          <li key={to}>
            <Link to={to}>
              <b>{says}</b>
              <span>{more}</span>
            </Link>
          </li>
        ))}
      </ul>
      <p>
        The minutes of a lesson are those of its manifest; pauses, talks and sums are computed. A plan that is over its time fails a
        test of this repository. A plan names the lessons that are here and promises no other.
      </p>
      {data.plans.map((plan) => (
        <PlanSection key={plan.id} plan={plan} />
      ))}
      <Alone sittings={data.sittings} most={data.sitting} />
    </InstructorPage>
  );
}
