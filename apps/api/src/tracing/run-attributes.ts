import type { Attributes } from '@opentelemetry/api';
import { type CallRow, type RunRow, stateOf, vendorOf } from '@image-studio/core';
import { specs } from '@image-studio/registry';

/** Vendors whom the semantic conventions for generative AI call otherwise. */
const providerNames: Readonly<Record<string, string>> = { gemini: 'gcp.gemini' };

/** A run by the conventions for generative AI, and in our own words. Nothing of what was asked for. */
export function runAttributes(run: RunRow, calls: readonly CallRow[]): Attributes {
  const sum = (field: 'costMicros' | 'chargeMicros') => calls.reduce((total, call) => total + (call[field] ?? 0), 0);
  const made = calls.find(({ outcome }) => outcome === 'succeeded');
  return {
    ...common(run),
    ...modelOf(made ?? calls[0]),
    'gen_ai.request.model': calls[0]?.candidates[0]?.model,
    'gen_ai.request.choice.count': calls.reduce((total, { candidates }) => total + (candidates[0]?.count ?? 0), 0),
    'gen_ai.response.model': made && usedBy(made)?.model,
    'image_studio.state': stateOf(calls),
    'image_studio.calls': calls.length,
    'image_studio.quote_micros': run.quote.micros,
    'image_studio.cost_micros': sum('costMicros'),
    'image_studio.charge_micros': sum('chargeMicros'),
  };
}

/** A step of a run; with a call, also what that call came to. */
export function stepAttributes(run: RunRow, call: CallRow | undefined, putDown = false): Attributes {
  return {
    ...common(run),
    ...(call ? { ...modelOf(call), ...callAttributes(call) } : {}),
    ...(putDown ? { 'image_studio.put_down': true } : {}),
  };
}

function common({ id, account, test, operation }: RunRow): Attributes {
  return {
    'gen_ai.operation.name': 'generate_content',
    'gen_ai.output.type': specs[operation]?.output,
    'image_studio.operation': operation,
    'image_studio.run.id': id,
    'image_studio.account': account ?? undefined,
    'image_studio.test': test,
  };
}

function modelOf(call: CallRow | undefined): Attributes {
  const model = call && usedBy(call)?.model;
  if (model === undefined) return {};
  const vendor = vendorOf(model);
  return { 'gen_ai.provider.name': providerNames[vendor] ?? vendor, 'gen_ai.request.model': model };
}

function callAttributes(call: CallRow): Attributes {
  const { id, index, attempt, step, heldMicros, outcome, costMicros, chargeMicros, reported } = call;
  const known = (value: number | null) => value ?? undefined;
  return {
    'image_studio.call.id': id,
    'image_studio.call.index': index,
    'image_studio.call.attempt': attempt,
    'image_studio.call.step': step,
    'image_studio.quote_micros': usedBy(call)?.quoteMicros,
    'image_studio.held_micros': heldMicros,
    'image_studio.outcome': outcome ?? undefined,
    'image_studio.cost_micros': known(costMicros),
    'image_studio.charge_micros': known(chargeMicros),
    'gen_ai.usage.input_tokens': tokens(reported, 'input'),
    'gen_ai.usage.output_tokens': tokens(reported, 'output'),
  };
}

/** Vendors' counts (`input_text_tokens`, `prompt_tokens`, `picture_tokens`, …) as one number; undefined where nothing is told. */
function tokens(reported: CallRow['reported'], way: 'input' | 'output'): number | undefined {
  const counts = Object.entries(reported?.usage ?? {}).filter(([name]) => name.endsWith('_tokens'));
  const wanted = counts.filter(([name]) => /^(input|prompt)_/.test(name) === (way === 'input'));
  return wanted.length === 0 ? undefined : wanted.reduce((sum, [, count]) => sum + count, 0);
}

const usedBy = ({ candidates, candidate }: CallRow) => candidates[candidate];
