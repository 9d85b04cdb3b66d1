import type { LookupAddress, LookupOptions } from 'node:dns';
import { lookup } from 'node:dns/promises';
import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { Readable } from 'node:stream';
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

/**
 * A request that resolves the name once, checks every address and connects to exactly those, so that a name cannot change its address
 * between check and use. Every connection is new: none is shared with unguarded code. Redirects are not followed.
 */
export async function guardedGet(
  url: URL,
  { exempt, headers, signal, resolve, body: sent }: GuardedGet,
): Promise<Response> {
  const addresses = await addressesOf(url, resolve, signal);
  if (!exempt && !addresses.every(({ address }) => isPublicAddress(address))) throw new PrivateAddressError();
  const send = url.protocol === 'https:' ? httpsRequest : httpRequest;
  const { promise, resolve: answer, reject } = Promise.withResolvers<Response>();
  const method = sent === undefined ? 'GET' : 'POST';
  const request = send(url, { method, headers, signal, agent: false, lookup: lookupOf(addresses) }, (message) => {
    const status = message.statusCode ?? 0;
    const fields = new Headers();
    for (const [name, values] of Object.entries(message.headersDistinct)) {
      for (const value of values ?? []) fields.append(name, value);
    }
    const empty = status === 204 || status === 205 || status === 304;
    if (empty) message.resume();
    const body = empty ? null : (Readable.toWeb(message) as ReadableStream<Uint8Array>);
    answer(new Response(body, { status, headers: fields }));
  });
  request.on('error', reject);
  request.end(sent);
  return promise;
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
