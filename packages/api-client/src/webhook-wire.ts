/** Where the account is told what happens. */
export interface Webhook {
  readonly id: string;
  readonly object: 'webhook';
  readonly url: string;
  /** Types such as `run.succeeded`; `*` = all. */
  readonly events: readonly string[];
  /** False = nothing is sent there. */
  readonly active: boolean;
  readonly createdAt: string;
}

/** A webhook just made: the one time that its signing secret is shown. */
export interface MadeWebhook extends Webhook {
  readonly secret: string;
}

/** An event on its way to a webhook. */
export interface WebhookDelivery {
  readonly id: string;
  readonly object: 'delivery';
  /** The webhook's id. */
  readonly webhook: string;
  /** Such as `run.succeeded`. */
  readonly type: string;
  /** The run or the alert it tells of. */
  readonly subject: string | null;
  /** `failed` = it is not tried again by itself. */
  readonly state: 'pending' | 'delivered' | 'failed';
  /** `status` null = no answer came; `error` says why an attempt counts as failed. */
  readonly attempts: readonly { readonly at: string; readonly status: number | null; readonly error: string | null }[];
  readonly nextAttemptAt: string | null;
  readonly createdAt: string;
}
