/** What a control is marked with, 16 px. */
export const Icon = ({ d }: { readonly d: string }) => (
  <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
    <path d={d} />
  </svg>
);

export const playIcon = 'M4 2.5l9 5.5l-9 5.5z';
export const pauseIcon = 'M4 3h3v10H4zM9 3h3v10H9z';
