import type { ReactNode } from 'react';
import './playground.css';

interface Props {
  readonly name: string;
  readonly children: ReactNode;
}

/** The frame of every playground: colours, letters, and a name that a screen reader says. */
export function Playground({ name, children }: Props) {
  return (
    <section className="pg" aria-label={name}>
      {children}
    </section>
  );
}
