import type { LookupAddress, LookupOptions } from 'node:dns';
import { lookup } from 'node:dns/promises';
import { Agent as HttpAgent, request as httpRequest } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { answerTo } from './node-answer.ts';
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
export const systemResolve: Resolve = (hostname) => lookup(hostname, { all: true });

/** Connections that were checked when they were made, and are shared with nothing else; those of exempt origins apart. */
const kept = { guarded: agents(), exempt: agents() };

/**
 * A request that resolves the name once, checks every address and connects to exactly those, so that a name cannot change its address
 * between check and use; a GET may go over a connection that was made so before. Redirects are not followed.
 */
export async function guardedGet(
  url: URL,
  { exempt, headers, signal, resolve, body: sent }: GuardedGet,
): Promise<Response> {
  const addresses = await addressesOf(url, resolve, signal);
  if (!exempt && !addresses.every(({ address }) => isPublicAddress(address))) throw new PrivateAddressError();
  const secure = url.protocol === 'https:';
  const send = secure ? httpsRequest : httpRequest;
  const method = sent === undefined ? 'GET' : 'POST';
  const ask = (agent: HttpAgent | false) => {
    const request = send(url, { method, headers, signal, agent, lookup: lookupOf(addresses) });
    const answer = answerTo(request).catch((error: unknown) => {
      throw request.reusedSocket && !signal.aborted ? new StaleConnection() : error;
    });
    request.end(sent);
    return answer;
  };
  if (sent !== undefined) return ask(false);
  return ask(kept[exempt ? 'exempt' : 'guarded'][secure ? 'https' : 'http']).catch((error: unknown) => {
    if (error instanceof StaleConnection) return ask(false);
    throw error;
  });
}

/** The other side closed a kept connection when it was used again: on a new one the same request may do. */
class StaleConnection extends Error {}

function agents() {
  const options = { keepAlive: true, timeout: 5_000, maxFreeSockets: 64 };
  return { http: new HttpAgent(options), https: new HttpsAgent(options) };
}

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
