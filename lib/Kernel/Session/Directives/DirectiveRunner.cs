using Display;
using Kernel.Session.Compiling;
using Kernel.Session.Packages;
using Python;

namespace Kernel.Session.Directives;

/// <summary>Carries out directives.</summary>
internal sealed class DirectiveRunner(CSharpParts csharp)
{
    private readonly ImportDirective _import = new(csharp);
    private readonly InformationDirectives _information = new(csharp);
    private readonly ShareDirective _share = new(csharp);
    private readonly PackageRestore _packages = new();

    /// <summary>A further name of Python cells, from <c>#!connect</c>.</summary>
    public string? PythonName { get; private set; }

    /// <returns>Null when it was carried out.</returns>
    public CellError? Run(DirectivePart directive, CellState state)
    {
        switch (directive.Name)
        {
            case "#!time": state.Timed = true; return null;
            case "#!debug": state.Optimise = false; return null;
            case "#i": return AddSource(directive);
            case "#r": return Reference(directive, state, importedFrom: null);
            case "#!import" or "#load": return _import.Run(directive, state, this, importedFrom: null);
            case "#!share": return _share.Share(directive, state, IsPython);
            case "#!set": return _share.Set(directive, state, IsPython);
            case "#!connect": return Connect(directive);
            case "#!reset":
                if (directive.Language == "python") PythonProcess.Shared.Reset();
                else csharp.Reset();
                return null;
            case "#!who" or "#!whos" or "#!about" or "#!lsmagic" or "#!help":
                state.Run.Show(_information.Describe(directive.Name));
                return null;
            default: return Unsupported.Error(directive);
        }
    }

    /// <summary>Runs a part in a language other than C#.</summary>
    public static CellError? RunForeign(CodePart part, CellState state, bool isLast = false)
    {
        if (PageParts.TryShow(part, state.Run)) return null;
        return part.Language == "python" ? PythonParts.Run(part, state, isLast) : BashParts.Run(part, state);
    }

    /// <summary>Carries out <c>#r</c>, in a cell or in a file that a cell imports.</summary>
    public CellError? Reference(DirectivePart directive, CellState state, string? importedFrom)
    {
        string argument = directive.Arguments.FirstOrDefault() ?? "";
        if (argument.StartsWith("nuget:", StringComparison.OrdinalIgnoreCase)) return Package(directive, argument, state);
        // `#r "System.Xml"` names a part of the framework, and all of it is there.
        if (CellLoadContext.IsFramework(argument.EndsWith(".dll", StringComparison.OrdinalIgnoreCase) ? argument[..^4] : argument)) return null;
        if (NotebookPath.Find(argument, importedFrom) is not { } path)
            return Failure(directive, $"There is no file {argument} (looked in {NotebookPath.Places(importedFrom)}). Build the project that makes it, or correct the path.");
        try
        {
            if (csharp.References.Add(path) is { } note) state.Run.Note(note + "\n");
            return null;
        }
        catch (BadImageFormatException) { return Failure(directive, $"{argument} is not a .NET assembly."); }
        catch (IOException unreadable) { return Failure(directive, $"{argument} cannot be read: {unreadable.Message}"); }
    }

    private CellError? AddSource(DirectivePart directive)
    {
        string argument = directive.Arguments.FirstOrDefault() ?? "";
        if (!argument.StartsWith("nuget:", StringComparison.OrdinalIgnoreCase)) return Failure(directive, "write #i \"nuget: source\", a folder or an https address.");
        _packages.AddSource(argument["nuget:".Length..].Trim());
        return null;
    }

    private CellError? Package(DirectivePart directive, string argument, CellState state)
    {
        if (PackageReference.Parse(argument) is not { } package) return Failure(directive, $"'{argument}' is no package; write #r \"nuget: Name, Version\".");
        string id = Guid.NewGuid().ToString("N");
        bool update = false;
        try
        {
            RestoredFiles files = _packages.Restore(package, Tell, state.Run.Interrupted);
            foreach (string library in files.NativeLibraries) csharp.References.AddNative(library);
            foreach (string assembly in files.Assemblies) csharp.References.Add(assembly);
            Tell($"Restored {package.Name} {files.Version}.");
            return null;
        }
        catch (PackageRestoreException failed) { return Failure(directive, failed.Message); }

        // One line that changes, instead of many.
        void Tell(string text)
        {
            state.Run.Show(MimeBundle.Text(text), id, update);
            update = true;
        }
    }

    private bool IsPython(string name) => name == "python" || name == PythonName;

    /// <summary>Python cells need no connection; the line is accepted for notebooks that run in .NET Interactive too.</summary>
    private CellError? Connect(DirectivePart directive)
    {
        string what = directive.Plain.FirstOrDefault() ?? "";
        string spec = directive.Option("--kernel-spec") ?? "";
        if (what != "jupyter" || !spec.StartsWith("python", StringComparison.Ordinal))
            return Failure(directive, $"'{(what == "jupyter" ? spec : what)}' cannot be connected to this kernel; it runs C# and, through python3, Python.");
        PythonName = directive.Option("--kernel-name");
        return null;
    }

    internal static CellError Failure(DirectivePart directive, string message) =>
        new("DirectiveError", $"line {directive.Line}: {directive.Name}: {message}", directive.Line, [$"line {directive.Line}: {directive.Name}: {message}"]);
}
