using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Course.Profile.Probing;

/// <summary>Puts a probe at the start and the end of every body of a text; several texts may share one numbering.</summary>
/// <param name="skipped">Grows by a sentence for each body that carries no probes.</param>
internal sealed class CallProbes(List<string> skipped) : CSharpSyntaxWalker, IProbes
{
    private const string Probe = "global::Course.Profile.Calls.CallProbe.";

    private readonly List<ProbedMethod> _methods = [];
    private SourceEdits _edits = new();

    public IReadOnlyList<ProbedMethod> Methods => _methods;

    public void Add(SyntaxNode root, SourceEdits edits)
    {
        _edits = edits;
        Visit(root);
    }

    public override void DefaultVisit(SyntaxNode node)
    {
        if (ProbedBodies.Of(node) is not null) Surround(node);
        base.DefaultVisit(node);
    }

    private void Surround(SyntaxNode declaration)
    {
        // A lambda of one expression counts to the method that calls it: its text does not tell whether it returns something.
        if (ProbedBodies.Obstacle(declaration) is { } obstacle)
        {
            skipped.Add($"{ProbedBodies.NameOf(declaration)} is not measured on its own, because {obstacle}; its time counts to its caller.");
            return;
        }
        _methods.Add(new(ProbedBodies.NameOf(declaration), ProbedBodies.LineOf(declaration)));
        ProbedBodies.Surround(declaration, _edits, Probe, _methods.Count);
    }
}
