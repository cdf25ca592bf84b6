using System.Text.Json;
using System.Text.Json.Serialization;

namespace Grading.Batch;

/// <summary>How the journal and grades.json are written.</summary>
internal static class GradingJson
{
    public static JsonSerializerOptions Line { get; } = Options(indented: false);

    public static JsonSerializerOptions Whole { get; } = Options(indented: true);

    private static JsonSerializerOptions Options(bool indented) => new(JsonSerializerDefaults.Web)
    {
        WriteIndented = indented,
        RespectRequiredConstructorParameters = true,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };
}
