// Draws one table whose headings sort it.
((shadow, table, element) => {
  const rows = table.rows.map(row => row.map(cell => typeof cell === "string" ? [cell, 0] : cell)), width = table.columns.length;
  const isNumber = kind => kind === "Number" || kind === "Share";

  let sorted = table.sorted, down = true;
  const body = element("tbody"), said = element("p", { class: "said", role: "status" });
  const written = rows.map((row, index) => {
    const line = element("tr"), detail = row[width][0];
    row.slice(0, width).forEach(([text, value], at) => {
      const kind = table.columns[at][1];
      const cell = at === 0 && kind === "Text" ? element("th", { scope: "row", class: kind }) : element("td", { class: kind });
      if (kind === "Share" && text) {
        const bar = element("i", { "aria-hidden": "true" });
        bar.style.width = `${Math.min(1, Math.max(0, value)) * 100}%`;
        cell.append(element("span", { class: "bar", "aria-hidden": "true" }, bar), element("span", {}, text));
        cell.style.setProperty("--share", Math.min(1, value));
      } else if (kind === "Text") cell.append(...text.split(/(?<=\.)/).flatMap(part => [part, element("wbr")]));
      else cell.append(text);
      line.append(cell);
    });
    if (!detail) return { lines: [line], row, index };
    line.className = "above";
    return { lines: [line, element("tr", { class: "detail" }, element("td", { colspan: width }, detail))], row, index };
  });
  const head = table.columns.map(([name, kind, meaning], at) => {
    const button = element("button", { type: "button", title: meaning || `Sort by ${name}` }, element("span", {}, name), element("b", { "aria-hidden": "true" }));
    button.addEventListener("click", () => {
      down = sorted === at ? !down : isNumber(kind);
      sorted = at;
      sort();
      said.textContent = `Sorted by ${name}, ${down ? "descending" : "ascending"}.`;
    });
    return element("th", { scope: "col", class: kind }, button);
  });
  const sort = () => {
    const kind = sorted < 0 ? "" : table.columns[sorted][1], sign = down ? -1 : 1;
    const order = sorted < 0 ? written : [...written].sort((a, b) => {
      const [textA, valueA] = a.row[sorted], [textB, valueB] = b.row[sorted];
      return sign * (isNumber(kind) ? valueA - valueB : textA.localeCompare(textB, "en", { numeric: true })) || a.index - b.index;
    });
    body.replaceChildren(...order.flatMap(each => each.lines));
    head.forEach((cell, at) => {
      cell.setAttribute("aria-sort", at !== sorted ? "none" : down ? "descending" : "ascending");
      cell.querySelector("b").textContent = at !== sorted ? "↕" : down ? "▼" : "▲";
    });
  };
  const scroller = element("div", { class: "scroller", tabindex: 0, role: "region", "aria-label": table.title },
    element("table", {}, element("thead", {}, element("tr", {}, ...head)), body));
  const view = element("section", { class: "table" }, element("h3", {}, table.title), scroller, said, ...table.notes.map(note => element("p", { class: "note" }, note)));
  // Jupyter listens to the same keys around us.
  view.addEventListener("keydown", event => {
    if (event.target.tagName === "BUTTON" || event.key.startsWith("Arrow")) event.stopPropagation();
  });
  sort();
  shadow.append(view);
})
