namespace Notebooks;

/// <summary>The four kinds of output of nbformat 4: <c>stream</c>, <c>display_data</c>, <c>execute_result</c> and <c>error</c>.</summary>
public enum OutputKind
{
    Stream,
    Display,
    Result,
    Error,
}
