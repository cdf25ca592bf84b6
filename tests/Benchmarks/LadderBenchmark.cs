using BenchmarkDotNet.Attributes;
using Course.Blur;
using Course.Images;

namespace Benchmarks;

/// <summary>Every rung that this machine can run, on noise, beside a copy of the same bytes.</summary>
public class LadderBenchmark
{
    private IPreparedBlur _blur = null!;
    private Plane<byte> _image = null!, _copy = null!;

    public static IEnumerable<LadderStep> Steps => LadderStep.Runnable;

    [ParamsSource(nameof(Steps))]
    public LadderStep Rung { get; set; } = null!;

    [Params(512, 1920)]
    public int Width { get; set; }

    private int Height => Width == 512 ? 512 : 1080;

    [GlobalSetup]
    public void Prepare()
    {
        _image = new Plane<byte>(Width, Height);
        new Random(1).NextBytes(_image.Span);
        _copy = _image.Copy();
        _blur = Rung.Rung.Prepare(_image);
    }

    [Benchmark(Baseline = true)]
    public void Copy() => _image.Span.CopyTo(_copy.Span);

    [Benchmark]
    public void Blur() => _blur.Run();
}
