import Link from '@docusaurus/Link';
import { useCourse } from '../../course.ts';
import { places } from '../../places.ts';

/** Below every page: all lessons as plain links, which is also the menu of a phone without JavaScript. */
export default function Footer() {
  const { kafka, lessons, version } = useCourse();
  return (
    <footer className="bottom">
      <nav aria-label="All lessons" className="bottom-lessons">
        {lessons.map(({ folder, number, title }) => (
          <Link key={folder} to={`/lessons/${folder}`}>
            <span>{number}</span> {title}
          </Link>
        ))}
      </nav>
      <nav aria-label="All places" className="bottom-places">
        <Link to="/">Home</Link>
        {places.map(({ to, says }) => (
          <Link key={to} to={to}>
            {says}
          </Link>
        ))}
      </nav>
      <p>
        Course {version}, proved on Kafka {kafka}. Apache License 2.0. Apache Kafka is a trademark of the Apache Software
        Foundation, which has no part in this course.
      </p>
    </footer>
  );
}
