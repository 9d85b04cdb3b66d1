import type {
  Alert,
  Asset,
  Key,
  Limits,
  MadeWebhook,
  Meter,
  Model,
  Quote,
  Run,
  UsageEvent,
  UsageReport,
  Webhook,
  WebhookDelivery,
} from '@image-studio/api-client';
import { expectTypeOf } from 'vitest';
import type * as z from 'zod';
import type * as answers from '../src/openapi/answers.ts';
import type * as catalogue from '../src/openapi/catalogue-routes.ts';
import type * as ledger from '../src/openapi/ledger-answers.ts';

// The client's types are those of the schemas that the OpenAPI document is made from: compiled by `pnpm types`.

type Answer<Schema extends z.ZodType> = z.output<Schema>;
/** The same names, and each answer fits. Of what the document leaves loose (inputs, errors, 3D facts), only the name is compared. */
type Fits<Given, Wanted, Loose extends string = never> = [keyof Given, Omit<Given, Loose>] extends [
  keyof Wanted,
  Omit<Wanted, Loose>,
]
  ? keyof Wanted extends keyof Given
    ? true
    : ['not answered', Exclude<keyof Wanted, keyof Given>]
  : ['does not fit', Given];

expectTypeOf<
  Fits<Answer<typeof answers.runAnswer>, Run, 'input' | 'outputs' | 'error' | 'quote' | 'warnings'>
>().toEqualTypeOf<true>();
expectTypeOf<
  Fits<Answer<typeof answers.runAnswer>['outputs'][number], Run['outputs'][number], 'scene'>
>().toEqualTypeOf<true>();
expectTypeOf<Fits<Answer<typeof answers.quoteAnswer>, Quote, 'lines' | 'warnings' | 'refusal'>>().toEqualTypeOf<true>();
expectTypeOf<Fits<Answer<typeof answers.assetAnswer>, Asset, 'scene'>>().toEqualTypeOf<true>();
expectTypeOf<Fits<Answer<typeof catalogue.modelAnswer>, Model, 'price'>>().toEqualTypeOf<true>();
expectTypeOf<Fits<Answer<typeof answers.webhookAnswer>, Webhook>>().toEqualTypeOf<true>();
expectTypeOf<Fits<Answer<typeof answers.newWebhookAnswer>, MadeWebhook>>().toEqualTypeOf<true>();
expectTypeOf<Fits<Answer<typeof answers.deliveryAnswer>, WebhookDelivery>>().toEqualTypeOf<true>();
expectTypeOf<Fits<Answer<typeof ledger.usageAnswer>['meters'][number], Meter>>().toEqualTypeOf<true>();
expectTypeOf<Fits<Answer<typeof ledger.usageEventAnswer>, UsageEvent>>().toEqualTypeOf<true>();
expectTypeOf<Fits<Answer<typeof ledger.limitsAnswer>, Limits>>().toEqualTypeOf<true>();
expectTypeOf<Fits<Answer<typeof ledger.alertAnswer>, Alert>>().toEqualTypeOf<true>();
expectTypeOf<Fits<Answer<typeof ledger.reportAnswer>, UsageReport>>().toEqualTypeOf<true>();
expectTypeOf<Fits<Answer<typeof ledger.keyAnswer>, Key>>().toEqualTypeOf<true>();
