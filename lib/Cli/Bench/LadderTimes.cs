using Course.Blur;
using Course.Images;
using Course.Measure;
using Course.Patterns;

namespace Cli.Bench;

/// <summary>Times every rung that this machine can run on one picture, in one interleaved run with Python and a memory copy of the same bytes.</summary>
internal static class LadderTimes
{
    public static Measurements Measure(int width, int height, bool withPython)
    {
        Plane<byte> photo = Photo.Load("camera", width, height);
        var forms = new List<(string Label, Action Work)>();
        if (withPython && PythonBlur.Missing is null) forms.Add(PythonBlur.Prepare(photo));
        forms.AddRange(Ladder.All.Where(rung => rung.Missing is null).Select(rung => (rung.Name, (Action)rung.Prepare(photo).Run)));
        forms.Add(new MemoryCopy(width * height).Timed);
        return Timing.Interleaved(forms);
    }
}
