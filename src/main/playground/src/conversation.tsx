import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { Avatar } from "./avatar";
import { Composer } from "./composer";
import { day } from "./format";
import { Icon } from "./icons";
import { MessageItem } from "./message";
import { Prompts } from "./prompts";
import { store, type State } from "./store";
import type { Desk, Message } from "./types";
import type { Theme } from "./theme";
import { author, BOT, rooms } from "./views";

/** The open chat: its head, what was said, and the place to write. */
export function Conversation({ state, desk, theme }: { state: State; desk: Desk; theme: Theme }) {
  const room = rooms(state, desk).find((it) => it.id === state.room);
  if (!room) return <main class="conversation" />;
  const { messages } = room;
  const channel = room.kind === "channel";
  const mine = messages.some((message) => message.author?.oid === desk.me.oid);
  return (
    <main class={channel ? "conversation channel" : "conversation"}>
      <header class="chat-head">
        <button type="button" class="icon-button back" aria-label="Back to chats" onClick={() => store.leave()}><Icon name="back" /></button>
        <Avatar name={room.title} bot={!channel} channel={channel} />
        <div class="chat-names">
          <h1>{room.title} {!channel && <span class="tag">Bot</span>}</h1>
          <p>{channel ? `${room.subtitle} · everybody reads this; @mention Linekeeper to ask it` : `Between ${desk.me.name} and the bot alone`}</p>
        </div>
      </header>
      <Log key={room.id + desk.me.oid} me={desk.me.oid} messages={messages} channel={channel} loaded={state.loaded} theme={theme} typing={state.typing.has(room.id)} />
      {state.loaded && !mine && <Prompts prompts={desk.me.prompts} channel={channel} />}
      <Composer key={`composer ${room.id}`} state={state} desk={desk} channel={channel} />
    </main>
  );
}

interface LogProps { me: string; messages: Message[]; channel: boolean; loaded: boolean; theme: Theme; typing: boolean }

function Log({ me, messages, channel, loaded, theme, typing }: LogProps) {
  const list = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  const lastId = messages.at(-1)?.id;

  useLayoutEffect(() => {
    if (atEnd.current || messages.at(-1)?.author?.oid === me) list.current!.scrollTop = list.current!.scrollHeight;
  }, [messages, typing]);
  // Cards grow after they are drawn; whoever reads the end stays there.
  useEffect(() => {
    const observer = new ResizeObserver(() => {
      if (atEnd.current && list.current) list.current.scrollTop = list.current.scrollHeight;
    });
    observer.observe(list.current!.firstElementChild!);
    return () => observer.disconnect();
  }, []);

  const scrolled = () => {
    if (!list.current) return;
    const { scrollTop, scrollHeight, clientHeight } = list.current;
    atEnd.current = scrollHeight - scrollTop - clientHeight < 60;
  };
  return (
    <div class="log" id="messages" ref={list} onScroll={scrolled} tabIndex={-1}>
      <div class="log-inner" role="log" aria-label="Messages" aria-live="polite" aria-relevant="additions" aria-busy={!loaded} onKeyDown={rove}>
        {loaded && messages.length === 0 && <p class="empty">Nothing said here yet.</p>}
        {(channel ? threads(messages) : messages.map((message) => [message])).map((thread, index, all) => {
          const first = thread[0]!;
          const before = all[index - 1]?.[0];
          const newDay = !before || day(before.at) !== day(first.at);
          return (
            <div key={first.id} class={channel ? "thread" : "single"}>
              {newDay && <p class="day"><span>{day(first.at)}</span></p>}
              <div class={channel ? "post" : undefined}>
                {thread.map((message, at) => (
                  <MessageItem key={message.id} me={me} message={message} theme={theme} current={message.id === lastId}
                    follows={follows(channel ? thread[at - 1] : before, message, newDay)} channel={channel} reply={channel && at > 0} />
                ))}
                {channel && <button type="button" class="reply-button" onClick={() => store.reply(first.id)}><Icon name="reply" size={16} /> Reply</button>}
              </div>
            </div>
          );
        })}
        {typing && <p class="typing" role="status"><Avatar name={BOT} bot small /><span class="dots" aria-hidden="true"><i /><i /><i /></span><span class="hidden">Linekeeper is typing</span></p>}
      </div>
    </div>
  );
}

/** Posts of a channel, each with its replies, in the order of the posts. */
function threads(messages: Message[]): Message[][] {
  const byPost = new Map<string, Message[]>();
  for (const message of messages) {
    const post = message.thread ?? message.id;
    byPost.set(post, [...(byPost.get(post) ?? []), message]);
  }
  return [...byPost.values()];
}

/** Whether a message goes on with what its author said just before: no name and picture again. */
function follows(before: Message | undefined, message: Message, newDay: boolean): boolean {
  return !newDay && before !== undefined && author(before) === author(message)
    && Date.parse(message.at) - Date.parse(before.at) < 5 * 60_000;
}

/** Up and down walk through messages, Enter goes into one, Escape comes out of it. */
function rove(event: KeyboardEvent) {
  const target = event.target as HTMLElement;
  const item = target.closest<HTMLElement>("[data-message]");
  if (!item) return;
  const all = [...(event.currentTarget as HTMLElement).querySelectorAll<HTMLElement>("[data-message]")];
  const at = all.indexOf(item);
  if (event.key === "Escape" && target !== item) item.focus();
  else if (target !== item) return;
  else if (event.key === "ArrowDown") all[Math.min(at + 1, all.length - 1)]!.focus();
  else if (event.key === "ArrowUp") all[Math.max(at - 1, 0)]!.focus();
  else if (event.key === "Home") all[0]!.focus();
  else if (event.key === "End") all.at(-1)!.focus();
  else if (event.key === "Enter") item.querySelector<HTMLElement>("button, input, textarea, select, a[href], [tabindex='0']")?.focus();
  else if (event.key === "Escape") document.querySelector<HTMLElement>("#composer")?.focus();
  else return;
  event.preventDefault();
}
