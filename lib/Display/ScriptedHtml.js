// Draws one piece of scripted HTML: (kind, key, data, css, draw). Every host element on the page that carries the key and is not yet drawn
// gets a shadow root of its own, so nothing leaks in either direction and running this twice changes nothing.
((kind, key, data, css, draw) => {
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

  for (const host of document.querySelectorAll(`[data-course-${kind}="${key}"]`)) {
    if (host.shadowRoot || !host.attachShadow) continue;
    host.style.colorScheme = schemeOf(document.body);
    const shadow = host.attachShadow({ mode: "open" });
    shadow.append(element("style", {}, css));
    draw(shadow, data, element);
  }
})
