// A model of a part that lives in the test alone: it holds values, tells of changes, and takes notes of what is sent.

type Callback = (...heard: unknown[]) => void;

export class PlainModel {
  readonly sent: Record<string, unknown>[] = [];
  readonly values: Record<string, unknown>;
  saved = 0;
  private readonly listeners: [event: string, callback: Callback][] = [];

  constructor(values: Record<string, unknown> = {}) {
    this.values = { ...values };
  }

  get(name: string): unknown {
    return this.values[name];
  }

  set(name: string, value: unknown): void {
    this.values[name] = value;
    this.tell(`change:${name}`);
  }

  save_changes(): void {
    this.saved += 1;
  }

  send(message: Record<string, unknown>): void {
    this.sent.push(message);
  }

  on(events: string, callback: Callback): void {
    for (const event of events.split(" ")) this.listeners.push([event, callback]);
  }

  off(events: string, callback: Callback): void {
    for (const event of events.split(" ")) {
      const place = this.listeners.findIndex(([one, known]) => one === event && known === callback);
      if (place >= 0) this.listeners.splice(place, 1);
    }
  }

  tell(event: string, ...heard: unknown[]): void {
    for (const [one, callback] of [...this.listeners]) if (one === event) callback(...heard);
  }
}
