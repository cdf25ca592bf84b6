// fails: correct
static class Repeats
{
    public static int[] Removed(int[] numbers) => new SortedSet<int>(numbers).ToArray();
}
