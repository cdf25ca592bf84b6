using System.Globalization;
using System.Runtime.InteropServices;
using Course.Patterns;
using Python;

namespace Peers;

/// <summary>One that runs in the python3 process: a method of Forms in peers.py.</summary>
internal sealed class PythonContestant : Contestant
{
    private readonly string _form;

    public PythonContestant(string name, int radius, Promise promise, string method) : base(name, radius, promise, VersionOf(method))
    {
        _form = $"{method}_{radius}";
        PythonProcess.Shared.Run($"{_form} = forms.{method}({radius})");
    }

    /// <summary>Gives Python the pixels, through a file that is gone afterwards.</summary>
    public static unsafe void Load(Picture picture)
    {
        using Stream source = typeof(PythonContestant).Assembly.GetManifestResourceStream("peers.py")!;
        PythonProcess.Shared.Run(PythonBlur.Source + "\n\n" + new StreamReader(source).ReadToEnd());
        Case shape = picture.Shape;
        ThroughFile(file =>
        {
            using (FileStream pixels = File.Create(file)) pixels.Write(new ReadOnlySpan<byte>((void*)picture.Source, shape.Bytes));
            PythonProcess.Shared.Set("path", file);
            PythonProcess.Shared.Run($"forms = Forms(path, {(shape.Floats ? "True" : "False")}, {shape.Width}, {shape.Height})");
            return 0;
        });
    }

    private static string VersionOf(string method)
    {
        PythonProcess.Shared.Run($"version = VERSIONS['{method}']");
        return PythonProcess.Shared.Get<string>("version")!;
    }

    public override double Time(int calls)
    {
        PythonProcess.Shared.Run(string.Create(CultureInfo.InvariantCulture, $"milliseconds = time_calls({_form}, {calls})"));
        return PythonProcess.Shared.Get<double>("milliseconds");
    }

    public override float[] Result() => ThroughFile(file =>
    {
        PythonProcess.Shared.Set("path", file);
        PythonProcess.Shared.Run($"numpy.asarray({_form}(), numpy.float32).tofile(path)");
        return MemoryMarshal.Cast<byte, float>(File.ReadAllBytes(file)).ToArray();
    });

    private static T ThroughFile<T>(Func<string, T> use)
    {
        string file = Path.GetTempFileName();
        try { return use(file); }
        finally { File.Delete(file); }
    }
}
