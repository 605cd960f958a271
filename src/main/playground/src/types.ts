/** What the server gives the page; the records of PageViews.java. */
export interface Persona { oid: string; name: string; caption: string; alias: string; unread: number }

export interface Room {
  id: string;
  kind: "personal" | "channel";
  title: string;
  subtitle: string;
  unread: number;
  last: { author: string; text: string; at: string } | null;
}

export interface Message {
  id: string;
  room: string;
  thread: string | null;
  author: { name: string; bot: boolean; me: boolean; caption: string };
  at: string;
  text: string;
  format: string;
  cards: CardView[];
  files: { name: string; size: number; href: string }[];
  consents: { index: number; name: string; description: string; size: number }[];
  unknown: string[];
  suggestions: { type?: string; title?: string; value?: unknown }[];
  state: "SENT" | "FAILED" | "REMOVED";
  edited: boolean;
  version: number;
}

export interface CardView { index: number; card: unknown; refresh: boolean }

export interface Desk {
  organisation: string;
  me: Persona;
  personas: Persona[];
  rooms: Room[];
  prompts: string[];
  mentionable: string[];
}

export interface Outcome { kind: "DONE" | "MESSAGE" | "FAILED"; text: string; advice: string }

export interface CardAction { type: string; id?: string; title?: string; verb?: string; data?: unknown }
