namespace Course.Patterns;

/// <summary>A second type behind the same virtual call, so that the compiler cannot know which one it gets.</summary>
public sealed class HoistedTwice(int factor) : Hoisted(factor)
{
    public override int VirtualFactor() => Factor;
}
