namespace Course.Profile.Calls;

/// <summary>How often one method called another, seen from either of them.</summary>
/// <param name="Method">The other one.</param>
public readonly record struct CallCount(string Method, long Calls)
{
    public override string ToString() => $"{Method} ×{Calls:N0}";
}
