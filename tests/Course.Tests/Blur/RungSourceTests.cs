using System.Reflection.Metadata;
using System.Security.Cryptography;
using Course.Blur;

namespace Course.Tests.Blur;

public sealed class RungSourceTests
{
    public static TheoryData<string> Rungs => LadderTests.Rungs;

    [Theory]
    [MemberData(nameof(Rungs))]
    public void TheTextShownIsTheTextCompiled(string name)
    {
        Rung rung = Ladder.Find(name);
        string file = $"Rungs/{rung.Shown.Name}.cs", shown = Ladder.Source(rung);

        using Stream embedded = typeof(Rung).Assembly.GetManifestResourceStream("source/" + file)!;
        Assert.Equal(CompiledChecksum("/Blur/" + file), SHA256.HashData(embedded));

        embedded.Position = 0;
        string text = new StreamReader(embedded).ReadToEnd();
        Assert.All(shown.Split('\n'), line => Assert.Contains(line, text));
        Assert.DoesNotContain("private protected", shown);
        Assert.Equal(shown.Count(c => c == '{'), shown.Count(c => c == '}'));
        Assert.InRange(shown.Split('\n').Length, 2, 60);
    }

    /// <summary>SHA-256 of the source file as the compiler read it, from the portable PDB beside the library.</summary>
    private static byte[] CompiledChecksum(string pathEnd)
    {
        using FileStream pdb = File.OpenRead(Path.ChangeExtension(typeof(Rung).Assembly.Location, ".pdb"));
        using MetadataReaderProvider provider = MetadataReaderProvider.FromPortablePdbStream(pdb);
        MetadataReader reader = provider.GetMetadataReader();
        Document document = reader.Documents.Select(reader.GetDocument)
            .Single(candidate => reader.GetString(candidate.Name).Replace('\\', '/').EndsWith(pathEnd, StringComparison.Ordinal));
        return reader.GetBlobBytes(document.Hash);
    }
}
