import Link from '@docusaurus/Link';
import useBrokenLinks from '@docusaurus/useBrokenLinks';
import type { MisconceptionsOfLesson } from '../../plugins/data/misconceptions.ts';
import { InstructorPage } from './InstructorPage.tsx';
import { Misconception } from './misconceptions/Misconception.tsx';
import { Shown } from './misconceptions/Shown.tsx';

/** What learners get wrong and how to show it: made of the lessons' predictions, questions, claims and recorded runs. */
export default function MisconceptionsPage({ data }: { readonly data: readonly MisconceptionsOfLesson[] }) {
  const { collectAnchor } = useBrokenLinks();
  const count = new Set(data.flatMap(({ beliefs }) => beliefs.map(({ id }) => id))).size;
  return (
    <InstructorPage
      title="What learners get wrong, and how to show it"
      description="Wrong beliefs about Kafka, each with the experiment that refutes it and the command that runs it"
      lead={
        <>
          {count} beliefs that learners bring along and that an experiment here refutes. Each was right once, or sounds right. Ask
          first, let them predict, then run it: on the cluster with the command, or on the page as it was recorded.
        </>
      }
    >
      <p className="wrong-index">
        {data.map(({ number, title }) => (
          <a key={number} href={`#lesson-${number}`}>
            {number} {title}
          </a>
        ))}
      </p>
      {data.map(({ number, folder, title, beliefs, others }) => {
        collectAnchor(`lesson-${number}`);
        return (
          <section key={folder} id={`lesson-${number}`} className="wrong-lesson">
            <h2>
              <span>{number}</span> <Link to={`/lessons/${folder}`}>{title}</Link>
            </h2>
            {beliefs.map((belief) => (
              <Misconception key={belief.id} lesson={folder} belief={belief} />
            ))}
            {others.length > 0 && (
              <article className="wrong" aria-label={`More of lesson ${number} to vote on`}>
                <h3>{beliefs.length > 0 ? 'Also worth a vote' : 'Worth a vote'}</h3>
                {others.map((each) => (
                  <Shown key={each.experiment} lesson={folder} refutation={each} />
                ))}
              </article>
            )}
          </section>
        );
      })}
      <p>
        Beliefs that a later lesson will refute, and where each of all of them came from, stand on the page of{' '}
        <Link to="/notes/stale-beliefs">stale beliefs</Link>.
      </p>
    </InstructorPage>
  );
}
