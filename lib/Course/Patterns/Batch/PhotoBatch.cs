using System.Text;
using Course.Images;

namespace Course.Patterns.Batch;

/// <summary>
/// A folder of small PNG files cut from the course's photos, and the archive's list of them and of many others: the same bytes at every
/// making. One file is corrupt, one is missing and one row of the list is malformed, as in any real batch. Disposing deletes the folder.
/// </summary>
public sealed class PhotoBatch : IDisposable
{
    public const int Side = 64;

    private const int Places = 24, OthersForEach = 10, Corrupt = 7, MissingFile = 11, Malformed = 13;

    private PhotoBatch(string folder, IReadOnlyList<string> names) => (Folder, Names) = (folder, names);

    public string Folder { get; }

    /// <summary>The names of the pictures, without folder or extension, in order; the corrupt and the missing one among them.</summary>
    public IReadOnlyList<string> Names { get; }

    public string ArchiveFile => Path.Combine(Folder, "archive.csv");

    public string FileOf(string name) => Path.Combine(Folder, name + ".png");

    /// <summary>Makes a batch in a new temporary folder.</summary>
    /// <param name="count">Pictures, at least 20.</param>
    public static PhotoBatch Create(int count = 2000)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 20);
        var batch = new PhotoBatch(Directory.CreateTempSubdirectory("course-batch-").FullName, [.. Enumerable.Range(0, count).Select(i => $"photo-{i:D5}")]);
        Plane<byte>[] photos = [Photo.Load("camera"), Photo.Load("astronaut")];
        var random = new Random(19);
        (int Photo, int X, int Y)[] cuts = [.. batch.Names.Select(_ => random.Next(photos.Length)).Select(photo =>
            (photo, random.Next(photos[photo].Width - Side), random.Next(photos[photo].Height - Side)))];
        Parallel.For(0, count, i =>
        {
            if (i == MissingFile) return;
            byte[] png = PngWriter.Encode(Cut(photos[cuts[i].Photo], cuts[i].X, cuts[i].Y));
            if (i == Corrupt) png[png.Length / 2] ^= 0x55;
            File.WriteAllBytes(batch.FileOf(batch.Names[i]), png);
        });
        File.WriteAllText(batch.ArchiveFile, List(batch.Names, random));
        return batch;
    }

    public void Dispose()
    {
        if (Directory.Exists(Folder)) Directory.Delete(Folder, recursive: true);
    }

    private static Plane<byte> Cut(Plane<byte> photo, int x, int y)
    {
        var cut = new Plane<byte>(Side, Side);
        for (int row = 0; row < Side; row++) photo.Row(y + row).Slice(x, Side).CopyTo(cut.Row(row));
        return cut;
    }

    /// <summary>The batch's pictures stand at the end of the archive, behind those of earlier years.</summary>
    private static string List(IReadOnlyList<string> names, Random random)
    {
        var text = new StringBuilder(Archive.Header).Append('\n');
        for (int i = 0; i < OthersForEach * names.Count; i++) text.Append($"older-{i:D6},place {random.Next(Places)},{1950 + i % 60}\n");
        for (int i = 0; i < names.Count; i++)
            text.Append(i == Malformed ? $"{names[i]},a place without a year\n" : $"{names[i]},place {random.Next(Places)},{2010 + i % 16}\n");
        return text.ToString();
    }
}
