/**
 * Whether a registry answers there: a list of subjects, however short. False also for another program at that port.
 * @param within milliseconds
 */
export async function answers(url: string, within = 1_000): Promise<boolean> {
  const subjects = await get(`${url}/subjects`, within);
  return Array.isArray(subjects);
}

async function get(url: string, within: number): Promise<unknown> {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(within) });
    const body = await answer.json();
    return answer.ok ? body : null;
  } catch {
    return null;
  }
}
