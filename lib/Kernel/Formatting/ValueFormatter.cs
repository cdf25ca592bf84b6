using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Display;

namespace Kernel.Formatting;

/// <summary>What any value looks like: as its type says, else as a table, a tree or a text.</summary>
public static class ValueFormatter
{
    private static readonly JsonSerializerOptions Json = new()
    {
        IncludeFields = true,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        ReferenceHandler = ReferenceHandler.IgnoreCycles,
    };

    /// <param name="mimeTypes">The formats wanted; none means those that suit the value.</param>
    public static MimeBundle ToBundle(object? value, IReadOnlyList<string>? mimeTypes = null)
    {
        if (value is MimeBundle bundle) return bundle;
        if (value is IDisplayable displayable) return displayable.ToBundle();
        if (mimeTypes is { Count: > 0 }) return InFormats(value, mimeTypes);
        if (value is not null && AttributedFormatters.TryFormat(value) is { } attributed) return attributed;
        if (value is Task task) return OfTask(task);
        if (value is not null && Gallery.TryFormat(value) is { } gallery) return gallery;
        return Default(value);
    }

    private static MimeBundle Default(object? value)
    {
        ValueShape shape = ValueShape.Of(value);
        MimeBundle bundle = MimeBundle.Text(TextWriterOfValues.Write(shape));
        return shape.Kind is ShapeKind.Scalar or ShapeKind.List ? bundle : bundle.Add("text/html", HtmlWriterOfValues.Write(shape));
    }

    private static MimeBundle OfTask(Task task)
    {
        if (!task.IsCompleted) return MimeBundle.Text($"{TypeName.Of(task.GetType())} that is still running; await it to see its result");
        if (task.Exception is { } failed) return ToBundle(failed.InnerException ?? failed);
        Type type = task.GetType();
        // A Task that was made by an async method without result is a Task<VoidTaskResult> underneath.
        object? result = type.IsGenericType && type.GetGenericArguments()[0].IsVisible ? type.GetProperty("Result")!.GetValue(task) : null;
        return result is null ? MimeBundle.Text($"{TypeName.Of(typeof(Task))} that has ended") : ToBundle(result);
    }

    private static MimeBundle InFormats(object? value, IReadOnlyList<string> mimeTypes)
    {
        MimeBundle bundle = new();
        MimeBundle own = value is not null && AttributedFormatters.TryFormat(value) is { } attributed ? attributed : Default(value);
        foreach (string mimeType in mimeTypes)
        {
            if (own.Data.TryGetValue(mimeType, out JsonNode? content)) bundle.Add(mimeType, content.DeepClone());
            else if (value is string text) bundle.Add(mimeType, text);
            else if (mimeType == "text/html") bundle.Add(mimeType, HtmlWriterOfValues.Write(ValueShape.Of(value)));
            else if (MimeBundle.IsJson(mimeType)) bundle.Add(mimeType, JsonSerializer.SerializeToNode(value, Json) ?? JsonValue.Create("null"));
            else bundle.Add(mimeType, TextWriterOfValues.Write(ValueShape.Of(value)));
        }
        return bundle;
    }
}
