using System.Diagnostics;

namespace Course.Blur.Box;

/// <summary>Where in the picture the pixel at an outside coordinate comes from.</summary>
internal static class BorderRule
{
    /// <summary>The index in 0..length-1 that stands for <paramref name="i"/>, any integer; -1 where the border's constant stands.</summary>
    public static int Index(int i, int length, BoxBorder border)
    {
        Debug.Assert(length > 0);
        if ((uint)i < (uint)length) return i;
        switch (border)
        {
            case BoxBorder.Reflect:
                int there = Modulo(i, 2 * length);
                return there < length ? there : 2 * length - 1 - there;
            case BoxBorder.Reflect101:
                if (length == 1) return 0;
                int at = Modulo(i, 2 * length - 2);
                return at < length ? at : 2 * length - 2 - at;
            case BoxBorder.Wrap:
                return Modulo(i, length);
            case BoxBorder.Constant:
                return -1;
            default:
                return i < 0 ? 0 : length - 1;
        }
    }

    private static int Modulo(int i, int period)
    {
        int rest = i % period;
        return rest < 0 ? rest + period : rest;
    }
}
