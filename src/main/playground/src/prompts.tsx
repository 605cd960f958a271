import { store } from "./store";

/** What a visitor may try first. */
export function Prompts({ prompts, channel }: { prompts: string[]; channel: boolean }) {
  if (prompts.length === 0) return null;
  return (
    <div class="prompts" role="group" aria-label="Try one of these">
      <span class="prompts-title" aria-hidden="true">Try</span>
      {prompts.map((prompt) => (
        <button type="button" key={prompt} class="chip" onClick={() => void store.say(channel ? `@Linekeeper ${prompt}` : prompt, [])}>{prompt}</button>
      ))}
    </div>
  );
}
