// exercise: set-lookup
static class Repeats
{
    /// <summary>Each number once, in the order of first sight.</summary>
    public static int[] Removed(int[] numbers)
    {
        var seen = new List<int>();
        foreach (int number in numbers)
            if (!seen.Contains(number)) seen.Add(number);
        return seen.ToArray();
    }
}
