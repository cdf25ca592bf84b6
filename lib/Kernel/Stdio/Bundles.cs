using System.Text.Json.Nodes;
using Display;

namespace Kernel.Stdio;

/// <summary>Bundles as JSON objects, MIME type to content.</summary>
internal static class Bundles
{
    public static JsonObject ToJson(MimeBundle bundle) =>
        new(bundle.Data.Select(format => KeyValuePair.Create<string, JsonNode?>(format.Key, format.Value.DeepClone())));

    public static MimeBundle FromJson(JsonObject json)
    {
        var bundle = new MimeBundle();
        foreach ((string mimeType, JsonNode? content) in json) bundle.Add(mimeType, content!.DeepClone());
        return bundle;
    }
}
