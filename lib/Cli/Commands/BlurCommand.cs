using System.CommandLine;
using Course.Blur;
using Course.Blur.Box;
using Course.Images;

namespace Cli.Commands;

/// <summary><c>course blur IN OUT</c>: a box blur of a picture file, by BoxBlur or by one rung of the ladder.</summary>
internal static class BlurCommand
{
    public static Command Create()
    {
        var input = new Argument<string>("IN") { Description = "A PNG, PGM or PPM file." };
        var output = new Argument<string>("OUT") { Description = "The file to write; its ending chooses the format: .png, .pgm or .ppm." };
        var radius = new Option<int>("--radius", "-r") { Description = "Pixels on each side of the middle one, 0 to 1023; the kernel size is 2 R + 1.", DefaultValueFactory = _ => 1, HelpName = "R" };
        var variant = new Option<string?>("--variant") { Description = $"Blurs with one rung of the ladder instead (radius 1): {string.Join(", ", Ladder.All.Select(rung => $"\"{rung.Name}\""))}.", HelpName = "NAME" };
        var command = new Command("blur", "Blurs a picture: each pixel becomes the mean of the square window around it.") { input, output, radius, variant };
        command.SetAction(parsed => Blur(parsed.GetValue(input)!, parsed.GetValue(output)!, parsed.GetValue(radius), parsed.GetValue(variant)));
        return command;
    }

    private static void Blur(string input, string output, int radius, string? variant)
    {
        if (radius is < 0 or > 1023) throw new CommandException($"--radius is {radius}; it goes from 0 to 1023.");
        Picture picture = ImageFile.Load(input);
        Picture blurred = variant is null ? WithBoxBlur(picture, radius) : WithRung(picture, radius, variant);
        try
        {
            ImageFile.Save(blurred, output);
        }
        catch (ArgumentException unknownEnding)
        {
            throw new CommandException(unknownEnding.Message, unknownEnding);
        }
        Console.WriteLine($"{output}: {picture.Width} x {picture.Height} pixels, kernel size {2 * radius + 1}");
    }

    private static Picture WithBoxBlur(Picture picture, int radius)
    {
        var blurred = new Picture(picture.Width, picture.Height, picture.Channels);
        BoxBlur.Blur(picture.Samples, blurred.Samples, radius, new BoxBlurOptions { Channels = picture.Channels });
        return blurred;
    }

    private static Picture WithRung(Picture picture, int radius, string name)
    {
        if (radius != 1) throw new CommandException("The ladder's rungs blur with radius 1; leave out --radius, or leave out --variant.");
        Rung rung = Ladder.All.FirstOrDefault(rung => rung.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            ?? throw new CommandException($"There is no variant \"{name}\". The variants are: {string.Join(", ", Ladder.All.Select(rung => $"\"{rung.Name}\""))}.");
        if (rung.Missing is { } reason) throw new CommandException($"This machine cannot run \"{rung.Name}\": {reason}");
        var blurred = new Picture(picture.Width, picture.Height, picture.Channels);
        for (int channel = 0; channel < picture.Channels; channel++)
        {
            IPreparedBlur prepared = rung.Prepare(Channel(picture, channel));
            prepared.Run();
            Store(prepared.Result(), blurred, channel);
        }
        return blurred;
    }

    private static Plane<byte> Channel(Picture picture, int channel)
    {
        var plane = new Plane<byte>(picture.Width, picture.Height);
        for (int y = 0; y < picture.Height; y++)
            for (int x = 0; x < picture.Width; x++) plane[y, x] = picture.Samples[y, x * picture.Channels + channel];
        return plane;
    }

    private static void Store(Plane<byte> plane, Picture picture, int channel)
    {
        for (int y = 0; y < picture.Height; y++)
            for (int x = 0; x < picture.Width; x++) picture.Samples[y, x * picture.Channels + channel] = plane[y, x];
    }
}
