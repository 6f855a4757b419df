import Link from '@docusaurus/Link';
import Layout from '@theme/Layout';
import type { ReactNode } from 'react';
import { LinksBy } from '../playgrounds/kit/links.tsx';

const playgrounds = [
  { to: '/playgrounds/partitioner', says: 'Where does a key go?' },
  { to: '/playgrounds/durability', says: 'What does this send promise?' },
  { to: '/playgrounds/storage', says: 'When does it go away?' },
  { to: '/playgrounds/batches', says: 'What is in a batch?' },
] as const;

interface Props {
  readonly title: string;
  readonly lead: string;
  /** The folder of the lesson that it belongs to. */
  readonly lesson: string;
  /** What is shown; not given: a model that tests hold against recorded runs. */
  readonly shows?: string;
  readonly children: ReactNode;
}

/** A page around a playground: what one can try there, and the lesson whose runs its model is held against. */
export function PlaygroundPage({ title, lead, lesson, shows = 'Its model is held against the recorded runs of', children }: Props) {
  return (
    <Layout title={title} description={lead}>
      <main className="page page--wide">
        <h1>{title}</h1>
        <p className="page-lead">
          {lead} {shows} <Link to={`/lessons/${lesson}`}>lesson {lesson.slice(0, 2)}</Link>.
        </p>
        <noscript>
          <p className="page-lead">Its controls need JavaScript; you see how it begins. The lesson tells the same in words.</p>
        </noscript>
        <LinksBy value={Link}>{children}</LinksBy>
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
