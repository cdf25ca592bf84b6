// fails: speed
static class Repeats
{
    public static int[] Removed(int[] numbers)
    {
        var first = new int[numbers.Length];
        int count = 0;
        foreach (int number in numbers)
            if (Array.IndexOf(first, number, 0, count) < 0) first[count++] = number;
        return first[..count];
    }
}
