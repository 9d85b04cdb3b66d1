import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { registry } from '../../packages/registry/src/index.ts';

// `pnpm --silent catalog:json [--out FILE]` gives every model with its options as JSON Schema and its price rule.

const { values } = parseArgs({ options: { out: { type: 'string' } } });
const text = `${JSON.stringify({ models: registry.toJson() })}\n`;
if (values.out === undefined) process.stdout.write(text);
else writeFileSync(values.out, text);
