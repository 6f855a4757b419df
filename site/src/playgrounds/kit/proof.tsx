import { useLink } from './links.tsx';
import type { ProvedClaim, ProvedLesson } from './proved.ts';

interface Props<L extends ProvedLesson> {
  readonly lesson: L;
  readonly claim: ProvedClaim<L>;
}

/** The claim that a rule stands on, as a link to how it stands in the ledger. */
export function Proof<L extends ProvedLesson>({ lesson, claim }: Props<L>) {
  const Link = useLink();
  return (
    <Link className="pg-proof" to={`/claims/${lesson}#${claim}`}>
      Lesson {lesson.slice(0, 2)}: {claim.replaceAll('-', ' ')}
    </Link>
  );
}
