import Link from '@docusaurus/Link';
import { useCourse } from '../course.ts';
import './map.css';

/** The parts that have lessons, each lesson with the question that it answers. */
export function CourseMap() {
  const { parts, lessons } = useCourse();
  return (
    <section className="map" aria-labelledby="lessons">
      <h2 id="lessons">What do you want to know?</h2>
      {parts
        .map((part) => ({ ...part, mine: lessons.filter((lesson) => lesson.part === part.number) }))
        .filter(({ mine }) => mine.length > 0)
        .map(({ number, numeral, title, mine }) => (
          <section key={number} className="map-part">
            <h3>
              <span>{numeral}</span> {title}
            </h3>
            <ol>
              {mine.map((lesson) => (
                <li key={lesson.folder}>
                  <Link to={`/lessons/${lesson.folder}`}>
                    <span className="map-number">{lesson.number}</span>
                    <span className="map-question">{lesson.question}</span>
                    <span className="map-title">
                      {lesson.title} · {lesson.minutes} min
                    </span>
                  </Link>
                </li>
              ))}
            </ol>
          </section>
        ))}
    </section>
  );
}
