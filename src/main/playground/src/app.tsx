import { useState } from "preact/hooks";
import { ChatList } from "./chatlist";
import { Conversation } from "./conversation";
import { Icon, Logo } from "./icons";
import { PersonaMenu } from "./personas";
import { StartOver } from "./startover";
import { store, useStore } from "./store";
import { useTheme } from "./theme";
import { Toasts } from "./toasts";
import { rooms } from "./views";

export function App() {
  const state = useStore();
  const [theme, flip] = useTheme();
  const [asking, setAsking] = useState(false);
  const { desk } = state;
  return (
    <div class={state.inChat ? "shell in-chat" : "shell"}>
      <nav class="skips" aria-label="Skip links">
        <a href="#composer">Skip to writing a message</a>
        <a href="#messages">Skip to messages</a>
        <a href="#chats">Skip to chats</a>
      </nav>
      <header class="top">
        <span class="brand"><Logo size={24} /><strong>Linekeeper</strong><span class="place">playground</span></span>
        <span class="org">{desk?.organisation}</span>
        {desk && <PersonaMenu desk={desk} locale={state.locale} />}
      </header>
      <p class="banner" role="note">
        <Icon name="shield" size={16} /> No tenant connected. Nothing leaves this machine.
      </p>
      {!state.online && (
        <p class="offline" role="alert">
          <span class="spinner" aria-hidden="true" /> Connection lost. Reconnecting by itself; what you write is kept.
        </p>
      )}
      <div class="body">
        <nav class="rail" aria-label="App">
          <button type="button" class="rail-item current" aria-current="page" onClick={() => store.leave()}>
            <Icon name="chat" /><span>Chat</span>
          </button>
          <span class="grow" />
          <button type="button" class="rail-item" onClick={flip} aria-label={theme === "dark" ? "Switch to light colours" : "Switch to dark colours"}>
            <Icon name={theme === "dark" ? "sun" : "moon"} /><span>{theme === "dark" ? "Light" : "Dark"}</span>
          </button>
          <button type="button" class="rail-item" onClick={() => setAsking(true)} aria-haspopup="dialog">
            <Icon name="again" /><span>Start over</span>
          </button>
        </nav>
        {desk ? (
          <>
            <ChatList rooms={rooms(state, desk)} open={state.room} />
            <Conversation state={state} desk={desk} theme={theme} />
          </>
        ) : (
          <main class="loading" aria-busy="true"><span class="spinner" /> Opening the chat…</main>
        )}
      </div>
      {asking && <StartOver close={() => setAsking(false)} />}
      <Toasts toasts={state.toasts} />
    </div>
  );
}
