import type { Limit } from './limit.ts';
import type { Plan } from './plan.ts';

const disabled: Limit = { disabled: true };
const unlimited: Limit = { unlimited: true };
const max = (count: number): Limit => ({ max: count });
const dollars = (amount: number): Limit => ({ max: amount * 1_000_000 });

/** The plans that come with Image Studio, from the lowest to the highest. An operator's plan of the same id takes their place. */
export const shippedPlans: readonly Plan[] = [
  {
    id: 'free',
    name: 'Free',
    rank: 10,
    markupBasisPoints: 2000,
    requiresConsent: true,
    limits: {
      generate: max(20),
      character: max(5),
      edit: max(20),
      upscale: max(20),
      '3d': disabled,
      faceswap: max(5),
      translate: max(5),
      video: disabled,
      spend: dollars(1),
      concurrency: max(2),
      requests: max(10),
    },
    perUser: { spend: { max: 250_000 }, concurrency: max(1) },
  },
  {
    id: 'basic',
    name: 'Basic',
    rank: 20,
    markupBasisPoints: 1500,
    requiresConsent: true,
    limits: {
      generate: max(500),
      character: max(100),
      edit: max(500),
      upscale: max(500),
      '3d': max(10),
      faceswap: max(100),
      translate: max(100),
      video: max(10),
      spend: dollars(25),
      concurrency: max(5),
      requests: max(30),
    },
    perUser: { spend: dollars(5), concurrency: max(2) },
  },
  {
    id: 'pro',
    name: 'Pro',
    rank: 30,
    markupBasisPoints: 1000,
    requiresConsent: false,
    limits: {
      generate: max(5000),
      character: max(2000),
      edit: max(5000),
      upscale: max(5000),
      '3d': max(200),
      faceswap: max(2000),
      translate: max(2000),
      video: max(200),
      spend: dollars(250),
      concurrency: max(20),
      requests: max(120),
    },
    perUser: { spend: dollars(50), concurrency: max(5) },
  },
  {
    id: 'enterprise',
    name: 'Enterprise',
    rank: 40,
    markupBasisPoints: 500,
    requiresConsent: false,
    limits: {
      generate: unlimited,
      character: unlimited,
      edit: unlimited,
      upscale: unlimited,
      '3d': unlimited,
      faceswap: unlimited,
      translate: unlimited,
      video: unlimited,
      spend: dollars(10_000),
      concurrency: max(100),
      requests: max(1000),
    },
    perUser: {},
  },
];
