using System.Reflection;
using System.Runtime.InteropServices;
using System.Text.Json.Nodes;

namespace Kernel.Protocol;

/// <summary>What this kernel says about itself.</summary>
public static class KernelInfo
{
    /// <summary>Nothing optional is claimed: no debugger, no subshells.</summary>
    public static JsonObject Content() => new()
    {
        ["status"] = "ok",
        ["protocol_version"] = MessageCodec.ProtocolVersion,
        ["implementation"] = "course-kernel",
        ["implementation_version"] = typeof(KernelInfo).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "",
        ["banner"] = $"C# on {RuntimeInformation.FrameworkDescription}, cells compiled in Release",
        ["debugger"] = false,
        ["supported_features"] = new JsonArray(),
        ["help_links"] = new JsonArray(),
        ["language_info"] = new JsonObject
        {
            ["name"] = "C#",
            ["version"] = "14.0",
            ["mimetype"] = "text/x-csharp",
            ["file_extension"] = ".cs",
            ["pygments_lexer"] = "csharp",
            ["codemirror_mode"] = "text/x-csharp",
        },
    };
}
