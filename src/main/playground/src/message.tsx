import { useState } from "preact/hooks";
import { Avatar } from "./avatar";
import { Card } from "./card";
import { size, time } from "./format";
import { Icon } from "./icons";
import { html, plain, safeLink } from "./markdown";
import { store } from "./store";
import type { Attachment, Message } from "./types";
import type { Theme } from "./theme";
import { author, CARD, FILE, OFFERED, UPLOADED } from "./views";

interface Props { me: string; message: Message; theme: Theme; current: boolean; follows: boolean; channel: boolean; reply: boolean }

/** One message: who, when, what; cards, files and questions below. */
export function MessageItem({ me, message, theme, current, follows, channel, reply }: Props) {
  const name = author(message);
  const bot = !message.author;
  const mine = message.author?.oid === me;
  const id = `m${message.id}`;
  const classes = ["message", mine && "me", bot && "from-bot", follows && "follows", reply && "reply", message.cards.length > 0 && "with-card"];
  return (
    <article class={classes.filter(Boolean).join(" ")} data-message={message.id} tabIndex={current ? 0 : -1} aria-labelledby={`${id}-who`}>
      {(channel || !mine) && <span class="who-picture">{!follows && <Avatar name={name} bot={bot} small />}</span>}
      <div class="message-main">
        <p class={follows ? "who hidden" : "who"} id={`${id}-who`}>
          <span class={mine ? "hidden" : "name"}>{mine ? "You" : name}</span>
          {bot && <span class="tag">Bot</span>}
          {" "}<time dateTime={message.at}>{time(message.at)}</time>
          {message.edited && <span class="edited"> Edited</span>}
        </p>
        {message.state === "REMOVED" ? <p class="bubble gone">This message was deleted.</p> : <Content message={message} theme={theme} />}
        {message.state === "FAILED" && (
          <p class="failed"><Icon name="warn" size={16} /> Not delivered.
            <button type="button" class="link" onClick={() => void store.again(message.id)}>Send again</button></p>
        )}
      </div>
    </article>
  );
}

function Content({ message, theme }: { message: Message; theme: Theme }) {
  const { text, attachments, suggestedActions } = message.content;
  const suggestions = suggestedActions?.actions ?? [];
  return (
    <>
      {text && <div class="bubble" dangerouslySetInnerHTML={{ __html: body(message, text) }} />}
      {message.cards.map((view) => <Card key={view.index} message={message.id} view={view} theme={theme} />)}
      {attachments?.map((attached, index) => <Attached key={index} message={message.id} index={index} attached={attached} />)}
      {suggestions.length > 0 && (
        <div class="suggestions" role="group" aria-label="Suggested answers">
          {suggestions.map((suggestion) => (
            <button type="button" class="chip" key={String(suggestion.value)} onClick={() => void store.say(String(suggestion.value ?? suggestion.title ?? ""), [])}>
              {suggestion.title ?? String(suggestion.value)}</button>
          ))}
        </div>
      )}
    </>
  );
}

/** What is attached beside cards. */
function Attached({ message, index, attached }: { message: string; index: number; attached: Attachment }) {
  const { contentType, contentUrl, content } = attached;
  const name = attached.name ?? "file";
  switch (contentType) {
    case CARD:
    case "text/html":
      return null;
    case FILE:
      return <FileLink name={name} size={attached.size ?? -1} href={`/connector/files/${content?.uniqueId}`} />;
    case UPLOADED:
      return <FileLink name={name} size={-1} href={contentUrl ?? ""} />;
    case OFFERED:
      return <FileOffer message={message} index={index} name={name} size={content?.sizeInBytes ?? 0} about={content?.description ?? ""} />;
    default:
      return <p class="card-broken">An attachment the playground cannot show ({contentType ?? "nothing named"}).</p>;
  }
}

/** Whether the bot may put a file where one keeps files; answered once, unless the answer did not get through. */
function FileOffer({ message, index, name, size: bytes, about }: { message: string; index: number; name: string; size: number; about: string }) {
  const [sent, setSent] = useState(false);
  const answer = async (event: MouseEvent, accept: boolean) => {
    // The buttons go; whoever came here by the keyboard stays at the message.
    (event.currentTarget as HTMLElement).closest<HTMLElement>("[data-message]")?.focus();
    setSent(true);
    if (!(await store.consent(message, index, accept))) setSent(false);
  };
  return (
    <div class="file-offer" role="group" aria-label={`File ${name}`}>
      <Icon name="file" />
      <div><strong>{name}</strong> <span class="caption">{size(bytes)}</span><p>{about}</p>
        <button type="button" class="button primary" disabled={sent} onClick={(event) => void answer(event, true)}>Allow</button>{" "}
        <button type="button" class="button" disabled={sent} onClick={(event) => void answer(event, false)}>Decline</button></div>
    </div>
  );
}

function FileLink({ name, size: bytes, href }: { name: string; size: number; href: string }) {
  const target = safeLink(new URL(href, location.href).href) ?? "about:blank";
  return (
    <a class="file" href={target} download={name}>
      <Icon name="file" /><span class="file-name"><span>{name}</span><span class="caption">{size(bytes)}</span></span>
      <Icon name="save" size={16} /><span class="hidden">Save file</span>
    </a>
  );
}

function body({ author: said, content }: Message, text: string): string {
  if (said) return plain(text).replace(/@Linekeeper\b/gi, '<span class="mention">$&</span>');
  return (content.textFormat ?? "markdown") === "markdown" ? html(text) : plain(text);
}
