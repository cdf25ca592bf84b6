using System.Reflection;
using System.Runtime.InteropServices;

namespace Course.Blur.OffCpu;

/// <summary>
/// The calls of OpenCL 1.2 that a blur needs, made directly to the loader that drivers share (the Khronos OpenCL specification, version
/// 1.2): no binding package is needed, and none restores in this project's builds.
/// </summary>
internal static unsafe partial class OpenCl
{
    public const ulong AllDevices = 0xFFFFFFFF, CpuDevice = 1 << 1, ReadOnly = 1 << 2, WriteOnly = 1 << 1;
    public const uint DeviceType = 0x1000, DeviceComputeUnits = 0x1002, DeviceName = 0x102B, DeviceMemory = 0x101F, BuildLog = 0x1183;

    private const string Loader = "OpenCL";

    static OpenCl() => NativeLibrary.SetDllImportResolver(typeof(OpenCl).Assembly, Resolve);

    [LibraryImport(Loader)]
    public static partial int clGetPlatformIDs(uint entries, nint* platforms, out uint count);

    [LibraryImport(Loader)]
    public static partial int clGetDeviceIDs(nint platform, ulong type, uint entries, nint* devices, out uint count);

    [LibraryImport(Loader)]
    public static partial int clGetDeviceInfo(nint device, uint name, nuint size, void* value, out nuint needed);

    [LibraryImport(Loader)]
    public static partial nint clCreateContext(nint properties, uint count, nint* devices, nint notify, nint user, out int error);

    [LibraryImport(Loader)]
    public static partial nint clCreateCommandQueue(nint context, nint device, ulong properties, out int error);

    [LibraryImport(Loader)]
    public static partial nint clCreateProgramWithSource(nint context, uint count, byte** strings, nuint* lengths, out int error);

    [LibraryImport(Loader, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int clBuildProgram(nint program, uint count, nint* devices, string options, nint notify, nint user);

    [LibraryImport(Loader)]
    public static partial int clGetProgramBuildInfo(nint program, nint device, uint name, nuint size, byte* value, out nuint needed);

    [LibraryImport(Loader, StringMarshalling = StringMarshalling.Utf8)]
    public static partial nint clCreateKernel(nint program, string name, out int error);

    [LibraryImport(Loader)]
    public static partial nint clCreateBuffer(nint context, ulong flags, nuint size, void* host, out int error);

    [LibraryImport(Loader)]
    public static partial int clSetKernelArg(nint kernel, uint index, nuint size, void* value);

    [LibraryImport(Loader)]
    public static partial int clEnqueueWriteBuffer(nint queue, nint buffer, uint blocking, nuint offset, nuint size, void* host, uint waits, nint wait, nint done);

    [LibraryImport(Loader)]
    public static partial int clEnqueueReadBuffer(nint queue, nint buffer, uint blocking, nuint offset, nuint size, void* host, uint waits, nint wait, nint done);

    [LibraryImport(Loader)]
    public static partial int clEnqueueNDRangeKernel(nint queue, nint kernel, uint dimensions, nuint* offset, nuint* global, nuint* local, uint waits, nint wait, nint done);

    [LibraryImport(Loader)]
    public static partial int clFinish(nint queue);

    [LibraryImport(Loader)]
    public static partial int clReleaseMemObject(nint buffer);

    [LibraryImport(Loader)]
    public static partial int clReleaseKernel(nint kernel);

    [LibraryImport(Loader)]
    public static partial int clReleaseProgram(nint program);

    [LibraryImport(Loader)]
    public static partial int clReleaseCommandQueue(nint queue);

    [LibraryImport(Loader)]
    public static partial int clReleaseContext(nint context);

    /// <exception cref="OpenClException">The call did not succeed.</exception>
    public static void Check(int error, string doing)
    {
        if (error == 0) return;
        string reason = error switch
        {
            -1 => "no such device: is its driver installed?",
            -4 or -5 or -6 or -61 => "not enough memory on the device or the host: use smaller pictures or a smaller batch",
            -11 => "the kernel did not compile",
            -30 or -38 or -51 or -54 or -55 => "an argument is wrong, which is an error of the course",
            -1001 => "no driver is registered with the OpenCL loader",
            _ => "see the error codes of the OpenCL specification",
        };
        throw new OpenClException($"OpenCL failed {doing} with code {error}: {reason}.");
    }

    private static nint Resolve(string name, Assembly assembly, DllImportSearchPath? path)
    {
        if (name != Loader) return 0;
        string[] files = OperatingSystem.IsWindows() ? ["OpenCL.dll"]
            : OperatingSystem.IsMacOS() ? ["/System/Library/Frameworks/OpenCL.framework/OpenCL"] : ["libOpenCL.so.1", "libOpenCL.so"];
        foreach (string file in files)
            if (NativeLibrary.TryLoad(file, out nint loaded)) return loaded;
        return 0;
    }
}
