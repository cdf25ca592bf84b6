using System.Diagnostics;
using System.Reflection;
using System.Text;

namespace Course.Blur.OffCpu;

/// <summary>
/// The 3x3 mean of the ladder, rounded to nearest, border kept, for batches of byte pictures of one size, shape <c>[count, height, width]</c>
/// without padding, on an OpenCL device. Owns the device's buffers; not for several threads at once.
/// </summary>
public sealed unsafe class OpenClBlur : IDisposable
{
    private readonly int _width, _height, _count;
    private readonly nuint _bytes;
    private nint _context, _queue, _program, _kernel, _image, _result;

    /// <summary>Compiles the kernel for the device and makes room for a batch there; the first use in a process may take a second or two.</summary>
    /// <exception cref="OpenClException">The device refused: its memory is too small, its compiler failed, it is gone.</exception>
    /// <exception cref="ArgumentOutOfRangeException">No pixels.</exception>
    public OpenClBlur(OpenClDevice device, int width, int height, int count = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        (_width, _height, _count, _bytes) = (width, height, count, (nuint)((long)width * height * count));
        try
        {
            nint handle = device.Handle;
            _context = OpenCl.clCreateContext(0, 1, &handle, 0, 0, out int error);
            OpenCl.Check(error, $"opening {device.Name}");
            _queue = OpenCl.clCreateCommandQueue(_context, handle, 0, out error);
            OpenCl.Check(error, $"opening a queue on {device.Name}");
            _kernel = Compile(handle);
            _image = OpenCl.clCreateBuffer(_context, OpenCl.ReadOnly, _bytes, null, out error);
            OpenCl.Check(error, $"making room for {_bytes:N0} bytes");
            _result = OpenCl.clCreateBuffer(_context, OpenCl.WriteOnly, _bytes, null, out error);
            OpenCl.Check(error, $"making room for {_bytes:N0} bytes");
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>The text of the kernel as the device's compiler gets it.</summary>
    public static string Source { get; } = ReadSource();

    /// <summary>Blurs one batch, waiting for each of the three steps, so that each has a time of its own.</summary>
    /// <param name="images">Exactly <c>count * height * width</c> pixels.</param>
    /// <param name="results">As many; may not overlap <paramref name="images"/>.</param>
    /// <exception cref="ArgumentException">Another number of pixels than this was made for.</exception>
    /// <exception cref="OpenClException">The device refused.</exception>
    public OpenClTimes Blur(ReadOnlySpan<byte> images, Span<byte> results)
    {
        ObjectDisposedException.ThrowIf(_context == 0, this);
        if ((nuint)images.Length != _bytes || (nuint)results.Length != _bytes)
            throw new ArgumentException($"This blur was made for {_count} pictures of {_width} x {_height} pixels, {_bytes:N0} bytes; it was given {images.Length:N0} and room for {results.Length:N0}.");
        long start = Stopwatch.GetTimestamp();
        fixed (byte* host = images) OpenCl.Check(OpenCl.clEnqueueWriteBuffer(_queue, _image, 1, 0, _bytes, host, 0, 0, 0), "copying the pictures to the device");
        double upload = Stopwatch.GetElapsedTime(start).TotalMilliseconds;

        start = Stopwatch.GetTimestamp();
        nint image = _image, result = _result;
        int width = _width, height = _height;
        OpenCl.Check(OpenCl.clSetKernelArg(_kernel, 0, (nuint)sizeof(nint), &image), "passing an argument");
        OpenCl.Check(OpenCl.clSetKernelArg(_kernel, 1, (nuint)sizeof(nint), &result), "passing an argument");
        OpenCl.Check(OpenCl.clSetKernelArg(_kernel, 2, sizeof(int), &width), "passing an argument");
        OpenCl.Check(OpenCl.clSetKernelArg(_kernel, 3, sizeof(int), &height), "passing an argument");
        nuint* size = stackalloc nuint[3] { (nuint)width, (nuint)height, (nuint)_count };
        OpenCl.Check(OpenCl.clEnqueueNDRangeKernel(_queue, _kernel, 3, null, size, null, 0, 0, 0), "starting the blur");
        OpenCl.Check(OpenCl.clFinish(_queue), "blurring");
        double kernel = Stopwatch.GetElapsedTime(start).TotalMilliseconds;

        start = Stopwatch.GetTimestamp();
        fixed (byte* host = results) OpenCl.Check(OpenCl.clEnqueueReadBuffer(_queue, _result, 1, 0, _bytes, host, 0, 0, 0), "copying the results back");
        return new OpenClTimes(upload, kernel, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
    }

    public void Dispose()
    {
        if (_result != 0) OpenCl.clReleaseMemObject(_result);
        if (_image != 0) OpenCl.clReleaseMemObject(_image);
        if (_kernel != 0) OpenCl.clReleaseKernel(_kernel);
        if (_program != 0) OpenCl.clReleaseProgram(_program);
        if (_queue != 0) OpenCl.clReleaseCommandQueue(_queue);
        if (_context != 0) OpenCl.clReleaseContext(_context);
        _context = _queue = _program = _kernel = _image = _result = 0;
    }

    private nint Compile(nint device)
    {
        byte[] source = Encoding.UTF8.GetBytes(Source);
        fixed (byte* text = source)
        {
            byte* first = text;
            nuint length = (nuint)source.Length;
            _program = OpenCl.clCreateProgramWithSource(_context, 1, &first, &length, out int refused);
            OpenCl.Check(refused, "reading the kernel");
        }
        int error = OpenCl.clBuildProgram(_program, 1, &device, "", 0, 0);
        if (error != 0)
        {
            byte[] log = new byte[4096];
            fixed (byte* text = log) OpenCl.clGetProgramBuildInfo(_program, device, OpenCl.BuildLog, (nuint)log.Length, text, out _);
            throw new OpenClException($"The device's compiler refused the kernel (code {error}): {Encoding.UTF8.GetString(log).TrimEnd('\0').Trim()}");
        }
        nint kernel = OpenCl.clCreateKernel(_program, "blur", out error);
        OpenCl.Check(error, "finding the kernel");
        return kernel;
    }

    private static string ReadSource()
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("source/blur.cl")!;
        return new StreamReader(stream).ReadToEnd().ReplaceLineEndings("\n");
    }
}
