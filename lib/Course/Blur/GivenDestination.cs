using Course.Images;

namespace Course.Blur;

/// <summary>A picture and the place for its blur, both kept from run to run.</summary>
/// <param name="interior">Writes the interior of its second picture from its first.</param>
internal sealed class GivenDestination(Plane<byte> image, Action<Plane<byte>, Plane<byte>> interior) : IPreparedBlur
{
    private readonly Plane<byte> _image = image.Copy();
    private readonly Plane<byte> _result = new(image.Width, image.Height, image.Stride);
    private bool _hasRun;

    public void Run()
    {
        CopyBorder();
        interior(_image, _result);
        _hasRun = true;
        GC.KeepAlive(this);
    }

    public Plane<byte> Result() => _hasRun ? _result.Copy() : throw new InvalidOperationException("Run the blur before asking for its result.");

    private void CopyBorder()
    {
        _image.Row(0).CopyTo(_result.Row(0));
        for (int y = 1; y < _image.Height - 1; y++)
        {
            Span<byte> from = _image.Row(y), to = _result.Row(y);
            (to[0], to[^1]) = (from[0], from[^1]);
        }
        _image.Row(_image.Height - 1).CopyTo(_result.Row(_image.Height - 1));
    }
}
