namespace Grading.Compiling;

/// <summary>What the compiler made of a source.</summary>
/// <param name="Image">The assembly; null when it does not compile.</param>
/// <param name="Errors">Up to ten, each with its line.</param>
/// <param name="Forbidden">What the allow-list does not hold, each with its line.</param>
/// <param name="Fingerprint">Equal for two sources whose syntax trees are equal, whatever their comments and spaces.</param>
public sealed record CompiledAnswer(byte[]? Image, IReadOnlyList<string> Errors, IReadOnlyList<string> Forbidden, string Fingerprint);
