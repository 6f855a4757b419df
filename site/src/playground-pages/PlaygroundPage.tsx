import Link from '@docusaurus/Link';
import Layout from '@theme/Layout';
import type { ReactNode } from 'react';
import { useCourse } from '../course.ts';
import { LinksBy } from '../playgrounds/kit/links.tsx';
import { playgrounds } from './playgrounds.ts';

interface Props {
  /** Its address. */
  readonly at: (typeof playgrounds)[number]['to'];
  readonly lead: string;
  /** The folder of the lesson that it belongs to; null while there is none. */
  readonly lesson: string | null;
  /** What is shown; not given: a model that tests hold against recorded runs. */
  readonly shows?: string;
  readonly children: ReactNode;
}

/** A page around a playground: what one can try there, and the lesson whose runs its model is held against. */
export function PlaygroundPage({ at, lead, lesson, shows = 'Its model is held against the recorded runs of', children }: Props) {
  const { lessons } = useCourse();
  const { says: title, lessons: taught } = playgrounds.find(({ to }) => to === at) ?? playgrounds[0];
  return (
    <Layout title={title} description={lead}>
      <main className="page page--wide">
        <h1>{title}</h1>
        <p className="page-lead">
          {lead} {shows}
          {lesson && (
            <>
              {' '}
              <Link to={`/lessons/${lesson}`}>lesson {lesson.slice(0, 2)}</Link>.
            </>
          )}
        </p>
        <noscript>
          <p className="page-lead">Its controls need JavaScript; you see how it begins. The lesson tells the same in words.</p>
        </noscript>
        <LinksBy value={Link}>{children}</LinksBy>
        <p className="page-more">
          {lessons
            .filter(({ folder }) => taught.some((each) => each === folder))
            .map(({ folder, number, title: name }) => (
              <Link key={folder} to={`/lessons/${folder}`}>
                Lesson {number}: {name}
              </Link>
            ))}
        </p>
        <nav className="page-others" aria-label="Playgrounds">
          {playgrounds.map(({ to, says }) => (
            <Link key={to} to={to} aria-current={to === at ? 'page' : undefined}>
              {says}
            </Link>
          ))}
        </nav>
      </main>
    </Layout>
  );
}
