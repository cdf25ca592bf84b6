namespace Judged;

/// <summary>What the judged code may ask of an argument that lies with the judge.</summary>
internal enum AskKind : byte
{
    Read,
    Write,

    /// <summary>Call the function that this argument is, and wait.</summary>
    Call,

    /// <summary>Call it and go on; the answer comes when it comes.</summary>
    Start,
}
