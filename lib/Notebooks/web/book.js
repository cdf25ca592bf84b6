// The book works without this script; with it code can be copied and charts can be looked into.
"use strict";

for (const box of document.querySelectorAll(".code")) {
  const button = document.createElement("button");
  button.className = "copy";
  button.type = "button";
  button.textContent = "Copy";
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(box.querySelector("pre").textContent);
      button.textContent = "Copied";
    } catch {
      button.textContent = "Not allowed here";
    }
    setTimeout(() => { button.textContent = "Copy"; }, 2000);
  });
  box.append(button);
}

const dark = matchMedia("(prefers-color-scheme: dark)");
// The still pictures have a layout of their own for such pages; plotly's would have to be scrolled.
const narrow = matchMedia("(max-width: 520px)");

// A figure brings its own colours for its marks; paper, ink and rules are the page's.
function draw(chart) {
  const figure = JSON.parse(chart.querySelector("script").textContent);
  const page = getComputedStyle(document.body);
  const ink = page.color;
  const rule = dark.matches ? "#343942" : "#dedad0";
  const layout = { ...figure.layout, paper_bgcolor: "rgba(0,0,0,0)", plot_bgcolor: "rgba(0,0,0,0)", autosize: true };
  delete layout.width;
  layout.margin ??= { t: 56, r: 16, b: 48, l: 56 };
  layout.font = { ...layout.font, color: ink, family: getComputedStyle(document.querySelector(".bar")).fontFamily };
  for (const name of Object.keys(layout).filter(key => /^[xy]axis/.test(key)))
    layout[name] = { ...layout[name], gridcolor: rule, zerolinecolor: rule, linecolor: rule, automargin: true };
  layout.modebar = { bgcolor: "rgba(0,0,0,0)", color: getComputedStyle(chart.querySelector("summary") ?? document.body).color, activecolor: ink };
  for (const trace of figure.data)
    if (trace.error_x) trace.error_x.color = ink;
  const live = chart.querySelector(".live");
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  live.classList.add("drawn");
  if (layout.height) live.style.height = `${layout.height}px`;
  Plotly.react(live, figure.data, calm ? { ...layout, transition: { duration: 0 } } : layout, { displaylogo: false, responsive: true })
    .catch(() => live.classList.remove("drawn"));
}

if (window.Plotly) {
  const charts = document.querySelectorAll(".chart:has(.live)");
  const still = chart => chart.querySelector(".live").classList.remove("drawn");
  const drawAll = () => charts.forEach(chart => {
    try { narrow.matches ? still(chart) : draw(chart); } catch { still(chart); }
  });
  drawAll();
  dark.addEventListener("change", drawAll);
  narrow.addEventListener("change", drawAll);
}
