import type { Clock } from './ports.ts';

/** What a call asks a place for. */
export interface SlotWish {
  /** Names the call: it has one place at most. */
  readonly key: string;
  readonly vendor: string;
  readonly limit: number;
  /** Whose turn it is goes round between these. */
  readonly account: string;
}

/**
 * Bounds how many jobs a vendor has of this process at once, from before the paid request to the job's end. Those beyond wait: accounts take
 * turns, each in the order its calls came. A vendor that said "too often" lets nobody in until its time is over.
 */
export interface Slots {
  /** Resolves to true with a place, to false when the call was told to look again first. */
  take(wish: SlotWish): Promise<boolean>;
  /** A place for a job that is at the vendor already, whether there is room or not. */
  occupy(wish: SlotWish): void;
  /** Gives the place back; fine without one. */
  leave(key: string): void;
  /** Tells a call that waits to look again: it was canceled, its time is over, or the process stops. */
  skip(key: string): void;
  /** Lets nobody in to this vendor before `until` (wall clock, as it stands now). */
  pause(vendor: string, until: number): void;
}

interface Room {
  readonly inside: Set<string>;
  /** By account, in the order of turns. */
  readonly lines: Map<string, Waiting[]>;
  /** By the clock that never jumps. */
  pausedUntil: number;
  /** Is somebody going to look when the pause is over? */
  armed: boolean;
}

interface Waiting extends SlotWish {
  readonly answer: (entered: boolean) => void;
}

/** Slots of this process. */
export function createSlots(clock: Clock): Slots {
  const rooms = new Map<string, Room>();
  const roomOf = (vendor: string): Room => {
    const room = rooms.get(vendor) ?? { inside: new Set(), lines: new Map(), pausedUntil: -Infinity, armed: false };
    rooms.set(vendor, room);
    return room;
  };

  /** Lets in whoever is next, as long as there is room. */
  function admit(room: Room): void {
    if (room.pausedUntil > clock.monotonic()) return arm(room);
    for (const [account, [first, ...rest]] of room.lines) {
      if (first === undefined || room.inside.size >= first.limit) continue;
      room.lines.delete(account);
      // To the end of the turns.
      if (rest.length > 0) room.lines.set(account, rest);
      room.inside.add(first.key);
      first.answer(true);
      return admit(room);
    }
  }

  /** Only where somebody waits: a pause alone keeps no process alive. */
  function arm(room: Room): void {
    if (room.armed || room.lines.size === 0) return;
    room.armed = true;
    const { pausedUntil } = room;
    const over = () => {
      room.armed = false;
      // Timers may be a little early: this pause is over all the same.
      if (room.pausedUntil === pausedUntil) room.pausedUntil = -Infinity;
      admit(room);
    };
    clock.sleep(Math.max(0, pausedUntil - clock.monotonic())).then(over, over);
  }

  return {
    take: (wish) =>
      new Promise((answer) => {
        const room = roomOf(wish.vendor);
        room.lines.set(wish.account, [...(room.lines.get(wish.account) ?? []), { ...wish, answer }]);
        admit(room);
      }),
    occupy: ({ vendor, key }) => void roomOf(vendor).inside.add(key),
    leave: (key) => {
      for (const room of rooms.values()) if (room.inside.delete(key)) admit(room);
    },
    skip: (key) => {
      for (const { lines } of rooms.values())
        for (const [account, line] of lines) {
          const left = line.filter((one) => one.key !== key);
          if (left.length === line.length) continue;
          if (left.length > 0) lines.set(account, left);
          else lines.delete(account);
          for (const one of line) if (one.key === key) one.answer(false);
        }
    },
    pause: (vendor, until) => {
      const room = roomOf(vendor);
      room.pausedUntil = Math.max(room.pausedUntil, clock.monotonic() + (until - clock.now()));
      arm(room);
    },
  };
}
