/** One use of a feature that a browser of the baseline lacks. */
export interface Finding {
  readonly file: string;
  readonly line: number;
  /** "Map.groupBy", ":has". */
  readonly what: string;
  readonly lackedBy: readonly string[];
}

export const inWords = ({ file, line, what, lackedBy }: Finding): string =>
  `${file}:${line}: ${what} is missing in ${lackedBy.join(', ')}`;
