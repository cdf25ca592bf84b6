using System.Runtime.InteropServices;

namespace Course.Blur.Box;

/// <summary>Between a row of interleaved channels and one row for each channel, with the border drawn in.</summary>
internal static unsafe class Channels
{
    /// <summary>Writes one channel of the row to <paramref name="pixels"/>, with a radius of border at each end.</summary>
    public static void Split<T>(T* row, int channel, T* pixels, in BlurTask<T> task) where T : unmanaged
    {
        T* inner = pixels + task.Radius;
        if (task.Channels == 1) NativeMemory.Copy(row, inner, (nuint)(task.Width * sizeof(T)));
        else for (int x = 0; x < task.Width; x++) inner[x] = row[x * task.Channels + channel];
        Span<T> before = new(pixels, task.Radius), after = new(inner + task.Width, task.Radius);
        switch (task.Border)
        {
            case BoxBorder.Replicate or BoxBorder.InteriorOnly:
                before.Fill(inner[0]);
                after.Fill(inner[task.Width - 1]);
                break;
            case BoxBorder.Constant:
                before.Fill(task.BorderValue);
                after.Fill(task.BorderValue);
                break;
            default:
                for (int i = 0; i < task.Radius; i++)
                {
                    before[i] = inner[BorderRule.Index(i - task.Radius, task.Width, task.Border)];
                    after[i] = inner[BorderRule.Index(task.Width + i, task.Width, task.Border)];
                }
                break;
        }
    }

    /// <summary>Writes the rows of all channels, <paramref name="planeStride"/> apart, as one interleaved row without the task's margin.</summary>
    public static void Join<T>(T* planes, nint planeStride, T* row, in BlurTask<T> task) where T : unmanaged
    {
        for (int channel = 0; channel < task.Channels; channel++)
        {
            T* plane = planes + channel * planeStride;
            for (int x = task.Margin; x < task.Width - task.Margin; x++) row[x * task.Channels + channel] = plane[x];
        }
    }
}
