using Microsoft.Diagnostics.NETCore.Client;
using Microsoft.Diagnostics.Tracing;
using Microsoft.Diagnostics.Tracing.Parsers.Clr;

namespace Course.Profile.Events;

/// <summary>
/// The methods a process had compiled before it was recorded. A recording gets them at its end, so one whose target ends first needs
/// them asked for beforehand, in a session of their own.
/// </summary>
public sealed class MethodsAtStart
{
    private readonly record struct Method(ulong Start, ulong End, string Name, long Module, int Token);

    private readonly List<Method> _methods = [];
    private readonly Dictionary<long, string> _modules = [];
    private readonly Dictionary<string, long> _moduleOfMethod = [];

    private MethodsAtStart(EventPipeSession session)
    {
        using var source = new EventPipeEventSource(session.EventStream);
        var rundown = new ClrRundownTraceEventParser(source);
        rundown.MethodDCStopVerbose += method => _methods.Add(new(method.MethodStartAddress, method.MethodStartAddress + (ulong)method.MethodSize,
            $"{method.MethodNamespace}.{method.MethodName}()", method.ModuleID, method.MethodToken));
        rundown.LoaderModuleDCStop += module => _modules[module.ModuleID] = module.ModuleILPath;
        Task stop = Task.Run(session.Stop);
        source.Process();
        stop.Wait(TimeSpan.FromSeconds(5));
        foreach (Method method in _methods) _moduleOfMethod[method.Name] = method.Module;
        _methods.Sort((a, b) => a.Start.CompareTo(b.Start));
    }

    /// <exception cref="ProfileException">The target cannot be reached; the message names the reason and the remedy.</exception>
    public static MethodsAtStart Of(int processId) => EventRecording.Connect(processId, client =>
    {
        using EventPipeSession session = client.StartEventPipeSession([RuntimeEvents.Methods()], requestRundown: true, circularBufferMB: 16);
        return new MethodsAtStart(session);
    });

    /// <summary>The assembly's file of a method that was compiled again during the recording, by the runtime's name; empty where unknown.</summary>
    public string ModuleOf(string fullName)
    {
        string name = fullName[..(fullName.IndexOf('(', StringComparison.Ordinal) is > 0 and int at ? at : fullName.Length)] + "()";
        return _moduleOfMethod.TryGetValue(name, out long module) ? _modules.GetValueOrDefault(module, "") : "";
    }

    /// <summary>The method whose code lies at the address, with its first line; null where none does.</summary>
    public Frame? Find(ulong address, SourceLines lines)
    {
        int low = 0, high = _methods.Count - 1;
        while (low <= high)
        {
            int middle = (low + high) / 2;
            Method method = _methods[middle];
            if (address < method.Start) high = middle - 1;
            else if (address >= method.End) low = middle + 1;
            else
            {
                string path = _modules.GetValueOrDefault(method.Module, "");
                return new Frame(FrameName.Readable(method.Name), Path.GetFileNameWithoutExtension(path), lines.Find(path, method.Token, ilOffset: 0));
            }
        }
        return null;
    }
}
