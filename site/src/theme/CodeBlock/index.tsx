import type { ReactNode } from 'react';
import '../../code/code.css';

/** Code that nobody coloured while building: only what the theme itself shows when something failed. */
export default function CodeBlock({ children }: { readonly children?: ReactNode }) {
  return (
    <pre className="code-text">
      <code>{children}</code>
    </pre>
  );
}
