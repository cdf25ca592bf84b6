// fails: correct
static class Repeats
{
    public static int[] Removed(int[] numbers)
    {
        Dictionary<int, int> counts = [];
        foreach (int number in numbers) counts[number] = counts.GetValueOrDefault(number) + 1;
        return numbers.Where(number => counts[number] == 1).ToArray();
    }
}
