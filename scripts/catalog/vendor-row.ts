/** A value of a JSON Schema keyword. */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue };

/** A property of a request schema, as far as the catalogue reads it. On a string, `minimum` and `maximum` bound each side of a size in pixels. */
export interface PropertySchema {
  readonly type?: 'string' | 'integer' | 'number' | 'boolean' | 'array' | 'object';
  readonly default?: JsonValue;
  readonly enum?: readonly (string | number)[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly pattern?: string;
  readonly items?: PropertySchema;
  readonly properties?: Properties;
  readonly required?: readonly string[];
  readonly $ref?: string;
}

/** Properties by the vendor's name. */
export type Properties = Readonly<Record<string, PropertySchema>>;

/** What depends on other fields. */
export interface ConditionalSchema {
  readonly properties?: Readonly<Record<string, PropertySchema & { readonly const?: string | number }>>;
  readonly required?: readonly string[];
}

/** The vendor's description of a model's body. */
export interface RequestSchema extends ConditionalSchema {
  readonly properties: Properties;
  readonly if?: ConditionalSchema;
  readonly then?: ConditionalSchema;
  readonly else?: ConditionalSchema;
  readonly allOf?: readonly Pick<RequestSchema, 'if' | 'then' | 'else'>[];
  readonly not?: ConditionalSchema;
}

/** A row of the vendor's catalogue. */
export interface VendorRow {
  /** The vendor's path of the model. */
  readonly id: string;
  readonly type: string;
  /** Micro-dollars. */
  readonly basePrice: number;
  /** JSONata; empty = always the base price; null = the vendor does not say. */
  readonly formula: string | null;
  readonly schema: RequestSchema;
}
