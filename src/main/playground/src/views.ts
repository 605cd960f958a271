import type { State } from "./store";
import type { Desk, DeskAnswer, Message } from "./types";

export const BOT = "Linekeeper";
export const CARD = "application/vnd.microsoft.card.adaptive";
const TEAMS = "application/vnd.microsoft.teams.";
export const FILE = `${TEAMS}file.download.info`;
export const OFFERED = `${TEAMS}card.file.consent`;
export const UPLOADED = `${TEAMS}card.file.info`;
const FILES = new Set([FILE, OFFERED, UPLOADED]);

export interface Room {
  id: string;
  kind: "personal" | "channel";
  title: string;
  subtitle: string;
  unread: number;
  messages: Message[];
}

/** The chats of the persona, each with its messages. */
export function rooms({ messages }: State, desk: Desk): [Room, Room] {
  const of = (id: string) => [...messages.values()].filter((message) => message.room === id);
  const { me, team, channel } = desk;
  return [
    { id: me.chat, kind: "personal", title: BOT, subtitle: "Your chat with the bot", unread: me.unread, messages: of(me.chat) },
    { id: channel, kind: "channel", title: "Requests", subtitle: team, unread: me.unreadPosts, messages: of(channel) },
  ];
}

/** A desk with its persona looked up. */
export function desk(answer: DeskAnswer): Desk {
  return { ...answer, me: answer.personas.find((it) => it.oid === answer.me)! };
}

export function author(message: Message): string {
  return message.author?.name ?? BOT;
}

/** A line of text for lists and notices. */
export function preview({ content }: Message): string {
  const { summary, text, attachments } = content;
  if (summary?.trim()) return summary;
  if (text?.trim()) return text;
  const card = attachments?.find((it) => it.contentType === CARD)?.content;
  if (!card) return attachments?.find((it) => FILES.has(it.contentType ?? ""))?.name ?? "";
  return firstText(card) ?? (typeof card.fallbackText === "string" ? card.fallbackText : "Card");
}

function firstText(node: unknown): string | undefined {
  if (typeof node !== "object" || node === null) return undefined;
  for (const [name, value] of Object.entries(node)) {
    const found = name === "text" && typeof value === "string" && value.trim() ? value : firstText(value);
    if (found) return found;
  }
  return undefined;
}
