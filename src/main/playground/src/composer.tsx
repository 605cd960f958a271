import { useEffect, useRef, useState } from "preact/hooks";
import { size } from "./format";
import { Icon } from "./icons";
import { store, type State } from "./store";
import type { Desk } from "./types";
import { BOT } from "./views";

const drafts = new Map<string, string>();

/** Where one writes: Enter sends, Shift+Enter breaks the line, the up arrow brings back what was sent last. */
export function Composer({ state, desk, channel }: { state: State; desk: Desk; channel: boolean }) {
  const known = [BOT, ...desk.personas.map((persona) => persona.name)];
  const key = `${desk.me.oid} ${state.room}`;
  const [text, setText] = useState(drafts.get(key) ?? "");
  const [files, setFiles] = useState<File[]>([]);
  const [sending, setSending] = useState(false);
  const [sent, setSent] = useState("");
  const [mention, setMention] = useState<Mention | null>(null);
  const area = useRef<HTMLTextAreaElement>(null);
  const picker = useRef<HTMLInputElement>(null);

  useEffect(() => setText(drafts.get(key) ?? ""), [key]);
  useEffect(() => void drafts.set(key, text), [key, text]);
  useEffect(() => area.current?.focus(), [key]);
  useEffect(() => {
    if (state.replyTo && !text) setText("@Linekeeper ");
    if (state.replyTo) area.current?.focus();
  }, [state.replyTo]);
  useEffect(() => {
    const it = area.current!;
    it.style.height = "auto";
    it.style.height = `${Math.min(it.scrollHeight, 200)}px`;
  }, [text]);

  const write = (value: string) => {
    setText(value);
    requestAnimationFrame(() => {
      area.current?.focus();
      area.current?.setSelectionRange(value.length, value.length);
    });
  };
  const send = async () => {
    if (sending || (!text.trim() && files.length === 0)) return;
    setSending(true);
    if (await store.say(text.trim(), files)) {
      setSent(text.trim());
      setText("");
      setFiles([]);
    }
    setSending(false);
    area.current?.focus();
  };
  const pick = (name: string) => {
    const value = `${text.slice(0, mention!.from)}@${name} ${text.slice(mention!.to)}`;
    setMention(null);
    write(value);
  };
  const typed = (value: string) => {
    setText(value);
    setMention(mentionAt(value, area.current!.selectionStart, known));
  };
  const keys = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    if (mention) {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step) setMention({ ...mention, at: (mention.at + step + mention.names.length) % mention.names.length });
      else if (event.key === "Enter" || event.key === "Tab") pick(mention.names[mention.at]!);
      else if (event.key === "Escape") setMention(null);
      else return;
      event.preventDefault();
    } else if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      void send();
    } else if (event.key === "ArrowUp" && text === "" && sent) {
      event.preventDefault();
      write(sent);
    } else if (event.key === "Escape" && state.replyTo) {
      store.reply(null);
    }
  };
  const take = (chosen: FileList | null | undefined) => {
    if (!chosen?.length) return;
    if (channel) store.toast("error", "Teams does not hand files in channels to bots.", "Attach the file in your own chat with Linekeeper.");
    else setFiles([...files, ...chosen].slice(0, 5));
  };

  // Dropped anywhere: a browser leaves the page for a file that nobody takes.
  useEffect(() => {
    const over = (event: DragEvent) => event.preventDefault();
    const drop = (event: DragEvent) => { event.preventDefault(); take(event.dataTransfer?.files); };
    document.addEventListener("dragover", over);
    document.addEventListener("drop", drop);
    return () => {
      document.removeEventListener("dragover", over);
      document.removeEventListener("drop", drop);
    };
  });

  return (
    <form class="composer" aria-label="Write a message" onSubmit={(event) => { event.preventDefault(); void send(); }}>
      {state.replyTo && (
        <p class="replying"><Icon name="reply" size={16} /> Replying to a post
          <button type="button" class="icon-button" aria-label="Start a new post instead" onClick={() => store.reply(null)}><Icon name="close" size={14} /></button></p>
      )}
      {mention && (
        <ul class="mentions" role="listbox" id="mentions" aria-label="People to mention">
          {mention.names.map((name, index) => (
            <li key={name} id={`mention-${index}`} role="option" aria-selected={index === mention.at}
              onPointerDown={(event) => { event.preventDefault(); pick(name); }}>{name}</li>
          ))}
        </ul>
      )}
      {files.length > 0 && (
        <ul class="picked" aria-label="Files to send">
          {files.map((file) => (
            <li key={file.name}><Icon name="file" size={16} /> {file.name} <span class="caption">{size(file.size)}</span>
              <button type="button" class="icon-button" aria-label={`Remove ${file.name}`} onClick={() => setFiles(files.filter((it) => it !== file))}><Icon name="close" size={14} /></button></li>
          ))}
        </ul>
      )}
      <div class="compose-box">
        <textarea
          id="composer"
          ref={area}
          rows={1}
          value={text}
          placeholder={channel ? "Start a post; @mention Linekeeper to ask it" : "Type a message"}
          aria-label="Message"
          aria-describedby="compose-hint"
          aria-autocomplete="list"
          aria-controls={mention ? "mentions" : undefined}
          aria-activedescendant={mention ? `mention-${mention.at}` : undefined}
          onInput={(event) => typed(event.currentTarget.value)}
          onKeyDown={keys}
          onBlur={() => setMention(null)}
          onPaste={(event) => take(event.clipboardData?.files)}
        />
        <span class="hidden" id="compose-hint">Enter sends, Shift and Enter starts a new line.</span>
        <input ref={picker} class="hidden" type="file" multiple tabIndex={-1} aria-hidden="true" onChange={(event) => { take(event.currentTarget.files); event.currentTarget.value = ""; }} />
        <button type="button" class="icon-button" aria-label="Mention somebody" onClick={() => { write(`${text}@`); setMention(mentionAt(`${text}@`, text.length + 1, known)); }}><Icon name="at" /></button>
        <button type="button" class="icon-button" aria-label="Attach a file" onClick={() => picker.current?.click()}><Icon name="attach" /></button>
        <button type="submit" class="icon-button send" aria-label="Send" disabled={sending || (!text.trim() && files.length === 0)}><Icon name="send" /></button>
      </div>
    </form>
  );
}

interface Mention { from: number; to: number; names: string[]; at: number }

/** The names that fit what is being typed after an @, if that is where the cursor is. */
function mentionAt(text: string, cursor: number, known: string[]): Mention | null {
  const started = /(?:^|\s)@([\p{L}\p{N}]*)$/u.exec(text.slice(0, cursor));
  if (!started) return null;
  const names = known.filter((name) => name.toLowerCase().split(" ").some((word) => word.startsWith(started[1]!.toLowerCase()))).slice(0, 6);
  return names.length ? { from: cursor - started[1]!.length - 1, to: cursor, names, at: 0 } : null;
}
