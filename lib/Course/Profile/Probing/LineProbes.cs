using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Course.Profile.Probing;

/// <summary>
/// Puts a probe before every statement of one method, and into the conditions of its loops, so that a loop's header counts each time it is
/// evaluated. What a statement spends stands on the line where it begins.
/// </summary>
/// <param name="method">Its name, with or without its type's: <c>Total</c>, <c>Shop.Total</c>. Overloads are measured together.</param>
/// <param name="skipped">Grows by a sentence for each body that carries no probes.</param>
internal sealed class LineProbes(string method, List<string> skipped) : CSharpSyntaxWalker, IProbes
{
    private const string Probe = "global::Course.Profile.Lines.LineProbe.";

    private readonly List<int> _lines = [];
    /// <summary>The header's line for a foreach, which must see a <c>continue</c>; zero for the loops that see it in their condition.</summary>
    private readonly Stack<int> _loops = new();
    private SourceEdits _edits = new();

    /// <summary>Line numbers of the source, from 1; the probes number them 1, 2, … in this order.</summary>
    public IReadOnlyList<int> Lines => _lines;

    /// <summary>What it found, all of it in one text; empty while none was found.</summary>
    public List<SyntaxNode> Found { get; } = [];

    public void Add(SyntaxNode root, SourceEdits edits)
    {
        _edits = edits;
        foreach (SyntaxNode declaration in root.DescendantNodesAndSelf().Where(IsMeant))
        {
            if (Found.Count > 0 && Found[0].SyntaxTree != declaration.SyntaxTree) return;
            // A local function inside one that is measured is measured with it.
            if (declaration.Ancestors().Any(Found.Contains)) continue;
            Found.Add(declaration);
            AddBody(declaration);
        }
    }

    private bool IsMeant(SyntaxNode node) => node is not AnonymousFunctionExpressionSyntax && ProbedBodies.Of(node) is not null
        && ProbedBodies.NameOf(node) is var name && (name == method || name.EndsWith("." + method, StringComparison.Ordinal));

    /// <summary>A method, local function, accessor or lambda whose own statements are measured.</summary>
    private void AddBody(SyntaxNode declaration)
    {
        if (ProbedBodies.Obstacle(declaration) is { } obstacle)
        {
            skipped.Add($"{ProbedBodies.NameOf(declaration)} is not measured line by line, because {obstacle}.");
            return;
        }
        int line = ProbedBodies.LineOf(declaration);
        _loops.Push(0);
        if (ProbedBodies.Of(declaration) is ArrowExpressionClauseSyntax arrow)
        {
            int at = ProbedBodies.LineOf(arrow.Expression);
            ProbedBodies.Surround(declaration, _edits, Probe, Slot(line), at == line ? "" : At(at) + ";");
            Visit(arrow.Expression);
        }
        else if (ProbedBodies.Of(declaration) is BlockSyntax block)
        {
            ProbedBodies.Surround(declaration, _edits, Probe, Slot(line));
            Statements(block.Statements, line);
        }
        _loops.Pop();
    }

    // Lambdas and local functions inside a measured body are measured with it.
    public override void DefaultVisit(SyntaxNode node)
    {
        if (node is AnonymousFunctionExpressionSyntax { Block: not null } or LocalFunctionStatementSyntax) AddBody(node);
        else base.DefaultVisit(node);
    }

    /// <param name="around">The line whose probe has run just before.</param>
    private void Statements(SyntaxList<StatementSyntax> statements, int around)
    {
        foreach (StatementSyntax statement in statements)
        {
            Statement(statement, around);
            int line = ProbedBodies.LineOf(statement);
            around = line == ProbedBodies.LineOf(statement.SyntaxTree, statement.Span.End) ? line : 0;
        }
    }

