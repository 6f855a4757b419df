/**
 * Work that must end within its budget. The work itself cannot be stopped; what it does later is nobody's.
 * @param last what to say was last seen when the budget is spent
 * @throws an error with `exit` 2: nothing was judged
 */
export async function inTime<T>(work: Promise<T>, budgetMs: number, last: () => string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(Object.assign(new Error(`The time budget of ${budgetMs / 1000} s is used up.`), { exit: 2, saw: last() })),
      budgetMs,
    );
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
    work.catch(() => undefined);
  }
}
