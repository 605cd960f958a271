import { useEffect, useState } from "preact/hooks";

export type Theme = "light" | "dark";

const system = matchMedia("(prefers-color-scheme: dark)");

function chosen(): Theme | null {
  const kept = localStorage.getItem("theme");
  return kept === "light" || kept === "dark" ? kept : null;
}

/** Light or dark: as the system is, until somebody switches. */
export function useTheme(): [Theme, () => void] {
  const [theme, setTheme] = useState<Theme>(chosen() ?? (system.matches ? "dark" : "light"));
  useEffect(() => {
    const follow = () => chosen() ?? setTheme(system.matches ? "dark" : "light");
    system.addEventListener("change", follow);
    return () => system.removeEventListener("change", follow);
  }, []);
  useEffect(() => {
    document.documentElement.dataset["theme"] = theme;
  }, [theme]);
  const flip = () => {
    const other = theme === "dark" ? "light" : "dark";
    localStorage.setItem("theme", other);
    setTheme(other);
  };
  return [theme, flip];
}
