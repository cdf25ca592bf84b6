namespace Course.Tests.Images;

/// <summary>The files in the folder Fixtures, written by netpbm (see make.sh there).</summary>
internal static class Fixture
{
    private static readonly string _folder = Path.Combine(AppContext.BaseDirectory, "Images", "Fixtures");

    public static string PathOf(string name) => Path.Combine(_folder, name);

    public static IEnumerable<string> Pngs => Directory.GetFiles(_folder, "*.png").Order(StringComparer.Ordinal);
}
