// One work item for each pixel of each picture of the batch; the outermost pixels are kept.
__kernel void blur(__global const uchar *image, __global uchar *result, int width, int height)
{
    int x = get_global_id(0), y = get_global_id(1);
    long here = ((long)get_global_id(2) * height + y) * width + x;
    if (x == 0 || y == 0 || x == width - 1 || y == height - 1)
    {
        result[here] = image[here];
        return;
    }
    int sum = 0;
    for (int dy = -1; dy <= 1; dy++)
        for (int dx = -1; dx <= 1; dx++)
            sum += image[here + dy * width + dx];
    result[here] = (uchar)((sum + 4) / 9);
}
