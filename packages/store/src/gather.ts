import { setImmediate } from 'node:timers/promises';

/** How many go together, and which may. */
export interface Gathering<Item, Answer> {
  /** Items in one statement. */
  readonly most: number;
  /** Statements under way at once: more than one only while more wait than go into one. */
  readonly lanes: number;
  /** What no two items of one statement may share. */
  readonly once: (item: Item) => string | undefined;
  /** What all items of one statement must share. */
  readonly alike: (item: Item) => unknown;
  /** One statement; the answers in the order of the items. */
  readonly send: (items: readonly Item[]) => Promise<readonly Answer[]>;
  /** Is an error the fault of what one item says, and surely nothing was done? Then the others do not suffer for it. */
  readonly isOfOne: (error: unknown) => boolean;
}

interface Waiting<Item, Answer> {
  readonly item: Item;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Sends items in statements; those that come while one is under way go together in the next. There is no timer: an item alone goes in the
 * next turn. Each gets its own answer, or the error of its statement.
 */
export function gather<Item, Answer>(gathering: Gathering<Item, Answer>): (item: Item) => Promise<Answer> {
  const waiting = new Set<Waiting<Item, Answer>>();
  let busy = 0;

  async function empty(): Promise<void> {
    while (waiting.size > 0) {
      // What is asked for in the same turn of the event loop goes together. An embedded database answers within one turn: without this
      // whatever else has arrived would be looked at only when nothing waits for the database any more.
      await setImmediate();
      await sendAll(gathering, take(gathering, waiting));
    }
    busy--;
  }

  return (item) =>
    new Promise((resolve, reject) => {
      waiting.add({ item, resolve, reject });
      if (busy > 0 && (busy === gathering.lanes || waiting.size < gathering.most)) return;
      busy++;
      void empty();
    });
}

/** Takes the oldest out, and those that may go with it, in their order. */
function take<Item, Answer>(
  { most, once, alike }: Gathering<Item, Answer>,
  waiting: Set<Waiting<Item, Answer>>,
): readonly Waiting<Item, Answer>[] {
  const together: Waiting<Item, Answer>[] = [];
  const taken = new Set<string>();
  for (const one of waiting) {
    const [first] = together;
    const key = once(one.item);
    if ((first !== undefined && alike(one.item) !== alike(first.item)) || (key !== undefined && taken.has(key)))
      continue;
    if (key !== undefined) taken.add(key);
    together.push(one);
    waiting.delete(one);
    if (together.length === most) break;
  }
  return together;
}

async function sendAll<Item, Answer>(
  gathering: Gathering<Item, Answer>,
  together: readonly Waiting<Item, Answer>[],
): Promise<void> {
  try {
    const answers = await gathering.send(together.map(({ item }) => item));
    for (const [index, { resolve }] of together.entries()) resolve(answers[index]!);
  } catch (error) {
    if (together.length > 1 && gathering.isOfOne(error)) for (const one of together) await sendAll(gathering, [one]);
    else for (const { reject } of together) reject(error);
  }
}
