import type { LookupAddress, LookupOptions } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import type { Answer } from './answer.ts';
import { answerTo } from './node-answer.ts';
import { type Agents, beginRequest, createAgents } from './node-http.ts';
import { isPublicAddress } from './public-address.ts';

/** Finds the addresses of a name. */
export type Resolve = (hostname: string) => Promise<readonly LookupAddress[]>;

/** Thrown when a name or address leads to a place that is not public. */
export class PrivateAddressError extends Error {
  override readonly name = 'PrivateAddressError';
}

/** What a request needs beside the address; without a body it is a GET, with one a POST. `exempt` leaves the address rule out. */
export interface GuardedGet {
  readonly exempt: boolean;
  readonly headers: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
  readonly resolve: Resolve;
  readonly body?: string;
}

/** The names of this machine's resolver. */
export const systemResolve: Resolve = async (hostname) => {
  const { lookup } = await import('node:dns/promises');
  return lookup(hostname, { all: true });
};

/** Connections that were checked when they were made, and are shared with nothing else; those of exempt origins apart. */
const connections = { keepAlive: true, timeout: 5_000, maxFreeSockets: 64 };
const kept = { guarded: createAgents(connections), exempt: createAgents(connections) };

/**
 * A request that resolves the name once, checks every address and connects to exactly those, so that a name cannot change its address
 * between check and use; a GET may go over a connection that was made so before. Redirects are not followed.
 */
export async function guardedGet(
  url: URL,
  { exempt, headers, signal, resolve, body: sent }: GuardedGet,
): Promise<Answer> {
  const addresses = await addressesOf(url, resolve, signal);
  if (!exempt && !addresses.every(({ address }) => isPublicAddress(address))) throw new PrivateAddressError();
  const method = sent === undefined ? 'GET' : 'POST';
  const ask = (agents?: Agents) => {
    const request = beginRequest(url, { method, headers, signal, lookup: lookupOf(addresses) }, agents);
    const answer = answerTo(request).catch((error: unknown) => {
      throw request.reusedSocket && !signal.aborted ? new StaleConnection() : error;
    });
    request.end(sent);
    return answer;
  };
  if (sent !== undefined) return ask();
  return ask(kept[exempt ? 'exempt' : 'guarded']).catch((error: unknown) => {
    if (error instanceof StaleConnection) return ask();
    throw error;
  });
}

/** The other side closed a kept connection when it was used again: on a new one the same request may do. */
class StaleConnection extends Error {}

async function addressesOf(url: URL, resolve: Resolve, signal: AbortSignal): Promise<readonly LookupAddress[]> {
  const literal = url.hostname.replace(/^\[|\]$/g, '');
  const family = isIP(literal);
  if (family !== 0) return [{ address: literal, family }];
  const { promise: aborted, reject } = Promise.withResolvers<never>();
  const stop = () => reject(signal.reason);
  signal.addEventListener('abort', stop, { once: true });
  try {
    const addresses = await Promise.race([resolve(literal), aborted]);
    if (addresses.length === 0) throw new Error('The name has no address.');
    return addresses;
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

function lookupOf(addresses: readonly LookupAddress[]): LookupFunction {
  return (_hostname, options: LookupOptions, done) => {
    const [first] = addresses;
    if (options.all === true || first === undefined) done(null, [...addresses]);
    else done(null, first.address, first.family);
  };
}
