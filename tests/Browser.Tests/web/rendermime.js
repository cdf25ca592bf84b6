// JupyterLab's renderers for outputs, as a notebook uses them: draw(host, bundle, trusted).
import { RenderMimeRegistry, standardRendererFactories, MimeModel } from "@jupyterlab/rendermime";

window.draw = async (host, data, trusted) => {
  const registry = new RenderMimeRegistry({ initialFactories: standardRendererFactories });
  const type = registry.preferredMimeType(data, trusted ? "any" : "ensure");
  const renderer = registry.createRenderer(type);
  host.append(renderer.node);
  await renderer.renderModel(new MimeModel({ data, trusted }));
  return type;
};
