/** Something the caller should know, as data: what was asked for, what is done instead, or what happened on the way. */
export interface Warning {
  readonly code:
    /** `size_adjusted`, `seconds_adjusted`, ...: the input before the underscore is done as near as the model can. */
    | `${string}_adjusted`
    | 'mask_unchecked'
    | 'outputs_missing'
    | 'call_failed'
    | 'price_drift'
    | 'overrun'
    | 'fallback';
  readonly message: string;
  readonly asked?: string;
  readonly planned?: string;
}
