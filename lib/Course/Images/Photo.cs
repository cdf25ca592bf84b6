namespace Course.Images;

/// <summary>The course's photos (<c>data/images</c>, where README.md states source and licence), and pictures made to any size.</summary>
public static class Photo
{
    private static readonly string _folder = Path.Combine("data", "images");

    /// <summary>A photo in grey, by its file name without extension, e.g. "camera" or "astronaut".</summary>
    /// <exception cref="FileNotFoundException">No such photo, or no data/images above the working directory or the library.</exception>
    /// <exception cref="ImageFormatException">The file is damaged.</exception>
    public static Plane<byte> Load(string name) => LoadColour(name).ToGrey();

    /// <summary>A photo in grey at a size of your own: cut off, or continued by mirror images of itself. Pixels keep their size.</summary>
    /// <inheritdoc cref="Load(string)" path="/exception"/>
    public static Plane<byte> Load(string name, int width, int height)
    {
        Plane<byte> photo = Load(name), sized = new(width, height);
        for (int y = 0; y < height; y++)
        {
            Span<byte> from = photo.Row(Mirrored(y, photo.Height)), to = sized.Row(y);
            for (int x = 0; x < width; x++) to[x] = from[Mirrored(x, photo.Width)];
        }
        return sized;
    }

    /// <summary>A photo with all of its channels.</summary>
    /// <inheritdoc cref="Load(string)" path="/exception"/>
    public static Picture LoadColour(string name)
    {
        string folder = FindFolder();
        string[] photos = [.. Directory.GetFiles(folder).Where(file => Path.GetExtension(file) is ".png" or ".pgm" or ".ppm").Order(StringComparer.Ordinal)];
        string? photo = photos.FirstOrDefault(file => Path.GetFileNameWithoutExtension(file) == name);
        return photo is null
            ? throw new FileNotFoundException($"There is no photo '{name}' in {folder}; there are {string.Join(", ", photos.Select(Path.GetFileNameWithoutExtension))}.")
            : ImageFile.Load(photo);
    }

    /// <summary>
    /// A landscape that looks natural to a filter: smooth sky, sharp edges, texture at every scale, grain. Integers only, so the same
    /// size and seed give the same bytes on every machine and runtime.
    /// </summary>
    public static Plane<byte> Generate(int width, int height, int seed = 1) => new Landscape(width, height, seed).Draw();

    private static int Mirrored(int i, int length)
    {
        i %= 2 * length;
        return i < length ? i : 2 * length - 1 - i;
    }

    private static string FindFolder()
    {
        string working = Directory.GetCurrentDirectory(), library = Path.GetDirectoryName(typeof(Photo).Assembly.Location) ?? "";
        foreach (string start in new[] { working, library }.Where(folder => folder != ""))
            for (DirectoryInfo? above = new(start); above is not null; above = above.Parent)
                if (Directory.Exists(Path.Combine(above.FullName, _folder)))
                    return Path.Combine(above.FullName, _folder);
        throw new FileNotFoundException($"No folder {_folder} in or above {working}, nor above the library. Run from inside a clone of the course.");
    }
}
