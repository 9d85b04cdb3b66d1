import type { Model, OperationRequest, Quote, Run } from '@image-studio/api-client';
import { LoaderCircle } from 'lucide-react';
import { Popover } from 'radix-ui';
import { useLimits } from '../data/queries.ts';
import { Button } from '../parts/button.tsx';
import { formatCents, formatMoney } from '../parts/format.ts';
import { ErrorNotice } from '../parts/error-notice.tsx';
import { useSession } from '../session.tsx';
import { texts } from '../texts/english.ts';
import { inputTexts, operationTexts } from '../texts/operations.ts';
import type { Draft } from './drafts.tsx';
import type { OperationForm } from './operations.ts';
import { missingFields, requestOf } from './request.ts';
import { fingerprint, useQuote } from './use-quote.ts';
import { useStart } from './use-start.ts';

/** The price with its lines, what speaks against the run, and the button. */
export function QuoteBar(props: {
  readonly operation: OperationForm;
  readonly model: Model | undefined;
  readonly draft: Draft;
  readonly onStarted: (run: Run) => void;
}) {
  const { operation, model, draft } = props;
  const waiting = typeof draft.model === 'string' && model === undefined;
  const missing = missingFields(operation, model, draft).map(({ name }) => inputTexts[name]?.label ?? name);
  const ready = missing.length === 0 && !waiting;
  const request = requestOf(operation, model, draft);
  const { quote, error, pending } = useQuote(operation.id, ready ? request : undefined);
  const start = useStart(operation.id, props.onStarted);
  const stands = start.variables !== undefined && sameWish(operation.id, start.variables, request);
  const fault = (stands ? start.error : null) ?? error ?? (ready && quote?.refusal ? quote.refusal : null);
  const words = operationTexts[operation.id];
  const press = () => start.mutate({ ...request, ...(quote && !pending ? { maxPrice: quote.price.micros } : {}) });
  return (
    <div className="sticky bottom-0 z-20 -mx-4 flex flex-col gap-3 border-t border-line bg-paper px-4 py-3 sm:-mx-8 sm:px-8 lg:mx-0 lg:mt-auto lg:px-0 lg:py-4">
      <ErrorNotice error={fault} />
      <div className="flex items-center justify-between gap-4">
        <div className="min-w-0 text-sm" aria-live="polite">
          {quote ? (
            <Price quote={quote} pending={pending} automatic={typeof draft.model !== 'string'} />
          ) : (
            <p className="text-ink-soft">
              {missing.length > 0
                ? `${texts.create.missing}: ${missing.join(', ').toLowerCase()}`
                : pending
                  ? `${texts.create.quoting}…`
                  : texts.create.quoteEmpty}
            </p>
          )}
        </div>
        <Button
          look="primary"
          disabled={!ready || start.isPending || (!pending && (error !== null || quote?.allowed === false))}
          onClick={press}
        >
          {start.isPending && <LoaderCircle size={16} aria-hidden className="animate-spin" />}
          {start.isPending
            ? start.sent === undefined
              ? texts.create.starting
              : `${texts.create.uploading} ${Math.round(start.sent * 100)} %`
            : words?.verb}
        </Button>
      </div>
    </div>
  );
}

function Price({
  quote,
  pending,
  automatic,
}: {
  readonly quote: Quote;
  readonly pending: boolean;
  readonly automatic: boolean;
}) {
  const { test } = useSession();
  const left = useLeft();
  const name = quote.model.split('/').slice(1).join('/');
  return (
    <Popover.Root>
      <Popover.Trigger className={`group rounded-lg text-left transition-opacity ${pending ? 'opacity-60' : ''}`}>
        <span className="block text-xl leading-6 font-semibold" data-testid="price">
          {quote.basis === 'bound' && (
            <span className="mr-1 text-sm font-normal text-ink-soft">{texts.create.upTo}</span>
          )}
          {formatMoney(quote.price.micros)}
        </span>
        <span className="block max-w-52 truncate text-ink-soft underline decoration-line decoration-1 underline-offset-3 group-hover:decoration-ink">
          {automatic ? name : texts.create.priceLines}
        </span>
        {left !== undefined && (
          <span className="block text-ink-soft">{`${formatCents(left)} ${texts.create.left}`}</span>
        )}
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          side="top"
          align="start"
          sideOffset={10}
          collisionPadding={12}
          aria-label={texts.create.priceLines}
          className="z-40 w-80 rounded-xl border border-line bg-card p-4 text-sm shadow-card"
        >
          <p className="font-semibold break-words">{name}</p>
          {automatic && quote.reason && <p className="mt-1 text-ink-soft">{quote.reason}</p>}
          <dl className="mt-3 flex flex-col gap-1 tabular-nums">
            {quote.lines.map(({ label, micros }, index) => (
              <div key={`${label}-${index}`} className="flex justify-between gap-4">
                <dt className="text-ink-soft">{label}</dt>
                <dd>{formatMoney(micros)}</dd>
              </div>
            ))}
            <div className="mt-1 flex justify-between gap-4 border-t border-line pt-2 font-semibold">
              <dt>{texts.create.total}</dt>
              <dd>{formatMoney(quote.price.micros)}</dd>
            </div>
          </dl>
          {quote.warnings.map(({ message }) => (
            <p key={message} className="mt-3 text-ink-soft">
              {message}
            </p>
          ))}
          {left !== undefined && <p className="mt-3 text-ink-soft">{`${formatMoney(left)} ${texts.create.left}`}</p>}
          {test && <p className="mt-3 text-test">{texts.create.testPrice}</p>}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

/** Is it still what was sent? The price that was agreed to does not count. */
function sameWish(operation: string, { maxPrice: _, ...sent }: OperationRequest, request: OperationRequest): boolean {
  return fingerprint(operation, sent) === fingerprint(operation, request);
}

/** What the tightest limit of money leaves to the account and this key, in micros; undefined without one. */
function useLeft(): number | undefined {
  const { data } = useLimits();
  const meters = [...(data?.account ?? []), ...(data?.key ?? [])];
  const left = meters.flatMap(({ meter, max, used, held }) =>
    max !== null && (meter === 'spend' || meter === 'budget') ? [Math.max(0, max - used - held)] : [],
  );
  return left.length === 0 ? undefined : Math.min(...left);
}
