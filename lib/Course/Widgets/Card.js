// Frames one card, whose inside the widget's own script builds: (card, data, element).
(build => (shadow, data, element) => {
  const card = element("section", { class: "player", role: "group", "aria-label": data.title }, element("header", {}, element("h3", {}, data.title)));
  shadow.append(card);
  build(card, data, element);
  // Jupyter listens to the same keys around us.
  card.addEventListener("keydown", event => {
    if (!event.ctrlKey && !event.altKey && !event.metaKey && (event.key === "Enter" || event.key === " " || event.key.startsWith("Arrow") || event.key === "Home" || event.key === "End" || event.key === "Escape"))
      event.stopPropagation();
  });
})
