import { useLocation } from '@docusaurus/router';
import useBaseUrl from '@docusaurus/useBaseUrl';

/** How a link stands to the page that is shown: `page` leads to it, `true` to the place that it belongs to, such as all lessons. */
export function usePlace(): (to: string) => 'page' | 'true' | undefined {
  const base = useBaseUrl('/');
  const here = `/${useLocation().pathname.slice(base.length)}`;
  return (to) => (to === here ? 'page' : firstOf(to) === firstOf(here) ? 'true' : undefined);
}

const firstOf = (path: string) => path.split('/')[1];
