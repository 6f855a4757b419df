import Link from '@docusaurus/Link';
import Layout from '@theme/Layout';
import type { ReactNode } from 'react';
import { instructorPlaces } from './places.ts';
import './instructors.css';

interface Props {
  readonly title: string;
  readonly lead: ReactNode;
  /** For search engines and the tab: the lead without its markup. */
  readonly description: string;
  readonly wide?: boolean;
  readonly children: ReactNode;
}

/** A page for instructors, with the way to the others. */
export function InstructorPage({ title, lead, description, wide = false, children }: Props) {
  return (
    <Layout title={title} description={description}>
      <main className={wide ? 'page page--wide instructors' : 'page instructors'}>
        <nav aria-label="For instructors" className="instructors-places">
          {instructorPlaces.map(({ to, says }) => (
            <Link key={to} to={to} isNavLink exact activeClassName="instructors-here">
              {says}
            </Link>
          ))}
        </nav>
        <h1>{title}</h1>
        <p className="page-lead">{lead}</p>
        {children}
      </main>
    </Layout>
  );
}
