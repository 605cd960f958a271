import { colour, initials } from "./format";
import { Icon, Logo } from "./icons";

/** The round picture beside a name; it says nothing the name does not say. */
export function Avatar({ name, bot, channel, small }: { name: string; bot?: boolean; channel?: boolean; small?: boolean }) {
  if (bot) return <span class={small ? "avatar small bot" : "avatar bot"} aria-hidden="true"><Logo size={small ? 24 : 32} /></span>;
  return (
    <span class={`avatar hue${colour(name)}${small ? " small" : ""}${channel ? " square" : ""}`} aria-hidden="true">
      {channel ? <Icon name="hash" size={18} /> : initials(name)}
    </span>
  );
}
