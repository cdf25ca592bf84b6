// exercise: string-building
static class Record
{
    public static string Of(int[] numbers)
    {
        string record = "";
        for (int i = 0; i < numbers.Length; i++)
        {
            if (i > 0) record += ";";
            record += numbers[i];
        }
        return record;
    }
}
