using Microsoft.CodeAnalysis;

namespace Course.Profile.Probing;

/// <summary>One way of putting probes into a text.</summary>
internal interface IProbes
{
    /// <summary>Adds probes to what a declaration, or a whole file, holds.</summary>
    void Add(SyntaxNode root, SourceEdits edits);
}
