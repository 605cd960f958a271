import { useEffect, useState } from "preact/hooks";
import { api, Trouble, type Self } from "./api";
import { bare } from "./markdown";
import type { CardAction, Desk, Message, Outcome, Persona } from "./types";
import { desk, preview } from "./views";

export interface Toast {
  id: number;
  tone: "error" | "info";
  what: string;
  advice: string;
  actions: ToastAction[];
}

export interface ToastAction { label: string; run: () => void }

export interface State {
  desk: Desk | null;
  room: string;
  /** Narrow windows show either the list or the chat. */
  inChat: boolean;
  /** Those of both chats, in their order. */
  messages: Map<string, Message>;
  loaded: boolean;
  typing: Set<string>;
  toasts: Toast[];
  online: boolean;
  locale: string;
  replyTo: string | null;
}

const LOCALES = ["en-US", "de-DE", "fr-FR"];

function browserLocale(): string {
  const kept = localStorage.getItem("locale");
  const spoken = navigator.language.slice(0, 2);
  return kept ?? LOCALES.find((locale) => locale.startsWith(spoken)) ?? "en-US";
}

/** Everything the page knows, and everything one can do on it. */
class Store {
  state: State = {
    desk: null,
    room: "",
    inChat: true,
    messages: new Map(),
    loaded: false,
    typing: new Set(),
    toasts: [],
    online: true,
    locale: browserLocale(),
    replyTo: null,
  };
  private listeners = new Set<() => void>();
  private events: EventSource | null = null;
  private typingTimers = new Map<string, number>();
  private nextToast = 1;
  private listed = 0;
  private arriving: Message[] | null = null;
  /** The notice about chats of others: there is one at most. */
  private hint = 0;

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private set(change: Partial<State>) {
    this.state = { ...this.state, ...change };
    this.listeners.forEach((listener) => listener());
  }

  get self(): Self {
    return { as: this.state.desk?.me.oid ?? "", locale: this.state.locale };
  }

  /** Becomes somebody; keeps the kind of chat that is open. */
  async become(who: string) {
    try {
      const mine = desk(await api.desk({ as: who, locale: this.state.locale }));
      const { me, channel } = mine;
      const room = this.state.room === channel ? channel : me.chat;
      this.set({ desk: mine, room, messages: new Map(), loaded: false, replyTo: null, typing: new Set() });
      localStorage.setItem("persona", me.alias);
      const url = new URL(location.href);
      url.searchParams.set("as", me.alias);
      history.replaceState(null, "", url);
      document.title = `${me.name} · Linekeeper playground`;
      this.listen(me.oid);
    } catch (e) {
      this.fail(e, { label: "Try again", run: () => void this.become(who) });
    }
  }

  async enter(room: string) {
    this.set({ room, inChat: true, replyTo: null });
    await this.read();
  }

  leave() {
    this.set({ inChat: false });
  }

  /** Reads the chats afresh: when somebody enters, and after the connection was lost. */
  private async load() {
    const { me, channel } = this.state.desk!;
    // What arrives while the answer is under way is newer than the answer.
    const arriving: Message[] = [];
    this.arriving = arriving;
    try {
      const messages = await Promise.all([me.chat, channel].map((room) => api.messages(me.oid, room)));
      if (me.oid === this.self.as) {
        this.set({ messages: ordered(messages.flat()), loaded: true });
        this.arriving = null;
        arriving.forEach((message) => this.said(message));
        await this.read();
      }
    } catch (e) {
      this.fail(e);
    }
  }

  private listen(oid: string) {
    this.events?.close();
    const events = new EventSource(`/playground/api/events?as=${encodeURIComponent(oid)}`);
    this.events = events;
    events.addEventListener("hello", () => {
      this.set({ online: true });
      void this.load().then(() => this.lists());
    });
    events.onerror = () => {
      if (this.events !== events) return;
      this.set({ online: false });
      if (events.readyState === EventSource.CLOSED) setTimeout(() => this.events === events && this.listen(oid), 2_000);
    };
    this.on(events, "message", (message: Message) => this.said(message));
    this.on(events, "typing", (event: { room: string }) => this.typing(event.room, true));
    this.on(events, "personas", (personas: Persona[]) => {
      this.listed++;
      this.set({ desk: desk({ ...this.state.desk!, personas, me: oid }) });
    });
    this.on(events, "trouble", (event: { who: string; what: string; advice: string; message: string }) => {
      const again = { label: "Send again", run: () => void this.again(event.message) };
      if (event.who === oid) this.toast("error", event.what, event.advice, again);
    });
    this.on(events, "reset", () => void this.become(oid));
  }

  private on<T>(events: EventSource, name: string, handle: (data: T) => void) {
    events.addEventListener(name, (event) => handle(JSON.parse((event as MessageEvent<string>).data) as T));
  }

