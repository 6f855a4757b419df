/** Where something is in the course: the same in commands, folder names, links and errors. `07`, `07.3`, `07.q2`. */
export interface Address {
  /** As the learner typed it, without the part behind the dot: `7`, `07`, `acks-and-durability`, `07-acks-and-durability`. */
  readonly lesson: string;
  readonly step: number | null;
  readonly question: string | null;
}

/** `null` when the text has not the form of an address; whether the lesson exists is the catalog's to say. */
export function parseAddress(text: string): Address | null {
  const parts = /^([a-z0-9][a-z0-9-]*)(?:\.(?:(\d{1,2})|(q\d{1,2})))?$/i.exec(text.trim());
  if (!parts) return null;
  return {
    lesson: (parts[1] as string).toLowerCase(),
    step: parts[2] ? Number(parts[2]) : null,
    question: parts[3]?.toLowerCase() ?? null,
  };
}
