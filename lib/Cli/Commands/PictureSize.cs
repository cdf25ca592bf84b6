using System.CommandLine;

namespace Cli.Commands;

/// <summary>A picture's size as a command takes it: 1920x1080.</summary>
internal static class PictureSize
{
    public static Option<string> Option(string otherwise) =>
        new("--size") { Description = "The picture's width and height in pixels.", DefaultValueFactory = _ => otherwise, HelpName = "WxH" };

    public static (int Width, int Height) Parse(string text)
    {
        string[] parts = text.Split('x');
        if (parts.Length == 2 && int.TryParse(parts[0], out int width) && int.TryParse(parts[1], out int height)
            && width is >= 3 and <= 32768 && height is >= 3 and <= 32768) return (width, height);
        throw new CommandException($"--size is \"{text}\"; write width x height in pixels, each from 3 to 32768, e.g. 1920x1080.");
    }
}
