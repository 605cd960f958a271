import { Avatar } from "./avatar";
import { time } from "./format";
import { bare } from "./markdown";
import { store } from "./store";
import { author, preview, type Room } from "./views";

/** The chats of the persona; arrow keys move, Enter opens. */
export function ChatList({ rooms, open }: { rooms: Room[]; open: string }) {
  const move = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const items = [...(event.currentTarget as HTMLElement).querySelectorAll<HTMLElement>("button")];
    items[(items.indexOf(document.activeElement as HTMLElement) + step + items.length) % items.length]?.focus();
  };
  return (
    <nav class="chats" id="chats" aria-label="Chats" tabIndex={-1}>
      <h2>Chat</h2>
      <ul onKeyDown={move}>
        {rooms.map((room) => ({ ...room, last: room.messages.findLast((message) => message.state !== "REMOVED") })).map((room) => (
          <li key={room.id}>
            <button
              type="button"
              class={`chat-item${room.id === open ? " open" : ""}${room.unread ? " unread" : ""}`}
              aria-current={room.id === open ? "true" : undefined}
              data-room={room.kind}
              onClick={() => void store.enter(room.id)}
            >
              <Avatar name={room.title} bot={room.kind === "personal"} channel={room.kind === "channel"} />
              <span class="chat-lines">
                <span class="chat-title">
                  <span class="name">{room.kind === "channel" ? `${room.subtitle} › ${room.title}` : room.title}</span>
                  {room.last && <time dateTime={room.last.at}>{time(room.last.at)}</time>}
                </span>
                <span class="chat-last">
                  <span class="preview">{room.last ? `${author(room.last)}: ${bare(preview(room.last))}` : room.kind === "channel" ? "No posts yet" : room.subtitle}</span>
                  {room.unread > 0 && (
                    <span class="badge">{room.unread}<span class="hidden"> unread</span></span>
                  )}
                </span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}
