import type { CardAction, DeskAnswer, Message, Outcome } from "./types";

/** Something that did not work, in words for a toast. */
export class Trouble extends Error {
  constructor(what: string, readonly advice: string) {
    super(what);
  }
}

export interface Self { as: string; locale: string }

const HEADERS = { "X-Linekeeper-Playground": "page" };

async function call<T>(path: string, init: RequestInit = {}): Promise<T> {
  let response: Response;
  try {
    response = await fetch(`/playground/api${path}`, { ...init, headers: { ...HEADERS, ...init.headers } });
  } catch {
    throw new Trouble("The server does not answer.", "The page reconnects by itself. If it does not, start the server again.");
  }
  if (!response.ok) {
    const said = await response.json().catch(() => ({}));
    throw new Trouble(said.what ?? `The server answered ${response.status}.`, said.advice ?? "Try again, or look at the server's log.");
  }
  const text = await response.text();
  return (text === "" ? undefined : JSON.parse(text)) as T;
}

function post<T>(path: string, body: unknown): Promise<T> {
  return call<T>(path, { method: "POST", body: JSON.stringify(body), headers: { "Content-Type": "application/json" } });
}

export const api = {
  desk: ({ as, locale }: Self) => call<DeskAnswer>(`/desk?${new URLSearchParams({ as, locale })}`),
  messages: (as: string, room: string) => call<Message[]>(`/messages?${new URLSearchParams({ as, room })}`),
  say: (self: Self, room: string, thread: string | null, text: string, files: string[]) =>
    post<Message>("/messages", { ...self, room, thread, text, files }),
  again: (self: Self, message: string) => post<Message>(`/messages/${message}/again`, { ...self, card: 0, accept: false }),
  press: (self: Self, message: string, card: number, action: CardAction) =>
    post<Outcome>(`/messages/${message}/press`, { ...self, card, action, accept: false }),
  refresh: (self: Self, message: string, card: number) =>
    post<void>(`/messages/${message}/refresh`, { ...self, card, accept: false }),
  consent: (self: Self, message: string, card: number, accept: boolean) =>
    post<Outcome>(`/messages/${message}/consent`, { ...self, card, accept }),
  read: (as: string, room: string) => post<void>("/read", { as, room }),
  startOver: () => post<void>("/start-over", {}),
  attach: (file: File) =>
    call<{ id: string; name: string; size: number }>(`/files?${new URLSearchParams({ name: file.name })}`, {
      method: "POST",
      body: file,
      headers: { "Content-Type": "application/octet-stream" },
    }),
};
