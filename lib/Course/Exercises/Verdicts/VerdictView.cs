using Display;

namespace Course.Exercises.Verdicts;

/// <summary>A verdict under the cell that asked for it.</summary>
[TypeFormatterSource(typeof(DisplayableFormatters), PreferredMimeTypes = ["text/html", "text/plain"])]
public sealed class VerdictView(Verdict verdict) : IDisplayable
{
    public Verdict Verdict { get; } = verdict;

    public MimeBundle ToBundle() => new MimeBundle().Add("text/html", VerdictHtml.Write(Verdict)).Add("text/plain", ToString());

    public override string ToString() => VerdictText.Write(Verdict);
}
