using System.Globalization;
using System.Text;

namespace Course.Images;

/// <summary>Writes binary PGM (P5) for a grey picture and PPM (P6) for RGB, largest value 255.</summary>
public static class PnmWriter
{
    /// <exception cref="ArgumentException">The picture has an alpha channel or no pixels.</exception>
    public static void Write(Picture picture, Stream stream)
    {
        if (picture.HasAlpha)
            throw new ArgumentException("PGM and PPM have no alpha channel; save the picture as PNG, or save its ToGrey().", nameof(picture));
        if (picture.Width == 0 || picture.Height == 0)
            throw new ArgumentException($"A picture of {picture.Width} x {picture.Height} has no pixels; PGM and PPM readers refuse it.", nameof(picture));
        string header = string.Create(CultureInfo.InvariantCulture, $"{(picture.Channels == 1 ? "P5" : "P6")}\n{picture.Width} {picture.Height}\n255\n");
        stream.Write(Encoding.ASCII.GetBytes(header));
        for (int y = 0; y < picture.Height; y++) stream.Write(picture.Samples.Row(y));
    }
}
