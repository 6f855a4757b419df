import type { CohortData } from '../../plugins/data/cohort.ts';
import { Cohort } from './cohort/Cohort.tsx';
import { InstructorPage } from './InstructorPage.tsx';

const says = 'Progress files that learners handed on, as a class: who is where, what is most often wrong, who may want a word';

/** For instructors: the same as `pnpm cohort import`, read in the page and kept nowhere. */
export default function CohortPage({ data }: { readonly data: CohortData }) {
  return (
    <InstructorPage
      wide
      title="Your class"
      description={says}
      lead={
        <>
          Each learner hands on one file: <code>pnpm progress export --as NAME</code>. Together the files say who is where, what was
          most often wrong at the first try, and who may want a word.
        </>
      }
    >
      <div className="cohort">
        <p className="cohort-promise">
          The files are read in this page. Nothing is sent and nothing is stored; a reload forgets them. In a terminal{' '}
          <code>pnpm cohort import *.jsonl</code> says the same, and joins it with a class list.
        </p>
        <noscript>
          <p className="page-lead">
            Reading files needs JavaScript. Without it, use the terminal: <code>pnpm cohort import *.jsonl --to tables</code> shows
            the class and writes the tables.
          </p>
        </noscript>
        <Cohort data={data} />
      </div>
    </InstructorPage>
  );
}
