// fails: correct
static class Record
{
    public static string Of(int[] numbers)
    {
        var record = new StringBuilder();
        foreach (int number in numbers) record.Append(number).Append(';');
        return record.ToString();
    }
}
