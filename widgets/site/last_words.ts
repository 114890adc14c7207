// What a page that closes says to its server: that the Python behind it may stop.

export interface PageConfig {
  baseUrl: string;
  kernelId: string;
  stopToken: string;
}

export interface LastWords {
  address: string;
  body: URLSearchParams;
}

// The page has the word that lets it stop its kernel; no cookie is needed, and no other site can know it.
export function lastWords({ baseUrl, kernelId, stopToken }: PageConfig): LastWords {
  const address = `${baseUrl}voila/api/shutdown/${kernelId}`;
  return { address, body: new URLSearchParams([["stop_token", stopToken]]) };
}

export interface Ways {
  beacon: (address: string, body: URLSearchParams) => boolean;
  request: (address: string, body: URLSearchParams) => void;
}

// Says it in the way that a closing page is meant to, or, where a browser refuses that, as a request that outlives it.
export function sayLast({ address, body }: LastWords, { beacon, request }: Ways): void {
  let said = false;
  try {
    said = beacon(address, body);
  } catch {
    // Blocked, as some extensions do: the other way is left.
  }
  if (!said) request(address, body);
}
