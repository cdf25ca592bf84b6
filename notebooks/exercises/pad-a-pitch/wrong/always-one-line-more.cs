// fails: correct
static class Layout
{
    /// <summary>Bytes from the start of a row to the start of the next.</summary>
    public static int Pitch(int rows, int rowBytes, int sets, int ways, int lineBytes)
    {
        int lines = (rowBytes + lineBytes - 1) / lineBytes; // as many as hold a row
        return (lines + 1) * lineBytes;
    }
}
