/**
 * The Markdown that Teams shows in messages and text blocks, as HTML that is safe by construction: every character of
 * the text is escaped, and only the tags written here exist. Links lead to http, https, mailto and tel alone.
 */
export function html(text: string): string {
  return blocks(text.replace(/\r\n?/g, "\n")).join("");
}

export function escape(text: string): string {
  return text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
}

/** Plain text with its line breaks. */
export function plain(text: string): string {
  return escape(text).replace(/\r\n?|\n/g, "<br>");
}

/** The text without its marks, for lists and notices. */
export function bare(text: string): string {
  return text
    .replace(/<\/?at>/g, "")
    .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/[*_`~#>]+/g, "")
    .replace(/\s+/g, " ")
    .trim();
}

const FENCE = /^\s*```/;
const HEADING = /^(#{1,6})\s+(.*)$/;
const BULLET = /^\s*[-*+]\s+(.*)$/;
const NUMBER = /^\s*(\d{1,9})[.)]\s+(.*)$/;
const QUOTE = /^\s*>\s?(.*)$/;

function blocks(text: string): string[] {
  const out: string[] = [];
  const lines = text.split("\n");
  let at = 0;
  const take = (pattern: RegExp): RegExpExecArray[] => {
    const taken: RegExpExecArray[] = [];
    for (let match = pattern.exec(lines[at] ?? ""); match && at < lines.length; match = pattern.exec(lines[at] ?? "")) {
      taken.push(match);
      at++;
    }
    return taken;
  };
  while (at < lines.length) {
    const line = lines[at]!;
    const heading = HEADING.exec(line);
    const number = NUMBER.exec(line);
    if (line.trim() === "") {
      at++;
    } else if (FENCE.test(line)) {
      const end = lines.findIndex((other, i) => i > at && FENCE.test(other));
      const stop = end < 0 ? lines.length : end;
      out.push(`<pre><code>${escape(lines.slice(at + 1, stop).join("\n"))}</code></pre>`);
      at = stop + 1;
    } else if (heading) {
      out.push(`<p class="heading">${inline(heading[2]!)}</p>`);
      at++;
    } else if (BULLET.test(line)) {
      out.push(`<ul>${take(BULLET).map((item) => `<li>${inline(item[1]!)}</li>`).join("")}</ul>`);
    } else if (number) {
      out.push(`<ol start="${number[1]}">${take(NUMBER).map((item) => `<li>${inline(item[2]!)}</li>`).join("")}</ol>`);
    } else if (QUOTE.test(line)) {
      out.push(`<blockquote>${take(QUOTE).map((item) => inline(item[1]!)).join("<br>")}</blockquote>`);
    } else {
      const start = at;
      while (at < lines.length && lines[at]!.trim() !== "" && (at === start || !startsBlock(lines[at]!))) {
        at++;
      }
      out.push(`<p>${lines.slice(start, at).map(inline).join("<br>")}</p>`);
    }
  }
  return out;
}

function startsBlock(line: string): boolean {
  return [FENCE, HEADING, BULLET, NUMBER, QUOTE].some((pattern) => pattern.test(line));
}

const INLINE = new RegExp(
  [
    /(?<escaped>\\[!-\/:-@[-`{-~])/,
    /`(?<code>[^`]+)`/,
    /<at>(?<mention>[^<]*)<\/at>/,
    /\[(?<label>(?:[^\[\]\\]|\\.)*)\]\((?<link>[^()\s]+)\)/,
    /(?<bare>https?:\/\/[^\s<>()"']*[^\s<>()"'.,;:!?])/,
    /\*\*(?<strong>(?=\S)(?:[^*]|\*(?!\*))*?\S)\*\*/,
    /__(?<strong2>(?=\S)[^_]*?\S)__(?!\w)/,
    /\*(?<em>(?=[^\s*])[^*]*?[^\s*])\*/,
    /(?<![\p{L}\p{N}])_(?<em2>(?=[^\s_])[^_]*?[^\s_])_(?![\p{L}\p{N}])/u,
    /~~(?<gone>(?=\S)[^~]*?\S)~~/,
  ].map((pattern) => pattern.source).join("|"),
  "gu",
);

function inline(text: string): string {
  let out = "";
  let from = 0;
  for (const match of text.matchAll(INLINE)) {
    out += escape(text.slice(from, match.index)) + marked(match);
    from = match.index + match[0].length;
  }
  return out + escape(text.slice(from));
}

function marked(match: RegExpMatchArray): string {
  const g = match.groups ?? {};
  const strong = g["strong"] ?? g["strong2"];
  const em = g["em"] ?? g["em2"];
  if (g["escaped"] !== undefined) return escape(g["escaped"].slice(1));
  if (g["code"] !== undefined) return `<code>${escape(g["code"])}</code>`;
  if (g["mention"] !== undefined) return `<span class="mention">${escape(g["mention"])}</span>`;
  if (g["link"] !== undefined) return link(g["link"], inline(g["label"] ?? "")) ?? escape(match[0]);
  if (g["bare"] !== undefined) return link(g["bare"], escape(g["bare"])) ?? escape(match[0]);
  if (strong !== undefined) return `<strong>${inline(strong)}</strong>`;
  if (em !== undefined) return `<em>${inline(em)}</em>`;
  if (g["gone"] !== undefined) return `<s>${inline(g["gone"])}</s>`;
  return escape(match[0]);
}

function link(to: string, label: string): string | undefined {
  const target = safeLink(to);
  return target && `<a href="${escape(target)}" target="_blank" rel="noopener noreferrer">${label}</a>`;
}

/** The address, when it is of a kind that is safe to open. */
export function safeLink(to: string): string | undefined {
  try {
    const url = new URL(to);
    return ["http:", "https:", "mailto:", "tel:"].includes(url.protocol) ? url.href : undefined;
  } catch {
    return undefined;
  }
}
