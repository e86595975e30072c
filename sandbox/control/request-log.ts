/** One request to the sandbox, without its secrets. */
export interface LoggedRequest {
  at: number;
  method: string;
  route: string;
  path: string;
  search: string;
  status: number;
  origin: string | null;
  authorized: boolean;
  paying: boolean;
  /** OPTIONS: the headers the browser asked to send. */
  askedHeaders: string | null;
}

export interface RequestLog {
  add(entry: LoggedRequest): void;
  list(): LoggedRequest[];
  clear(): void;
}

const KEPT = 5_000;

export function createRequestLog(): RequestLog {
  const entries: LoggedRequest[] = [];
  return {
    add: (entry) => {
      entries.push(entry);
      if (entries.length > KEPT) entries.shift();
    },
    list: () => [...entries],
    clear: () => {
      entries.length = 0;
    },
  };
}
