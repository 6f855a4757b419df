import type { ComponentProps } from 'react';

/** A table of a page. A wide one scrolls by itself, with the keyboard too, and the page does not. */
export function Table(props: ComponentProps<'table'>) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with the keyboard
    <section className="table-scroll" aria-label="Table" tabIndex={0}>
      <table {...props} />
    </section>
  );
}
