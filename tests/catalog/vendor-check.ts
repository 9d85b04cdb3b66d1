import { Ajv, type ValidateFunction } from 'ajv';
import type { VendorRow } from '../../scripts/catalog/vendor-row.ts';

/** The vendor's schemas refer to this one, but do not bring it along. */
const loraWeight = {
  $id: 'vendor',
  components: {
    schemas: {
      LoraWeight: {
        type: 'object',
        properties: { path: { type: 'string' }, scale: { type: 'number' } },
        required: ['path'],
      },
    },
  },
};

const ajv = new Ajv({ strict: false, validateFormats: false, logger: false }).addSchema(loraWeight);

/** The vendor's own check of a body: its JSON Schema, and sides of a size within bounds, which a schema cannot say. */
export function vendorCheck(row: VendorRow): (body: object) => boolean {
  const text = JSON.stringify(row.schema).replaceAll('"#/components', '"vendor#/components');
  const validate: ValidateFunction = ajv.compile(JSON.parse(text));
  return (body) =>
    validate(body) &&
    Object.entries(body).every(([name, value]) => {
      const { type, minimum = 0, maximum = Infinity } = row.schema.properties[name] ?? {};
      const sides = type === 'string' ? /^(\d+)[*x](\d+)$/i.exec(String(value)) : null;
      return sides === null || [sides[1], sides[2]].every((side) => Number(side) >= minimum && Number(side) <= maximum);
    });
}
