// A classic script, loaded before the style sheets: the chosen theme must hold at the first paint.
(() => {
  let chosen = null;
  try {
    chosen = localStorage.getItem("xmess-theme");
  } catch {
    // Storage may be forbidden; the system's preference is then enough.
  }
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const apply = () => {
    document.documentElement.dataset.theme = chosen ?? (dark.matches ? "dark" : "light");
  };
  dark.addEventListener("change", apply);
  window.xmessTheme = {
    current: () => document.documentElement.dataset.theme,
    toggle() {
      chosen = document.documentElement.dataset.theme === "dark" ? "light" : "dark";
      try {
        localStorage.setItem("xmess-theme", chosen);
      } catch {
        // Not kept for the next visit, and nothing else is lost.
      }
      apply();
    },
    onChange: (listener) => dark.addEventListener("change", listener),
  };
  apply();
})();
