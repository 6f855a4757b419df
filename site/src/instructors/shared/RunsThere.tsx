import Link from '@docusaurus/Link';
import type { LessonThere, SharedClusterData } from '../../../plugins/data/shared-cluster.ts';
import { Table } from '../../code/Table.tsx';
import './shared.css';

/** By lesson: what runs on somebody else's brokers, and what needs a cluster of one's own, and for what. */
export function RunsThere({ lessons }: Pick<SharedClusterData, 'lessons'>) {
  return (
    <Table className="shared-table">
      <thead>
        <tr>
          <th scope="col">lesson</th>
          <th scope="col">there</th>
          <th scope="col">runs there</th>
          <th scope="col">needs a cluster of one’s own</th>
        </tr>
      </thead>
      <tbody>
        {lessons.map((lesson) => (
          <Row key={lesson.folder} lesson={lesson} />
        ))}
      </tbody>
    </Table>
  );
}

function Row({ lesson: { number, folder, title, there, own } }: { readonly lesson: LessonThere }) {
  return (
    <tr>
      <th scope="row">
        <Link to={`/lessons/${folder}`}>
          {number} {title}
        </Link>
      </th>
      <td className="shared-count">
        {there.length} of {there.length + own.length}
      </td>
      <td>{own.length === 0 ? 'all of them' : there.map(({ title }) => title).join(' · ') || ''}</td>
      <td>
        {own.length === 0
          ? ''
          : own.map(({ experiment, title, needs }, i) => (
              <span key={experiment}>
                {i > 0 && ' · '}
                {title} <small>{needs.join(', ')}</small>
              </span>
            ))}
      </td>
    </tr>
  );
}
