import * as z from 'zod';
import type { StorageConfig } from './storage.ts';

const url = z.url({ protocol: /^https?$/ });

const origins = z
  .string()
  .transform((list) => list.split(',').map((one) => one.trim()))
  .pipe(z.array(url.transform((one) => new URL(one).origin)))
  .default([]);

const schema = z.object({
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(8787),
  IMAGE_STUDIO_DATA: z.string().default('.data'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  STORAGE_URL: z
    .url({ protocol: /^(file|s3)$/, error: 'Expected file:///folder or s3://bucket?endpoint=https://host' })
    .optional(),
  AWS_ACCESS_KEY_ID: z.string().min(1).optional(),
  AWS_SECRET_ACCESS_KEY: z.string().min(1).optional(),
  AWS_SESSION_TOKEN: z.string().min(1).optional(),
  AWS_REGION: z.string().min(1).optional(),
  WAVESPEED_API_KEY: z.string().min(1).optional(),
  WAVESPEED_BASE_URL: url.optional(),
  STABILITY_API_KEY: z.string().min(1).optional(),
  STABILITY_BASE_URL: url.optional(),
  GEMINI_API_KEY: z.string().min(1).optional(),
  GEMINI_BASE_URL: url.optional(),
  OPENAI_API_KEY: z.string().min(1).optional(),
  OPENAI_BASE_URL: url.optional(),
  HF_TOKEN: z.string().min(1).optional(),
  HF_BASE_URL: url.optional(),
  IMAGE_STUDIO_ADMIN_KEY: z.string().min(16).optional(),
  IMAGE_STUDIO_SECRET: z.string().min(16).optional(),
  IMAGE_STUDIO_PUBLIC_URL: url.optional(),
  IMAGE_STUDIO_SANDBOX_URL: url.optional(),
  IMAGE_STUDIO_CATALOG: z.string().optional(),
  IMAGE_STUDIO_WEBHOOK_ORIGINS: origins,
  IMAGE_STUDIO_CORS_ORIGINS: origins,
  IMAGE_STUDIO_ROLE: z.enum(['all', 'api', 'worker']).default('all'),
  IMAGE_STUDIO_METRICS_KEY: z.string().min(16).optional(),
  OTEL_EXPORTER_OTLP_ENDPOINT: url.optional(),
  OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: url.optional(),
  OTEL_EXPORTER_OTLP_PROTOCOL: z.literal('http/protobuf', { error: 'Only http/protobuf is spoken here' }).optional(),
  OTEL_EXPORTER_OTLP_TRACES_PROTOCOL: z
    .literal('http/protobuf', { error: 'Only http/protobuf is spoken here' })
    .optional(),
  OTEL_TRACES_EXPORTER: z.enum(['otlp', 'console', 'none']).optional(),
  OTEL_TRACES_SAMPLER_ARG: z.coerce.number().min(0).max(1).default(1),
  OTEL_SDK_DISABLED: z.enum(['true', 'false']).default('false'),
  IMAGE_STUDIO_KEEP_UNUSED_DAYS: z.coerce.number().positive().max(36_500).default(7),
  IMAGE_STUDIO_KEEP_DAYS: z.coerce.number().positive().max(36_500).optional(),
});

/** A vendor's key, and another address than its own. */
export interface VendorAccess {
  readonly apiKey: string | undefined;
  readonly baseUrl: string | undefined;
}

/** How the app runs; see the table in the README. */
export interface Config {
  readonly host: string;
  readonly port: number;
  /** Folder of the embedded database and the files. */
  readonly dataFolder: string;
  /** PostgreSQL; undefined = embedded. */
  readonly databaseUrl: string | undefined;
  readonly wavespeed: VendorAccess;
  readonly stability: VendorAccess;
  readonly gemini: VendorAccess;
  readonly openai: VendorAccess;
  readonly huggingface: VendorAccess;
  /** Where files are; undefined = in the data folder. */
  readonly storage: StorageConfig;
  /** `api` accepts runs, `worker` drives them, `all` does both. */
  readonly role: 'all' | 'api' | 'worker';
  /** Opens `/metrics` beside the admin key. */
  readonly metricsKey: string | undefined;
  readonly adminKey: string | undefined;
  readonly secret: string | undefined;
  readonly publicUrl: string | undefined;
  /** A sandbox in its own process; undefined = in this one. */
  readonly sandboxUrl: string | undefined;
  /** A file of changes of the catalogue. */
  readonly catalogFile: string | undefined;
  /** Origins that accounts' webhooks may name although they are private or plain http. */
  readonly webhookOrigins: readonly string[];
  /** Origins whose pages may use the API from a browser. */
  readonly corsOrigins: readonly string[];
  /** Where traces go, and the share that is kept of those that begin here. */
  readonly tracing: { readonly exporter: 'otlp' | 'console' | 'none'; readonly ratio: number };
  /** Days that inputs no run uses are kept, and that all files are kept; undefined = for ever. */
  readonly keep: { readonly unusedDays: number; readonly days: number | undefined };
}

/** Reads the environment. Throws an `Error` that names each wrong variable; empty ones count as unset. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const set = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = schema.safeParse(set);
  if (!parsed.success) {
    const faults = parsed.error.issues.map(({ path, message }) => `  ${path.join('.')}: ${message}`);
    throw new Error(`The configuration is wrong:\n${faults.join('\n')}`);
  }
  const values = parsed.data;
  if (values.IMAGE_STUDIO_ROLE !== 'all' && values.DATABASE_URL === undefined)
    throw new Error(
      'The configuration is wrong:\n  IMAGE_STUDIO_ROLE: nodes with different roles need a common database: set DATABASE_URL',
    );
  return {
    host: values.HOST,
    port: values.PORT,
    dataFolder: values.IMAGE_STUDIO_DATA,
    databaseUrl: values.DATABASE_URL,
    storage: {
      url: values.STORAGE_URL,
      accessKeyId: values.AWS_ACCESS_KEY_ID,
      secretAccessKey: values.AWS_SECRET_ACCESS_KEY,
      sessionToken: values.AWS_SESSION_TOKEN,
      region: values.AWS_REGION,
    },
    wavespeed: { apiKey: values.WAVESPEED_API_KEY, baseUrl: values.WAVESPEED_BASE_URL },
    stability: { apiKey: values.STABILITY_API_KEY, baseUrl: values.STABILITY_BASE_URL },
    gemini: { apiKey: values.GEMINI_API_KEY, baseUrl: values.GEMINI_BASE_URL },
    openai: { apiKey: values.OPENAI_API_KEY, baseUrl: values.OPENAI_BASE_URL },
    huggingface: { apiKey: values.HF_TOKEN, baseUrl: values.HF_BASE_URL },
    role: values.IMAGE_STUDIO_ROLE,
    metricsKey: values.IMAGE_STUDIO_METRICS_KEY,
    adminKey: values.IMAGE_STUDIO_ADMIN_KEY,
    secret: values.IMAGE_STUDIO_SECRET,
    publicUrl: values.IMAGE_STUDIO_PUBLIC_URL,
    sandboxUrl: values.IMAGE_STUDIO_SANDBOX_URL,
    catalogFile: values.IMAGE_STUDIO_CATALOG,
    webhookOrigins: values.IMAGE_STUDIO_WEBHOOK_ORIGINS,
    corsOrigins: values.IMAGE_STUDIO_CORS_ORIGINS,
    tracing: { exporter: exporterOf(values), ratio: values.OTEL_TRACES_SAMPLER_ARG },
    keep: { unusedDays: values.IMAGE_STUDIO_KEEP_UNUSED_DAYS, days: values.IMAGE_STUDIO_KEEP_DAYS },
  };
}

/** Traces are sent where an address is given, or where they are asked for. */
function exporterOf(values: z.output<typeof schema>): Config['tracing']['exporter'] {
  if (values.OTEL_SDK_DISABLED === 'true') return 'none';
  const address = values.OTEL_EXPORTER_OTLP_ENDPOINT ?? values.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT;
  return values.OTEL_TRACES_EXPORTER ?? (address === undefined ? 'none' : 'otlp');
}
