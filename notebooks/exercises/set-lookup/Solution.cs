// exercise: set-lookup
static class Repeats
{
    /// <summary>Each number once, in the order of first sight.</summary>
    public static int[] Removed(int[] numbers)
    {
        var seen = new HashSet<int>();
        var first = new List<int>();
        foreach (int number in numbers)
            if (seen.Add(number)) first.Add(number);
        return first.ToArray();
    }
}
