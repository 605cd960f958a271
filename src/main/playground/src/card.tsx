import {
  Action, AdaptiveCard, ExecuteAction, GlobalRegistry, HostConfig, OpenUrlAction, SerializationContext, SubmitAction, Table, Version, Versions,
} from "adaptivecards";
import { useEffect, useRef, useState } from "preact/hooks";
import { hostConfig } from "./hostconfig";
import { html, safeLink } from "./markdown";
import { store } from "./store";
import type { CardAction, CardView } from "./types";
import type { Theme } from "./theme";

AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = html(text);
  result.didProcess = true;
};

// The bundler leaves out what registers itself.
GlobalRegistry.defaultElements.register("Table", Table, Versions.v1_5);

// Teams shows Adaptive Cards up to 1.5.
const NEWEST = new Version(1, 5);

/** One card, drawn by Microsoft's renderer as Teams would. */
export function Card({ message, view, theme }: { message: string; view: CardView; theme: Theme }) {
  const host = useRef<HTMLDivElement>(null);
  const [busy, setBusy] = useState(false);
  const source = JSON.stringify(view.card);

  useEffect(() => {
    const holder = host.current!;
    const hadFocus = holder.contains(document.activeElement);
    const rendered = render(JSON.parse(source), theme, async (action) => {
      setBusy(true);
      await store.press(message, view.index, action);
      setBusy(false);
    });
    holder.replaceChildren(rendered);
    if (hadFocus) focusFirst(holder);
  }, [source, theme, message, view.index]);

  useEffect(() => {
    if (view.refresh) void store.refresh(message, view.index);
  }, [view.refresh, message, view.index]);

  return (
    <div class={busy ? "card busy" : "card"} aria-busy={busy}>
      <div ref={host} />
      {busy && <div class="card-progress" role="status"><span class="hidden">Linekeeper is working on it</span></div>}
    </div>
  );
}

function focusFirst(holder: HTMLElement) {
  const next = holder.querySelector<HTMLElement>("button, input, textarea, select, a[href], [tabindex='0']");
  (next ?? holder.closest<HTMLElement>("[data-message]"))?.focus();
}

function render(source: unknown, theme: Theme, press: (action: CardAction) => void): HTMLElement {
  try {
    const card = new AdaptiveCard();
    card.hostConfig = new HostConfig(hostConfig(theme));
    card.onExecuteAction = (action) => execute(action, press);
    card.onAnchorClicked = (_, anchor) => !safeLink(anchor.href);
    card.parse(source, new SerializationContext(NEWEST));
    const element = card.render();
    if (element) {
      tidy(element, card);
      return element;
    }
  } catch (e) {
    console.warn("This card cannot be shown", e);
  }
  const fallback = document.createElement("p");
  fallback.className = "card-broken";
  const text = (source as { fallbackText?: unknown } | null)?.fallbackText;
  fallback.textContent = typeof text === "string" ? text : "This card cannot be shown.";
  return fallback;
}

/** What the renderer leaves to the host for people who listen instead of look. */
function tidy(element: HTMLElement, card: AdaptiveCard) {
  element.setAttribute("role", "group");
  element.setAttribute("aria-label", card.speak ?? "Card");
  element.tabIndex = -1;
}

function execute(action: Action, press: (action: CardAction) => void) {
  if (action instanceof OpenUrlAction) {
    const target = safeLink(action.url ?? "");
    if (target) window.open(target, "_blank", "noopener,noreferrer");
    else store.toast("error", "This link cannot be opened here.", "Only web, mail and phone links open from a card.");
  } else if (action instanceof ExecuteAction) {
    press({ type: "Action.Execute", ...named(action), verb: action.verb ?? "", data: action.data ?? {} });
  } else if (action instanceof SubmitAction) {
    press({ type: "Action.Submit", ...named(action), data: action.data ?? {} });
  }
}

function named(action: Action): { id?: string; title?: string } {
  return { ...(action.id && { id: action.id }), ...(action.title && { title: action.title }) };
}
