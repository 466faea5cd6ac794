/** What the page shows. */
export interface Note {
  title: string;
  stars: number;
}

/** Keeps a note alive, in place of an earlier one. */
export const remember: (note: Note) => void;

/** The note that was kept, the very object. */
export const recall: () => Note | undefined;

/** Lets the note go; `false` if there was none. */
export const forget: () => boolean;

/** Adds up the stars of many notes. */
export const countStars: (notes: Note[]) => number;

/** Adds the numbers up on the system's thread pool, and calls `done(sum)`. */
export const sum: (numbers: number[], done: (sum: number) => void) => void;

/** A thread reports each of `total` steps, and goes on as long as the answer is `true`. */
export const progress: (total: number, report: (step: number, total: number) => boolean) => void;
