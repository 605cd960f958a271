/** Line drawings of our own, 20 by 20. */
const PATHS: Record<string, string> = {
  chat: "M4 5.5A1.5 1.5 0 0 1 5.5 4h9A1.5 1.5 0 0 1 16 5.5v6a1.5 1.5 0 0 1-1.5 1.5H9l-3.5 3v-3A1.5 1.5 0 0 1 4 11.5z",
  sun: "M10 6.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7zM10 2v1.6M10 16.4V18M2 10h1.6M16.4 10H18M4.4 4.4l1.1 1.1M14.5 14.5l1.1 1.1M15.6 4.4l-1.1 1.1M5.5 14.5l-1.1 1.1",
  moon: "M16 11.6A6.5 6.5 0 0 1 8.4 4 6.5 6.5 0 1 0 16 11.6z",
  again: "M4.5 10a5.5 5.5 0 1 1 1.7 4M4.5 14.6V11h3.6",
  send: "M3.5 3.8 17 10 3.5 16.2 5.6 10zM5.6 10H11",
  attach: "M14.8 9.2 9.6 14.4a3.2 3.2 0 0 1-4.5-4.5l6-6a2.1 2.1 0 0 1 3 3l-5.9 5.9a1 1 0 0 1-1.5-1.5l5.2-5.2",
  at: "M13 10a3 3 0 1 1-6 0 3 3 0 0 1 6 0zm0 0v1.2a1.9 1.9 0 0 0 3.8 0V10A6.8 6.8 0 1 0 14 15.5",
  close: "M5 5l10 10M15 5 5 15",
  back: "M12 4l-6 6 6 6",
  down: "M5 8l5 5 5-5",
  check: "M4 10.5l4 4 8-9",
  file: "M6 3h5l4 4v8.5a1.5 1.5 0 0 1-1.5 1.5h-7A1.5 1.5 0 0 1 5 15.5v-11A1.5 1.5 0 0 1 6.5 3zM11 3v4h4",
  save: "M10 3v9m0 0 3.5-3.5M10 12 6.5 8.5M4 16.5h12",
  reply: "M8 5 3.5 9.5 8 14M4 9.5h7a5 5 0 0 1 5 5V16",
  shield: "M10 2.8 4 5v4.6c0 3.6 2.5 6.2 6 7.6 3.5-1.4 6-4 6-7.6V5z",
  warn: "M10 3.2 2.8 16h14.4zM10 8v3.6M10 13.6v.4",
  hash: "M7.5 3.5 6 16.5M14 3.5l-1.5 13M3.5 7.5h13M3 12.5h13",
};

export function Icon({ name, size = 20 }: { name: string; size?: number }) {
  return (
    <svg viewBox="0 0 20 20" width={size} height={size} fill="none" stroke="currentColor" stroke-width="1.4"
      stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">
      <path d={PATHS[name] ?? ""} />
    </svg>
  );
}

export function Logo({ size = 32 }: { size?: number }) {
  return (
    <svg viewBox="0 0 32 32" width={size} height={size} aria-hidden="true">
      <rect width="32" height="32" rx="8" fill="#5b5fc7" />
      <path d="M9 8v12a4 4 0 0 0 4 4h10" fill="none" stroke="#fff" stroke-width="3.4" stroke-linecap="round" />
      <circle cx="17" cy="12" r="2.2" fill="#fff" />
      <path d="M17 5.6a6.4 6.4 0 0 1 6.4 6.4" fill="none" stroke="#c5cbfa" stroke-width="2.4" stroke-linecap="round" />
    </svg>
  );
}