    private void Statement(StatementSyntax statement, int around)
    {
        int line = ProbedBodies.LineOf(statement);
        bool own = line != around;
        switch (statement)
        {
            case BlockSyntax block: Statements(block.Statements, around); return;
            case LocalFunctionStatementSyntax local: AddBody(local); return;
            case CheckedStatementSyntax part: Statements(part.Block.Statements, 0); return;
            case UnsafeStatementSyntax part: Statements(part.Block.Statements, 0); return;
            case TryStatementSyntax part:
                Statements(part.Block.Statements, 0);
                foreach (CatchClauseSyntax clause in part.Catches) Statements(clause.Block.Statements, 0);
                if (part.Finally is { } last) Statements(last.Block.Statements, 0);
                return;
            case LabeledStatementSyntax labelled: Statement(labelled.Statement, 0); return;
            case WhileStatementSyntax loop: Loop(loop.Condition, loop.Statement, line); return;
            case ForStatementSyntax loop: For(loop, line); return;
            case CommonForEachStatementSyntax loop: ForEach(loop, line, own); return;
            case ContinueStatementSyntax: Continue(statement, own ? line : 0); return;
        }
        if (own) _edits.Open(statement.SpanStart, At(line) + "; ");
        switch (statement)
        {
            case IfStatementSyntax part:
                Visit(part.Condition);
                Embedded(part.Statement, line);
                if (part.Else is { } otherwise) Embedded(otherwise.Statement, line);
                break;
            case DoStatementSyntax loop:
                _loops.Push(0);
                Embedded(loop.Statement, line);
                _loops.Pop();
                Condition(loop.Condition, ProbedBodies.LineOf(loop.Condition));
                break;
            case SwitchStatementSyntax part:
                Visit(part.Expression);
                foreach (SwitchSectionSyntax section in part.Sections) Statements(section.Statements, 0);
                break;
            case UsingStatementSyntax part: Head(part, part.Statement, line); break;
            case LockStatementSyntax part: Head(part, part.Statement, line); break;
            case FixedStatementSyntax part: Head(part, part.Statement, line); break;
            default: base.DefaultVisit(statement); break;
        }
    }

    private void Head(StatementSyntax whole, StatementSyntax body, int line)
    {
        foreach (SyntaxNode part in whole.ChildNodes().Where(part => part != body)) Visit(part);
        Embedded(body, line);
    }

    private void For(ForStatementSyntax loop, int line)
    {
        _edits.Open(loop.SpanStart, $"{Probe}Mark({Slot(line)}); ");
        if (loop.Declaration is { } declaration) Visit(declaration);
        foreach (ExpressionSyntax start in loop.Initializers) Visit(start);
        // A call in the third part belongs to the header; counting alone is too cheap to be worth a probe.
        if (loop.Incrementors.Any(step => step.DescendantNodesAndSelf().Any(node => node is InvocationExpressionSyntax or ElementAccessExpressionSyntax)))
            _edits.Open(loop.Incrementors[0].SpanStart, $"{Probe}Mark({Slot(line)}), ");
        foreach (ExpressionSyntax step in loop.Incrementors) Visit(step);
        Loop(loop.Condition, loop.Statement, line);
    }

    private void Loop(ExpressionSyntax? condition, StatementSyntax body, int line)
    {
        _loops.Push(0);
        // A probe would hide from the compiler that 'while (true)' never ends by itself.
        bool endless = condition is null or LiteralExpressionSyntax { RawKind: (int)SyntaxKind.TrueLiteralExpression };
        if (!endless) Condition(condition!, line);
        Embedded(body, line, first: endless ? At(line) + "; " : "");
        _loops.Pop();
    }

    private void ForEach(CommonForEachStatementSyntax loop, int line, bool own)
    {
        if (own) _edits.Open(loop.SpanStart, At(line) + "; ");
        Visit(loop.Expression);
        _loops.Push(line);
        Embedded(loop.Statement, line, last: $" {At(line)};");
        _loops.Pop();
    }

    private void Continue(StatementSyntax statement, int line)
    {
        if (line == 0 && _loops.Peek() == 0) return;
        string own = line > 0 ? At(line) + "; " : "", header = _loops.Peek() > 0 ? At(_loops.Peek()) + "; " : "";
        _edits.Open(statement.SpanStart, "{ " + own + header);
        _edits.Close(statement.Span.End, " }");
    }

    private void Condition(ExpressionSyntax condition, int line)
    {
        _edits.Open(condition.SpanStart, At(line) + " && (");
        Visit(condition);
        _edits.Close(condition.Span.End, ")");
    }

    /// <summary>The statement that a header rules, in braces of its own where it has none.</summary>
    private void Embedded(StatementSyntax body, int header, string first = "", string last = "")
    {
        if (body is BlockSyntax block)
        {
            if (first.Length > 0) _edits.Close(block.OpenBraceToken.Span.End, " " + first);
            Statements(block.Statements, header);
            if (last.Length > 0) _edits.Open(block.CloseBraceToken.SpanStart, last + " ");
            return;
        }
        _edits.Open(body.SpanStart, "{ " + first);
        Statement(body, header);
        _edits.Close(body.Span.End, last + " }");
    }

    private string At(int line) => $"{Probe}At({Slot(line)})";

    private int Slot(int line)
    {
        int slot = _lines.IndexOf(line);
        if (slot >= 0) return slot + 1;
        _lines.Add(line);
        return _lines.Count;
    }
}
