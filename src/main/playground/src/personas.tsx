import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { Avatar } from "./avatar";
import { Icon } from "./icons";
import { store } from "./store";
import type { Desk } from "./types";

const LANGUAGES = [["en-US", "English"], ["de-DE", "Deutsch"], ["fr-FR", "Français"]] as const;

/** Who one is, and the list of whom one could be. */
export function PersonaMenu({ desk, locale }: { desk: Desk; locale: string }) {
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const elsewhere = desk.personas.filter((it) => it.oid !== desk.me.oid).reduce((sum, it) => sum + it.unread, 0);

  useLayoutEffect(() => {
    if (!open) return;
    const away = (event: Event) => {
      if (!root.current?.contains(event.target as Node)) setOpen(false);
    };
    document.addEventListener("pointerdown", away);
    root.current?.querySelector<HTMLElement>("[aria-selected=true]")?.focus();
    return () => document.removeEventListener("pointerdown", away);
  }, [open]);

  const close = () => {
    setOpen(false);
    root.current?.querySelector<HTMLElement>(".persona-button")?.focus();
  };
  const choose = (oid: string) => {
    close();
    void store.become(oid);
  };
  const keys = (event: KeyboardEvent) => {
    const options = [...(root.current?.querySelectorAll<HTMLElement>("[role=option]") ?? [])];
    const at = options.indexOf(document.activeElement as HTMLElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: options.length - 1 }[event.key];
    if (event.key === "Escape") close();
    else if (to !== undefined) options[(to + options.length) % options.length]?.focus();
    else if ((event.key === "Enter" || event.key === " ") && at >= 0) choose(options[at]!.dataset["oid"]!);
    else return;
    event.preventDefault();
  };

  return (
    <div class="personas" ref={root} onKeyDown={open ? keys : undefined}>
      <button type="button" class="persona-button" data-alias={desk.me.alias} aria-haspopup="listbox" aria-expanded={open} onClick={() => setOpen(!open)}>
        <span class="hidden">You are </span>
        <span class="persona-name"><strong>{desk.me.name}</strong><span class="caption"><span class="hidden">, </span>{desk.me.caption}</span></span>
        <Avatar name={desk.me.name} small />
        {elsewhere > 0 && <span class="badge">{elsewhere}<span class="hidden"> unread for others. Change who you are</span></span>}
        <Icon name="down" size={16} />
      </button>
      {open && (
        <div class="menu">
          <p class="menu-title" id="be">Be somebody else</p>
          <ul role="listbox" aria-labelledby="be">
            {desk.personas.map((person) => (
              <li
                key={person.oid}
                role="option"
                tabIndex={person.oid === desk.me.oid ? 0 : -1}
                aria-selected={person.oid === desk.me.oid}
                data-oid={person.oid}
                data-alias={person.alias}
                onClick={() => choose(person.oid)}
              >
                <Avatar name={person.name} small />
                <span class="persona-lines"><span class="name">{person.name}</span><span class="caption">{person.caption}</span></span>
                {person.unread > 0 && <span class="badge">{person.unread}<span class="hidden"> unread</span></span>}
                {person.oid === desk.me.oid && <Icon name="check" size={16} />}
              </li>
            ))}
          </ul>
          <label class="language">
            <span>Language of Teams</span>
            <select value={locale} onChange={(event) => store.speak(event.currentTarget.value)} onKeyDown={(event) => event.key !== "Escape" && event.stopPropagation()}>
              {LANGUAGES.map(([tag, name]) => <option key={tag} value={tag}>{name}</option>)}
            </select>
          </label>
        </div>
      )}
    </div>
  );
}
