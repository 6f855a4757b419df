import { type Duration, Plain, type Power, type Shape } from '@proving/spec';
import type { Security } from '../driver.ts';
import type { Greeting, Unanswered } from './greet.ts';
import { type Address, inWords } from './settings.ts';

/** Why nobody answered as a Kafka broker should. `answersOther`: the same port does answer with TLS instead of plaintext, or the reverse. */
export function unanswered(
  seen: { readonly first: Unanswered; readonly failures: readonly Unanswered[]; readonly answersOther: boolean },
  security: Security | null,
): Plain {
  const { first, failures, answersOther } = seen;
  const where = inWords(first.at);
  const saw =
    failures.length === 1 ? first.trouble.saw : failures.map((each) => `${inWords(each.at)}: ${each.trouble.saw}`).join('; ');
  const say = (code: string, what: string, fix: string) => new Plain(code, what, { saw, fix });

  if (answersOther && security?.tls)
    return say(
      'tls-on-plaintext',
      `${where} is a Kafka broker that speaks plaintext, and it was called with TLS.`,
      'Leave PROVING_TLS out, or name the port of its TLS listener in PROVING_BOOTSTRAP.',
    );
  if (answersOther)
    return say(
      'plaintext-on-tls',
      `${where} is a Kafka broker behind TLS, and it was called in plaintext.`,
      'Set PROVING_TLS=1, and PROVING_TLS_CA to the file of the authority that signed its certificate if that is a private one.',
    );
  if (first.during === 'metadata' && first.trouble.kind === 'closed' && !security?.sasl)
    return say(
      'login-wanted',
      `${where} is a Kafka broker that wants a log-in: it closed the connection at the first request.`,
      'Set PROVING_SASL_MECHANISM, PROVING_SASL_USERNAME and PROVING_SASL_PASSWORD.',
    );

  switch (first.trouble.kind) {
    case 'refused':
      return say(
        'refused',
        `Nothing listens at ${where}.`,
        'Check host and port in PROVING_BOOTSTRAP, and that the broker is running.',
      );
    case 'unknown-host':
      return say(
        'unknown-host',
        `No machine is known here by the name ${first.at.host}.`,
        'Check the name in PROVING_BOOTSTRAP, and whether it needs a VPN.',
      );
    case 'unreachable':
      return say(
        'unreachable',
        `${where} cannot be reached from this machine.`,
        'Check the address in PROVING_BOOTSTRAP, and whether a firewall or a missing VPN stands between.',
      );
    case 'silent':
      return say(
        'silent',
        `${where} takes connections, and says nothing.`,
        'If a broker runs there it hangs: look at its log. Else this is the port of another program; check PROVING_BOOTSTRAP.',
      );
    case 'closed':
      return say(
        'closed',
        `${where} hangs up on a Kafka client.`,
        'Check that this is the port of a listener for clients, not of a controller or of another program.',
      );
    case 'not-kafka':
      return say(
        'not-kafka',
        `${where} answers, but not as a Kafka broker does.`,
        'PROVING_BOOTSTRAP needs the address of a Kafka listener, not that of a web page, a REST proxy or a schema registry.',
      );
    case 'tls':
      return say('tls', `A TLS connection to ${where} could not be made.`, tlsFix(first.trouble.saw));
    case 'mechanism':
      return say(
        'mechanism',
        `${where} does not offer ${security?.sasl?.mechanism.toUpperCase()}.`,
        `Set PROVING_SASL_MECHANISM to what it offers: ${first.trouble.offered.join(', ').toLowerCase()}.`,
      );
    case 'no-sasl':
      return say(
        'no-sasl',
        `${where} does not take a log-in.`,
        'Leave the PROVING_SASL_ settings out, or name the port of its SASL listener in PROVING_BOOTSTRAP.',
      );
    case 'password':
      return say(
        'password',
        `${where} did not accept the user ${security?.sasl?.username} with the password given.`,
        'Check PROVING_SASL_USERNAME and PROVING_SASL_PASSWORD.',
      );
  }
}

