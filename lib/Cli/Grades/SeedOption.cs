using System.CommandLine;
using System.Globalization;

namespace Cli.Grades;

/// <summary><c>--seed N</c>, a whole number as <c>export --private</c> writes it.</summary>
internal static class SeedOption
{
    public static Option<long?> Create(string description) => new("--seed")
    {
        Description = description,
        HelpName = "N",
        CustomParser = result =>
        {
            if (long.TryParse(result.Tokens[0].Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long seed)) return seed;
            result.AddError($"--seed takes a whole number, not '{result.Tokens[0].Value}'.");
            return null;
        },
    };
}
