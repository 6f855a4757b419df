import { useCourse } from './course.tsx';

/** The claim that a rule stands on, as a link to the lesson that proves it. */
export function Proof({ lesson, claim }: { readonly lesson: string; readonly claim: string }) {
  const course = useCourse();
  const says = course.claim(lesson, claim);
  return (
    <a className="pg-proof" href={course.href(lesson)} {...(says ? { title: says } : {})}>
      <span className="pg-proof-lesson">Lesson {lesson.slice(0, 2)}</span>: {claim.replaceAll('-', ' ')}
    </a>
  );
}
