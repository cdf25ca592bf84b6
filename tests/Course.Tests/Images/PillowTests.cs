using Course.Images;

namespace Course.Tests.Images;

public sealed class PillowTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>Each picture NAME.png beside NAME.raw, the 8-bit samples that Pillow and NumPy say it has.</summary>
    [SkippableFact]
    public void WhatPillowWritesIsReadAsPillowMeantIt()
    {
        PythonPeer.Run("""
            import sys, numpy as np
            from PIL import Image
            random = np.random.default_rng(5)
            def save(name, image, expected, **options):
                image.save(f"{sys.argv[1]}/{name}", **options)
                expected.astype(np.uint8).tofile(f"{sys.argv[1]}/{name}.raw")
            for width, height in ((1, 1), (3, 50), (64, 31), (101, 7)):
                for mode, channels in (("L", 1), ("LA", 2), ("RGB", 3), ("RGBA", 4)):
                    pixels = random.integers(0, 256, (height, width, channels), dtype=np.uint8) // 16 * np.arange(width, dtype=np.uint8)[None, :, None]
                    image = Image.fromarray(pixels.squeeze(2) if channels == 1 else pixels, mode)
                    save(f"{mode}{width}.png", image, pixels, optimize=width == 64)
                    if channels in (1, 3): save(f"{mode}{width}.ppm", image, pixels)
                    if mode == "RGB":
                        for colours in (2, 4, 16, 256):
                            palette = image.quantize(colours)
                            save(f"P{colours}-{width}.png", palette, np.asarray(palette.convert("RGB")))
                            if colours > 2 and width > 1: save(f"P{colours}-{width}-clear.png", palette, np.where(np.asarray(palette)[..., None] == 1, (1, 1, 1, 0), 1) * np.asarray(palette.convert("RGBA")), transparency=1)
                bits = random.integers(0, 2, (height, width)).astype(bool)
                save(f"1-{width}.png", Image.fromarray(bits), bits * 255)
                deep = random.integers(0, 65536, (height, width), dtype=np.uint16)
                save(f"I16-{width}.png", Image.fromarray(deep), np.round(deep / 257))
            """, "PIL, numpy", _folder);

        string[] files = [.. Directory.GetFiles(_folder).Where(file => !file.EndsWith(".raw", StringComparison.Ordinal))];
        Assert.Equal(4 * (6 + 4 + 2) + 3 * 3, files.Length);
        foreach (string file in files)
            Assert.True(ImageFile.Load(file).Samples.Span.SequenceEqual(File.ReadAllBytes($"{file}.raw")), $"{Path.GetFileName(file)} reads differently");
    }

    [SkippableFact]
    public void WhatWeWritePillowReads()
    {
        var random = new Random(6);
        foreach (var (width, height) in new[] { (1, 1), (3, 1000), (127, 5), (256, 64) })
            for (int channels = 1; channels <= 4; channels++)
            {
                var picture = new Picture(width, height, channels);
                random.NextBytes(picture.Samples.Span);
                Save(picture, $"{channels}-{width}.png");
                if (!picture.HasAlpha) Save(picture, $"{channels}-{width}.ppm");
            }
        Save(Photo.Generate(300, 200), "landscape.png");
        Save(Photo.LoadColour("astronaut"), "astronaut.png");

        PythonPeer.Run("""
            import sys, glob, numpy as np
            from PIL import Image
            files = glob.glob(f"{sys.argv[1]}/*.p?[gm]")
            assert len(files) == 26, files
            for file in files:
                assert np.asarray(Image.open(file)).tobytes() == open(file + ".raw", "rb").read(), file
            """, "PIL, numpy", _folder);
    }

    [SkippableFact]
    public void PillowAgreesOnTheFilesOfLibpngAndOnGrey()
    {
        foreach (string file in Fixture.Pngs.Where(file => !Path.GetFileName(file).StartsWith("rgb16", StringComparison.Ordinal)))
            Save(ImageFile.Load(file), Path.GetFileName(file));
        Picture astronaut = Photo.LoadColour("astronaut");
        Save(astronaut, "colour.png");
        Save(astronaut.ToGrey(), "grey.png");

        // Our copies are 8-bit and not interlaced; the originals are what is compared. Pillow itself cuts 16-bit colour off, so that is left out.
        foreach (string file in Fixture.Pngs) File.Copy(file, Path.Combine(_folder, $"{Path.GetFileName(file)}.original"));
        PythonPeer.Run("""
            import sys, glob, os, numpy as np
            from PIL import Image
            files = [f for f in glob.glob(f"{sys.argv[1]}/*.png") if os.path.exists(f + ".original")]
            assert len(files) == 28, files
            for file in files:
                image, ours = Image.open(file + ".original"), Image.open(file)
                if image.mode == "I": expected = np.round(np.asarray(image) / 257).astype(np.uint8)
                else: expected = np.asarray(image.convert(ours.mode))
                assert (expected == np.asarray(ours)).all(), file
            colour, grey = (np.asarray(Image.open(f"{sys.argv[1]}/{name}.png").convert("L")) for name in ("colour", "grey"))
            assert (colour == grey).all()
            """, "PIL, numpy", _folder);
    }

    private void Save(Picture picture, string name)
    {
        string file = Path.Combine(_folder, name);
        ImageFile.Save(picture, file);
        File.WriteAllBytes($"{file}.raw", picture.Samples.Span);
    }
}
