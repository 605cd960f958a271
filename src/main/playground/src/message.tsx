import { Avatar } from "./avatar";
import { Card } from "./card";
import { size, time } from "./format";
import { Icon } from "./icons";
import { html, plain, safeLink } from "./markdown";
import { store } from "./store";
import type { Message } from "./types";
import type { Theme } from "./theme";

interface Props { message: Message; theme: Theme; current: boolean; follows: boolean; channel: boolean; reply: boolean }

/** One message: who, when, what; cards, files and questions below. */
export function MessageItem({ message, theme, current, follows, channel, reply }: Props) {
  const { author } = message;
  const id = `m${message.id}`;
  const classes = ["message", author.me && "me", author.bot && "from-bot", follows && "follows", reply && "reply", message.cards.length > 0 && "with-card"];
  return (
    <article class={classes.filter(Boolean).join(" ")} data-message={message.id} tabIndex={current ? 0 : -1} aria-labelledby={`${id}-who`}>
      {(channel || !author.me) && <span class="who-picture">{!follows && <Avatar name={author.name} bot={author.bot} small />}</span>}
      <div class="message-main">
        <p class={follows ? "who hidden" : "who"} id={`${id}-who`}>
          <span class={author.me ? "hidden" : "name"}>{author.me ? "You" : author.name}</span>
          {author.bot && <span class="tag">Bot</span>}
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
  return (
    <>
      {message.text && <div class="bubble" dangerouslySetInnerHTML={{ __html: body(message) }} />}
      {message.cards.map((view) => <Card key={view.index} message={message.id} view={view} theme={theme} />)}
      {message.consents.map((offer) => (
        <div key={offer.index} class="file-offer">
          <Icon name="file" />
          <div><strong>{offer.name}</strong> <span class="caption">{size(offer.size)}</span><p>{offer.description}</p>
            <button type="button" class="button primary" onClick={() => void store.consent(message.id, offer.index, true)}>Allow</button>{" "}
            <button type="button" class="button" onClick={() => void store.consent(message.id, offer.index, false)}>Decline</button></div>
        </div>
      ))}
      {message.files.map((file) => <FileLink key={file.href} {...file} />)}
      {message.unknown.map((type) => <p key={type} class="card-broken">An attachment the playground cannot show ({type}).</p>)}
      {message.suggestions.length > 0 && (
        <div class="suggestions" role="group" aria-label="Suggested answers">
          {message.suggestions.map((suggestion) => (
            <button type="button" class="chip" key={String(suggestion.value)} onClick={() => void store.say(String(suggestion.value ?? suggestion.title ?? ""), [])}>
              {suggestion.title ?? String(suggestion.value)}</button>
          ))}
        </div>
      )}
    </>
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

function body(message: Message): string {
  const markdown = message.author.bot && message.format === "markdown";
  if (markdown) return html(message.text);
  return message.author.bot ? plain(message.text) : plain(message.text).replace(/@Linekeeper\b/gi, '<span class="mention">$&</span>');
}
