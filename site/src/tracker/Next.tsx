import Link from '@docusaurus/Link';
import type { Overview } from '@proving/progress/browser';

/** Where to go on; its place is kept free until the log is read. */
export function Next({ next, read }: { readonly next: Overview['next']; readonly read: boolean }) {
  if (!read)
    return (
      <p className="tracker-next script-only" aria-hidden="true">
        …<span>…</span>
      </p>
    );
  if (!next) return null;
  return (
    <p className="tracker-next">
      <Link to={`/lessons/${next.folder}`}>
        → {next.number} {next.title}
      </Link>{' '}
      <span>
        {next.why === 'resume' ? 'where you stopped' : next.why === 'exercise' ? 'its exercise is left' : 'the next one'},{' '}
        {next.minutesLeft} minutes:{' '}
        <code>
          pnpm {next.why === 'exercise' ? 'exercise' : 'lesson'} {next.address}
        </code>
      </span>
    </p>
  );
}
