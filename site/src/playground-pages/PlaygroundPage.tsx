import Link from '@docusaurus/Link';
import Layout from '@theme/Layout';
import type { ReactNode } from 'react';

const playgrounds = [
  { to: '/playgrounds/partitioner', says: 'Where does a key go?' },
  { to: '/playgrounds/durability', says: 'What does this send promise?' },
] as const;

interface Props {
  readonly title: string;
  readonly lead: string;
  /** The folder of the lesson that it belongs to. */
  readonly lesson: string;
  readonly children: ReactNode;
}

/** A page around a playground: what one can try there, and the lesson whose runs its model is held against. */
export function PlaygroundPage({ title, lead, lesson, children }: Props) {
  return (
    <Layout title={title} description={lead}>
      <main className="page page--wide">
        <h1>{title}</h1>
        <p className="page-lead">
          {lead} Its model is held against the recorded runs of <Link to={`/lessons/${lesson}`}>lesson {lesson.slice(0, 2)}</Link>.
        </p>
        {children}
        <p className="page-more">
          {playgrounds.map(({ to, says }) => (
            <Link key={to} to={to} isNavLink activeClassName="page-more-here">
              {says}
            </Link>
          ))}
        </p>
      </main>
    </Layout>
  );
}