/** The commonest trouble of all: the first call is answered, and the address it hands out is of no use here. */
export function unadvertised(greeting: Greeting, away: readonly Unanswered[]): Plain {
  const who = named(greeting, away);
  const which = who.length === 1 ? 'that address does' : 'those addresses do';
  return new Plain('advertised', `The cluster answers, and names ${who.join(', ')}; ${which} not answer from here.`, {
    saw: away.map((each) => each.trouble.saw).join('; '),
    fix: 'Either the broker is down, or its advertised.listeners names an address for other machines than this one. Clients always go to the advertised address.',
  });
}

export function missingBrokers(found: Greeting, away: readonly Unanswered[], within: Duration, cause: unknown): Plain {
  const who = named(found, away);
  return new Plain(
    'brokers-missing',
    `Brokers that were there at the start do not answer any more: ${who.join(', ')}; waited ${within}.`,
    {
      saw: away.map((each) => each.trouble.saw).join('; '),
      fix: 'They are not ours to start: ask whoever runs them, then repeat the command.',
      cause,
    },
  );
}

export const tooOld = (at: Address, produce: number) =>
  new Plain('too-old', `The brokers at ${inWords(at)} are older than Kafka 4.0, and the lessons are about 4.0 and newer.`, {
    saw: `the highest version of Produce they speak is ${produce}; Kafka 4.0 speaks 12`,
    fix: 'Name newer brokers in PROVING_BOOTSTRAP, or leave it out to use a cluster on this machine.',
  });

export const tooFew = ({ brokers }: Greeting) =>
  new Plain('too-few-brokers', 'The lessons keep three copies of each record, and this cluster has fewer brokers than that.', {
    saw: `${brokers.length} broker${brokers.length === 1 ? '' : 's'}: ${brokers.map(({ id, address }) => `${id} at ${inWords(address)}`).join(', ')}`,
    fix: 'Name a cluster of three or more brokers in PROVING_BOOTSTRAP, or leave it out to use a cluster on this machine.',
  });

const whyNot: Record<Power, string> = {
  kill: 'these brokers are not ours to kill',
  freeze: 'these brokers are not ours to freeze',
  proxy: 'these brokers have no listener behind a proxy of ours',
  files: "these brokers' disks are on other machines",
  cli: "Kafka's own tools are part of a cluster on this machine, and this cluster is not on it",
};

export const lacking = (power: Power) =>
  new Plain('not-provable-here', `Not provable here: ${whyNot[power]} (external driver, power "${power}").`, {
    fix: 'Leave PROVING_BOOTSTRAP out to see this on a cluster of your own.',
    exit: 2,
  });

export const otherShape = (shape: Shape) =>
  new Plain(
    'not-provable-here',
    `Not provable here: this needs a cluster of the shape "${shape}", and somebody else's brokers come as they are.`,
    {
      fix: 'Leave PROVING_BOOTSTRAP out to see this on a cluster of your own.',
      exit: 2,
    },
  );

const named = ({ brokers }: Greeting, away: readonly Unanswered[]) =>
  brokers
    .filter(({ address }) => away.some(({ at }) => at.host === address.host && at.port === address.port))
    .map(({ id, address }) => `broker ${id} at ${inWords(address)}`);

function tlsFix(saw: string): string {
  if (/altname|does not match/i.test(saw)) return "Use the name that stands in the broker's certificate in PROVING_BOOTSTRAP.";
  if (/certificate required|handshake failure|bad certificate/i.test(saw))
    return 'The broker asks for a certificate of yours: set PROVING_TLS_CERT and PROVING_TLS_KEY.';
  if (/expired|not yet valid/i.test(saw))
    return 'The certificate has to be renewed by whoever runs the brokers; check the clock of this machine too.';
  if (/self.signed|unable to (get|verify)|issuer/i.test(saw))
    return 'Set PROVING_TLS_CA to the file with the certificate of the authority that signed it.';
  return 'Check that the port is a TLS listener, and PROVING_TLS_CA, PROVING_TLS_CERT and PROVING_TLS_KEY.';
}
