// fails: correct
static class Layout
{
    // bytes from the start of a row to the start of the next
    public static int Pitch(
        int rows, int rowBytes, int sets, int ways, int lineBytes)
    {
        int lines = (rowBytes + lineBytes - 1) / lineBytes; // hold a row
        while (rows > SetsInUse(lines, sets)) if (++lines > 4096) break;
        return lines * lineBytes;
    }
    private static int SetsInUse(int lines, int sets)
    {
        bool[] used = new bool[sets];
        for (int row = 0; row < sets; row++) used[row * lines % sets] = true;
        return used.Count(each => each);
    }
}
