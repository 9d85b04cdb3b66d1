export { countedSource, streamOf } from './contracts/byte-sources.ts';
export { callAsset } from './contracts/call-asset.ts';
export { errorOf } from './contracts/error-of.ts';
export { fastClock } from './contracts/fast-clock.ts';
export {
  orientedJpeg,
  sampleGlb,
  sampleHeic,
  sampleMp3,
  sampleMp4,
  samplePicture,
  sampleWav,
} from './contracts/media-samples.ts';
export { assetsContract, type AssetsUnderTest } from './contracts/assets-contract.ts';
export { journalContract } from './contracts/journal-contract.ts';
export { ledgerContract } from './contracts/ledger-contract.ts';
export {
  acme,
  delivered,
  leaseOf,
  noon,
  refused,
  reservationOf,
  type StoreUnderTest,
  type Wish,
} from './contracts/ledger-rows.ts';
export { mediaContract } from './contracts/media-contract.ts';
export { type DrawSource, drawOptions, type Extent } from './validation/draw-options.ts';
export { refusalsContract, rowsContract, type RowsUnderTest, type RowUnderTest } from './contracts/rows-contract.ts';
export type { RowFiles } from './contracts/row-request.ts';
export { type WrongRequest, wrongRequests } from './contracts/wrong-requests.ts';
