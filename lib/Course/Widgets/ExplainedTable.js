// Rows to choose from, by click, by focus or by arrow key; the text of the chosen one stands beside them.
(card, data, element) => {
  // Every row is a grid of its own, so the widths are the same for all: those of the longest texts.
  const width = (texts, least) => `minmax(${Math.max(least, ...texts.map(text => text.length + 1))}ch, 1fr)`;
  const wide = [width(data.rows.map(row => row.name), 8), ...data.columns.map((_, at) => width(data.rows.map(row => row.cells[at]), 9))].join(" ");
  const heads = element("div", { class: "heads", "aria-hidden": "true", style: `grid-template-columns: ${wide}` },
    ...["", ...data.columns].map(text => element("span", {}, text)));
  const name = element("h4"), text = element("p");
  const aside = element("div", { class: "text", "aria-live": "polite" }, name, text);
  const list = element("ul", { class: "lines" });
  const buttons = data.rows.map((row, index) => {
    const cells = row.cells.map((cell, at) => element("span", { class: "value" }, element("span", { class: "column" }, `${data.columns[at]}: `), cell));
    const button = element("button", { type: "button", "aria-pressed": "false", tabindex: index === 0 ? 0 : -1, style: `--wide: ${wide}` },
      element("b", {}, row.name), ...cells);
    button.addEventListener("click", () => choose(index));
    button.addEventListener("focus", () => choose(index));
    list.append(element("li", {}, button));
    return button;
  });
  const choose = index => {
    buttons.forEach((button, at) => {
      button.setAttribute("aria-pressed", at === index);
      button.tabIndex = at === index ? 0 : -1;
    });
    name.textContent = data.rows[index].name;
    text.textContent = data.rows[index].text;
  };
  list.addEventListener("keydown", event => {
    const at = buttons.indexOf(event.target.closest("button"));
    const to = { ArrowDown: at + 1, ArrowRight: at + 1, ArrowUp: at - 1, ArrowLeft: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
    if (to === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    buttons[Math.max(0, Math.min(buttons.length - 1, to))].focus();
  });
  card.append(element("div", { class: "body" }, element("div", { class: data.columns.length > 3 ? "many" : "" }, heads, list), aside));
  if (data.note) card.append(element("p", { class: "note" }, data.note));
  choose(0);
}