  private async lists() {
    const before = this.listed;
    try {
      const mine = desk(await api.desk(this.self));
      // Lists that came meanwhile are newer than the answer.
      if (mine.me.oid === this.self.as && this.listed === before) this.set({ desk: mine });
    } catch {
      // The connection shows its own trouble.
    }
  }

  private said(message: Message) {
    const other = this.state.desk!.personas.find((it) => it.chat === message.room && it.oid !== this.self.as);
    if (other) {
      // A welcome does not count as unread.
      if (!message.author && message.version === 0 && other.unread > 0) this.elsewhere(other, preview(message));
      return;
    }
    if (!message.author) this.typing(message.room, false);
    this.arriving?.push(message);
    const known = this.state.messages.get(message.id);
    if (known && known.version > message.version) return;
    this.set({ messages: ordered([...this.state.messages.values(), message]) });
    if (!known && message.room === this.state.room) void this.read();
  }

  private typing(room: string, on: boolean) {
    clearTimeout(this.typingTimers.get(room));
    const typing = new Set(this.state.typing);
    if (on) {
      typing.add(room);
      this.typingTimers.set(room, window.setTimeout(() => this.typing(room, false), 8_000));
    } else typing.delete(room);
    this.set({ typing });
  }

  private elsewhere(persona: Persona, line: string) {
    const before = this.state.toasts.find((toast) => toast.id === this.hint)?.actions ?? [];
    const be = { label: `Be ${persona.name}`, run: () => void this.become(persona.oid) };
    const actions = [be, ...before.filter((action) => action.label !== be.label)].slice(0, 4);
    const what = actions.length > 1 ? `${actions.length} others have a new message` : `${persona.name} has a new message`;
    this.dismiss(this.hint);
    this.hint = this.toast("info", what, bare(line), ...actions);
  }

  /** What is on the screen counts as read. */
  async read() {
    const { room, inChat } = this.state;
    if (room && inChat && document.visibilityState === "visible") {
      await api.read(this.self.as, room).catch(() => undefined);
    }
  }

  /** Whether it was taken; when not, the composer keeps the text. */
  async say(text: string, files: File[]): Promise<boolean> {
    try {
      const ids = await Promise.all(files.map(async (file) => (await api.attach(file)).id));
      this.said(await api.say(this.self, this.state.room, this.state.replyTo, text, ids));
      this.set({ replyTo: null });
      return true;
    } catch (e) {
      this.fail(e);
      return false;
    }
  }

  async again(message: string) {
    await api.again(this.self, message).catch((e) => this.fail(e));
  }

  async press(message: string, card: number, action: CardAction): Promise<void> {
    this.outcome(await api.press(this.self, message, card, action).catch((e) => this.failed(e)));
  }

  /** Whether the answer reached the bot. */
  async consent(message: string, index: number, accept: boolean): Promise<boolean> {
    const outcome = await api.consent(this.self, message, index, accept).catch((e) => this.failed(e));
    this.outcome(outcome);
    return outcome !== undefined && outcome.kind !== "FAILED";
  }

  async refresh(message: string, card: number) {
    await api.refresh(this.self, message, card).catch(() => undefined);
  }

  async startOver() {
    await api.startOver().catch((e) => this.fail(e));
  }

  reply(thread: string | null) {
    this.set({ replyTo: thread });
  }

  speak(locale: string) {
    localStorage.setItem("locale", locale);
    this.set({ locale });
  }

  toast(tone: Toast["tone"], what: string, advice: string, ...actions: ToastAction[]): number {
    const toast: Toast = { id: this.nextToast++, tone, what, advice, actions };
    this.set({ toasts: [...this.state.toasts.slice(-2), toast] });
    if (tone === "info") setTimeout(() => this.dismiss(toast.id), 12_000);
    return toast.id;
  }

  dismiss(id: number) {
    this.set({ toasts: this.state.toasts.filter((toast) => toast.id !== id) });
  }

  private outcome(outcome: Outcome | undefined) {
    if (outcome?.kind === "MESSAGE") this.toast("info", "Linekeeper", outcome.text);
    if (outcome?.kind === "FAILED") this.toast("error", outcome.text, outcome.advice);
  }

  private failed(e: unknown): undefined {
    this.fail(e);
  }

  fail(e: unknown, ...actions: ToastAction[]) {
    if (e instanceof Trouble) this.toast("error", e.message, e.advice, ...actions);
    else {
      console.error(e);
      this.toast("error", "Something on this page went wrong.", "Reload the page; the chat is kept.", { label: "Reload", run: () => location.reload() });
    }
  }
}

/** By id; the later of two with the same id. */
function ordered(messages: Message[]): Map<string, Message> {
  const one = new Map(messages.map((message) => [message.id, message]));
  return new Map([...one].sort(([a], [b]) => Number(a) - Number(b)));
}

export const store = new Store();

export function useStore(): State {
  const [state, setState] = useState(store.state);
  useEffect(() => {
    setState(store.state);
    return store.subscribe(() => setState(store.state));
  }, []);
  return state;
}
