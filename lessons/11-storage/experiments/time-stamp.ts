/** A time stamp as kafkajs takes it: so many days from now, or ago if there are fewer than none. */
export const days = (ahead: number): string => String(Date.now() + ahead * 86_400_000);

/** The same in hours. */
export const hours = (ahead: number): string => days(ahead / 24);
