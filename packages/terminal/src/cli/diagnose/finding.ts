/** One line of `pnpm diagnose`: what was found, what is needed, and the one command that mends it. */
export interface Finding {
  readonly about: string;
  /** `missing` stands in the way of a lesson; `note` is worth knowing and stands in no one's way. */
  readonly state: 'good' | 'note' | 'missing';
  readonly found: string;
  readonly needed: string | null;
  readonly fix: string | null;
}

export const good = (about: string, found: string): Finding => ({ about, state: 'good', found, needed: null, fix: null });
export const note = (about: string, found: string, needed: string | null = null, fix: string | null = null): Finding => ({
  about,
  state: 'note',
  found,
  needed,
  fix,
});
export const missing = (about: string, found: string, needed: string, fix: string): Finding => ({
  about,
  state: 'missing',
  found,
  needed,
  fix,
});
