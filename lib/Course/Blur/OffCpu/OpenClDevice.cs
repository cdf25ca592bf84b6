using System.Text;

namespace Course.Blur.OffCpu;

/// <summary>A device that OpenCL can use: a graphics processor or, with a driver such as pocl, the CPU itself.</summary>
public sealed unsafe record OpenClDevice(string Name, bool IsCpu, int ComputeUnits, long MemoryBytes)
{
    internal nint Handle { get; private init; }

    /// <summary>Why there is none here, with the remedy, or null when there is one.</summary>
    public static string? Missing
    {
        get
        {
            try
            {
                return All().Count > 0 ? null : "No OpenCL device here: the loader is installed, but no driver. On Debian, pocl-opencl-icd makes the CPU one.";
            }
            catch (DllNotFoundException)
            {
                return "No OpenCL here: its loader is not installed. It comes with a graphics driver; on Debian, ocl-icd-libopencl1 and pocl-opencl-icd give the CPU as a device.";
            }
            catch (OpenClException refused)
            {
                return refused.Message;
            }
        }
    }

    /// <summary>All devices of all drivers, graphics processors first.</summary>
    /// <exception cref="DllNotFoundException">The loader is not installed.</exception>
    public static IReadOnlyList<OpenClDevice> All()
    {
        const int noDriver = -1001, noDevice = -1;
        int error = OpenCl.clGetPlatformIDs(0, null, out uint platforms);
        if (error == noDriver || platforms == 0) return [];
        OpenCl.Check(error, "listing its drivers");
        nint* platform = stackalloc nint[(int)platforms];
        OpenCl.Check(OpenCl.clGetPlatformIDs(platforms, platform, out _), "listing its drivers");
        var all = new List<OpenClDevice>();
        for (int p = 0; p < platforms; p++)
        {
            error = OpenCl.clGetDeviceIDs(platform[p], OpenCl.AllDevices, 0, null, out uint count);
            if (error == noDevice || count == 0) continue;
            OpenCl.Check(error, "listing devices");
            nint[] devices = new nint[count];
            fixed (nint* first = devices) OpenCl.Check(OpenCl.clGetDeviceIDs(platform[p], OpenCl.AllDevices, count, first, out _), "listing devices");
            all.AddRange(devices.Select(Describe));
        }
        return [.. all.OrderBy(device => device.IsCpu)];
    }

    private static OpenClDevice Describe(nint device)
    {
        byte[] name = new byte[256];
        ulong type, memory;
        uint units;
        nuint length;
        fixed (byte* text = name) OpenCl.Check(OpenCl.clGetDeviceInfo(device, OpenCl.DeviceName, (nuint)name.Length, text, out length), "naming a device");
        OpenCl.Check(OpenCl.clGetDeviceInfo(device, OpenCl.DeviceType, sizeof(ulong), &type, out _), "describing a device");
        OpenCl.Check(OpenCl.clGetDeviceInfo(device, OpenCl.DeviceComputeUnits, sizeof(uint), &units, out _), "describing a device");
        OpenCl.Check(OpenCl.clGetDeviceInfo(device, OpenCl.DeviceMemory, sizeof(ulong), &memory, out _), "describing a device");
        return new OpenClDevice(Encoding.UTF8.GetString(name, 0, Math.Max(0, (int)length - 1)).Trim(), (type & OpenCl.CpuDevice) != 0, (int)units, (long)memory) { Handle = device };
    }
}
