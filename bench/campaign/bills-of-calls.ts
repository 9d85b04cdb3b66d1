import { type CallRow, canonicalJson } from '@image-studio/core';
import type { Sandbox } from '@image-studio/sandbox';

/** A charge of the vendor's. */
export type Bill = ReturnType<Sandbox['bills']>[number];

/** Which bills belong to which call, and those that belong to none. */
export interface BillsOfCalls {
  readonly of: (call: CallRow) => readonly Bill[];
  readonly strangers: readonly Bill[];
}

/**
 * A bill is a call's when the call has its ticket, or when it has every input that the call sent: the addresses of uploads are made for
 * one call alone. A bill of an attempt whose body was replaced later finds no call: it is a stranger, and that is a second bill.
 */
export function billsOfCalls(calls: readonly CallRow[], bills: readonly Bill[]): BillsOfCalls {
  const byTicket = new Map(
    calls.flatMap((call) => (ticketId(call) === undefined ? [] : [[ticketId(call), call] as const])),
  );
  const byPicture = new Map(calls.flatMap((call) => pictures(call.sent).map((address) => [address, call] as const)));
  const found = new Map<string, Bill[]>();
  const strangers: Bill[] = [];
  for (const bill of bills) {
    const call =
      byTicket.get(bill.id) ??
      pictures(bill.inputs)
        .map((address) => byPicture.get(address))
        .find((one) => one !== undefined && carries(bill, one));
    if (call === undefined) strangers.push(bill);
    else found.set(call.id, [...(found.get(call.id) ?? []), bill]);
  }
  return { of: ({ id }) => found.get(id) ?? [], strangers };
}

function ticketId({ ticket }: CallRow): string | undefined {
  return typeof ticket === 'object' && ticket !== null && 'id' in ticket ? String(ticket.id) : undefined;
}

function pictures(body: unknown): readonly string[] {
  if (typeof body === 'string') return body.startsWith('http') ? [body] : [];
  return typeof body === 'object' && body !== null ? Object.values(body).flatMap(pictures) : [];
}

function carries({ inputs }: Bill, { sent }: CallRow): boolean {
  return Object.entries(sent ?? {}).every(([name, value]) => canonicalJson(inputs[name]) === canonicalJson(value));
}
