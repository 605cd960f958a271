/** What the server gives the page; the records of PageNotices.java and ChatController.java. */
export interface Persona {
  oid: string;
  name: string;
  caption: string;
  alias: string;
  prompts: string[];
  /** The conversation with the bot, and what is unread there and in the channel. */
  chat: string;
  unread: number;
  unreadPosts: number;
}

export interface Message {
  id: string;
  room: string;
  thread: string | null;
  /** Null for the bot. */
  author: { oid: string; name: string } | null;
  at: string;
  content: Content;
  cards: CardView[];
  state: "SENT" | "FAILED" | "REMOVED";
  edited: boolean;
  version: number;
}

type Sent<T> = { [name in keyof T]?: T[name] | null };

/** The members of an activity that the page shows. */
export type Content = Sent<{
  text: string;
  textFormat: string;
  summary: string;
  attachments: Attachment[];
  suggestedActions: Sent<{ actions: { type?: string; title?: string; value?: unknown }[] }>;
}>;

export type Attachment = Sent<{
  contentType: string;
  contentUrl: string;
  name: string;
  size: number;
  content: Sent<{ uniqueId: string; description: string; sizeInBytes: number; fallbackText: unknown }>;
}>;

export interface CardView { index: number; card: unknown; refresh: boolean }

export interface DeskAnswer {
  organisation: string;
  team: string;
  channel: string;
  /** Whose it is. */
  me: string;
  personas: Persona[];
}

export type Desk = Omit<DeskAnswer, "me"> & { me: Persona };

export interface Outcome { kind: "DONE" | "MESSAGE" | "FAILED"; text: string; advice: string }

export interface CardAction { type: string; id?: string; title?: string; verb?: string; data?: unknown }
