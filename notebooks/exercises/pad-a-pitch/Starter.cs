// exercise: pad-a-pitch
static class Layout
{
    // bytes from the start of a row to the start of the next
    public static int Pitch(
        int rows, int rowBytes, int sets, int ways, int lineBytes)
    {
        int lines = (rowBytes + lineBytes - 1) / lineBytes; // hold a row
        return lines * lineBytes;
    }
}
