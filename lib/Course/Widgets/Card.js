// Draws one card: (key, data, css, build). Every host element on the page that carries the key and is not yet drawn gets the card inside
// a shadow root of its own, so nothing leaks in either direction and running this twice changes nothing.
((key, data, css, build) => {
  "use strict";
  const element = (name, attributes = {}, ...children) => {
    const made = document.createElement(name);
    for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
    made.append(...children);
    return made;
  };
  // Jupyter and VS Code have themes of their own; elsewhere the reader's system decides.
  const schemeOf = page => page.dataset.jpThemeLight ? (page.dataset.jpThemeLight === "true" ? "light" : "dark")
    : page.classList.contains("notebook_app") || page.classList.contains("vscode-light") ? "light"
      : page.classList.contains("vscode-dark") || page.classList.contains("vscode-high-contrast") ? "dark" : "light dark";

  for (const host of document.querySelectorAll(`[data-course-card="${key}"]`)) {
    if (host.shadowRoot || !host.attachShadow) continue;
    const card = element("section", { class: "player", role: "group", "aria-label": data.title });
    card.style.colorScheme = schemeOf(document.body);
    card.append(element("header", {}, element("h3", {}, data.title)));
    host.attachShadow({ mode: "open" }).append(element("style", {}, css), card);
    build(card, data, element);
    // Jupyter listens to the same keys around us.
    card.addEventListener("keydown", event => {
      if (!event.ctrlKey && !event.altKey && !event.metaKey && (event.key === "Enter" || event.key === " " || event.key.startsWith("Arrow") || event.key === "Home" || event.key === "End" || event.key === "Escape"))
        event.stopPropagation();
    });
  }
})
