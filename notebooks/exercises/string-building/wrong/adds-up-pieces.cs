// fails: allocation
static class Record
{
    public static string Of(int[] numbers) =>
        numbers.Length == 0 ? "" : numbers.Select(number => $"{number}").Aggregate((record, number) => $"{record};{number}");
}
