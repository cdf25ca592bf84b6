// exercise: string-building
static class Record
{
    public static string Of(int[] numbers) => string.Join(';', numbers);
}
