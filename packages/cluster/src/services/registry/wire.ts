import { get } from 'node:http';
import { get as getOverTls } from 'node:https';

/**
 * Whether a registry answers there: a list of subjects, however short. False also for another program at that port. On a connection of
 * its own, so that nothing which was open before a restart stands in the way.
 * @param within milliseconds
 */
export function answers(url: string, within = 1_000): Promise<boolean> {
  const ask = url.startsWith('https:') ? getOverTls : get;
  return new Promise((answer) => {
    const request = ask(`${url}/subjects`, { agent: false, signal: AbortSignal.timeout(within) }, (response) => {
      let body = '';
      response.setEncoding('utf8');
      response.on('data', (text: string) => {
        body += text;
      });
      response.once('error', () => answer(false));
      response.once('end', () => answer(response.statusCode === 200 && isList(body)));
    });
    request.once('error', () => answer(false));
  });
}

function isList(body: string): boolean {
  try {
    return Array.isArray(JSON.parse(body));
  } catch {
    return false;
  }
}
