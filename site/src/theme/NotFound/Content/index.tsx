import Link from '@docusaurus/Link';
import { useLocation } from '@docusaurus/router';
import useIsBrowser from '@docusaurus/useIsBrowser';
import { useCourse } from '../../../course.ts';
import { CourseMap } from '../../../home/CourseMap.tsx';
import { lessonMeant } from '../../../lesson-meant.ts';

/** No page is here: says which lesson was probably meant, and shows all of them. */
export default function NotFoundContent() {
  const { lessons } = useCourse();
  const { pathname } = useLocation();
  const meant = useIsBrowser() ? lessonMeant(pathname, lessons) : null;
  return (
    <main className="page">
      <h1>No page is here</h1>
      {meant ? (
        <p className="page-lead">
          Did you mean lesson {meant.number}, <Link to={`/lessons/${meant.folder}`}>{meant.title}</Link>?
        </p>
      ) : (
        <p className="page-lead">
          The address may be old, or mistyped. Search above, or take one of these; the <Link to="/claims">ledger of claims</Link>{' '}
          and the <Link to="/notes/glossary">glossary</Link> lead to the rest.
        </p>
      )}
      <CourseMap />
    </main>
  );
}
