using System.Text.Json.Nodes;
using Course.Scenes;

namespace Course.Widgets;

/// <summary>The pictures of a scene, each stored once however many frames show it.</summary>
internal sealed class PictureTable
{
    private readonly Dictionary<SceneImage, int> _byImage = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, int> _byContent = [];
    private readonly List<SceneImage> _images = [];

    public int Add(SceneImage picture)
    {
        if (_byImage.TryGetValue(picture, out int known)) return known;
        string content = "data:image/png;base64," + Convert.ToBase64String(picture.Png.Span);
        if (!_byContent.TryGetValue(content, out int index))
        {
            index = _byContent[content] = _images.Count;
            _images.Add(picture);
        }
        return _byImage[picture] = index;
    }

    public JsonArray Write() => new([.. _byContent.OrderBy(each => each.Value).Select(each => (JsonNode)new JsonObject
    {
        ["src"] = each.Key,
        ["width"] = _images[each.Value].Width,
        ["height"] = _images[each.Value].Height,
    })]);
}
