import type { Security } from '../driver.ts';
import { type Greeted, type Greeting, greet, type Unanswered } from './greet.ts';
import { tooFew, tooOld, unadvertised, unanswered } from './refusals.ts';
import type { Address, ExternalSettings } from './settings.ts';

/** A broker answers within this, or it counts as one that does not. */
const patience = 3_000;
/** Produce 12 came with Kafka 4.0, whose group and transaction protocols the lessons are about. */
const oldestProduce = 12;

/**
 * Finds the cluster behind the bootstrap addresses and calls on every broker it names, at the address it names: a wrong
 * advertised listener is the commonest reason why clients connect and then hang. At most 10 seconds in all.
 * @throws {Plain} what stands in the way, what was seen, what to do
 */
export async function reach(settings: ExternalSettings): Promise<Greeting> {
  const { bootstrap, security } = settings;
  const answers = await Promise.all(bootstrap.map((at) => call(at, security)));
  const greeting = answers.find((each) => each.kind === 'greeting')?.greeting;
  if (!greeting) throw unanswered(await spoken(security, missing(answers)), security);
  if (greeting.produce < oldestProduce) throw tooOld(bootstrap[0] as Address, greeting.produce);

  const away = await unreachable(greeting, security);
  if (away.length > 0) throw unadvertised(greeting, away);
  if (greeting.brokers.length < 3) throw tooFew(greeting);
  return greeting;
}

/** The brokers of a greeting that do not answer at their advertised addresses. */
export async function unreachable(greeting: Greeting, security: Security | null): Promise<readonly Unanswered[]> {
  return missing(await Promise.all(greeting.brokers.map((each) => call(each.address, security))));
}

export const call = (at: Address, security: Security | null) => greet(at, security, AbortSignal.timeout(patience));

/** Whether the other way of speaking, TLS or plaintext, would have been answered there. A port that says nothing says it both ways. */
async function spoken(security: Security | null, failures: readonly Unanswered[]) {
  const first = failures[0] as Unanswered;
  const garbled = first.during === 'hello' && ['tls', 'closed', 'not-kafka'].includes(first.trouble.kind);
  if (!garbled) return { first, failures, answersOther: false };
  const other = { tls: security?.tls ? null : { rejectUnauthorized: false }, sasl: null };
  const again = await call(first.at, other);
  return { first, failures, answersOther: again.kind === 'greeting' || again.during !== 'hello' };
}

const missing = (answers: readonly Greeted[]) => answers.filter((each) => each.kind === 'unanswered');
