using System.Diagnostics;

namespace Notebooks.Tests.Running;

/// <summary><c>course profile</c> and <c>course ps</c> on the shop of notebook 13, which knows nothing of them.</summary>
public sealed class ProfileCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("profile-").FullName;
    private readonly Process _shop = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Orders.dll")])
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
    })!;

    public ProfileCommandTests() => Assert.StartsWith("pricing orders", _shop.StandardOutput.ReadLine());

    public void Dispose()
    {
        _shop.StandardInput.Close();
        if (!_shop.WaitForExit(5000)) _shop.Kill();
        _shop.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void A_program_that_nobody_prepared_is_listed_profiled_and_drawn()
    {
        Assert.Contains(Ok("ps"), line => line.Contains($" {_shop.Id}  Orders ", StringComparison.Ordinal));
        string page = Path.Combine(_folder, "flame.html");
        string[] lines = Ok("profile", "--pid", $"{_shop.Id}", "--seconds", "1", "--output", page);
        Assert.Contains(lines, line => line.Contains("Catalogue.Find (Catalogue.cs:", StringComparison.Ordinal));
        Assert.Contains("Catalogue.Find", File.ReadAllText(page));
        Ok("profile", "--pid", $"{_shop.Id}", "--seconds", "1", "--output", Path.Combine(_folder, "folded.txt"));
        Assert.Contains(File.ReadLines(Path.Combine(_folder, "folded.txt")), line => line.Contains("Shop.Price;Catalogue.Find ", StringComparison.Ordinal));
        string[] allocations = Ok("profile", "allocations", "--pid", $"{_shop.Id}");
        Assert.Equal($"Allocations of process {_shop.Id} (Orders)", allocations[0]);
        Assert.Contains(allocations, line => line.StartsWith("Shop.cs:", StringComparison.Ordinal) && line.Contains(" String ", StringComparison.Ordinal));
        // Into a pipe, --top writes one table instead of redrawing one.
        Assert.DoesNotContain(Ok("profile", "--pid", $"{_shop.Id}", "--seconds", "1", "--top"), line => line.Contains('\u001b'));
        Assert.Equal(["flame.html", "folded.txt"], Directory.GetFiles(_folder).Select(Path.GetFileName).Order());
        Assert.False(_shop.HasExited);
    }

    [Theory]
    [InlineData(".html is a flame graph", "--seconds", "1", "--output", "profile.xyz")]
    [InlineData("There is no folder", "--seconds", "1", "--output", "no/such/folder/flame.html")]
    [InlineData("--seconds goes from", "--seconds", "0")]
    [InlineData("Choose --top or --output", "--top", "--output", "flame.html")]
    public void What_cannot_be_done_is_said_before_any_sample(string expected, params string[] arguments)
    {
        (int code, string output) = CourseCommand.Run(_folder, ["profile", "--pid", $"{_shop.Id}", .. arguments]);
        Assert.Equal(1, code);
        Assert.Contains(expected, output);
        Assert.Empty(Directory.GetFiles(_folder));
    }

    private string[] Ok(params string[] arguments)
    {
        (int code, string output) = CourseCommand.Run(_folder, arguments);
        Assert.True(code == 0, output);
        return output.Split('\n');
    }
}
