using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Grading.Sandbox;

/// <summary>
/// A seccomp filter as the kernel takes it (classic BPF, see seccomp(2) and linux/filter.h): what the .NET runtime never needs and holes
/// in kernels have been reached through answers "not permitted". Everything else passes: this is the third fence, not the first.
/// </summary>
internal static class SystemCallFilter
{
    private const ushort Load = 0x20, IfEqual = 0x15, IfAtLeast = 0x35, IfAnyBit = 0x45, Return = 0x06;
    private const uint Allow = 0x7FFF_0000, NotPermitted = 0x0005_0001, NotThere = 0x0005_0026, Kill = 0x8000_0000;
    private const uint NumberAt = 0, ArchitectureAt = 4, FirstArgumentAt = 16;

    /// <summary>Numbers from here on are calls of the x32 form, which would pass by a list of ordinary numbers.</summary>
    private const uint X32 = 0x4000_0000;

    /// <summary>CLONE_NEWNS, NEWCGROUP, NEWUTS, NEWIPC, NEWUSER, NEWPID and NEWNET.</summary>
    private const uint NewNamespaces = 0x7E02_0000;

    /// <summary>The numbers on x86-64 and on arm64; -1 where there is no such call. From 424 on they are equal everywhere.</summary>
    private static readonly (string Name, int X64, int Arm64)[] Denied =
    [
        // Other processes: their memory, their registers, their files.
        ("ptrace", 101, 117), ("process_vm_readv", 310, 270), ("process_vm_writev", 311, 271), ("kcmp", 312, 272), ("pidfd_getfd", 438, 438), ("process_madvise", 440, 440),
        // File systems and namespaces: the way out of a sandbox.
        ("mount", 165, 40), ("umount2", 166, 39), ("pivot_root", 155, 41), ("chroot", 161, 51), ("unshare", 272, 97), ("setns", 308, 268), ("open_tree", 428, 428),
        ("move_mount", 429, 429), ("fsopen", 430, 430), ("fsconfig", 431, 431), ("fsmount", 432, 432), ("fspick", 433, 433), ("mount_setattr", 442, 442),
        ("name_to_handle_at", 303, 264), ("open_by_handle_at", 304, 265), ("fanotify_init", 300, 262), ("quotactl", 179, 60),
        // Large parts of the kernel that judged code has no business with and that had holes again and again.
        ("keyctl", 250, 219), ("add_key", 248, 217), ("request_key", 249, 218), ("bpf", 321, 280), ("perf_event_open", 298, 241), ("userfaultfd", 323, 282),
        ("io_uring_setup", 425, 425), ("io_uring_enter", 426, 426), ("io_uring_register", 427, 427), ("vmsplice", 278, 75), ("modify_ldt", 154, -1),
        // Sockets of any kind; the network is not there, local and netlink ones are.
        ("socket", 41, 198), ("socketpair", 53, 199),
        // The machine itself.
        ("init_module", 175, 105), ("finit_module", 313, 273), ("delete_module", 176, 106), ("kexec_load", 246, 104), ("kexec_file_load", 320, 294), ("reboot", 169, 142),
        ("swapon", 167, 224), ("swapoff", 168, 225), ("acct", 163, 89), ("syslog", 103, 116), ("settimeofday", 164, 170), ("clock_settime", 227, 112), ("adjtimex", 159, 171),
        ("clock_adjtime", 305, 266), ("sethostname", 170, 161), ("setdomainname", 171, 162), ("vhangup", 153, 58), ("iopl", 172, -1), ("ioperm", 173, -1),
    ];

    /// <summary>The program for this machine; null for a processor whose numbers are not known here.</summary>
    public static byte[]? Program() => For(RuntimeInformation.ProcessArchitecture);

    internal static byte[]? For(Architecture architecture) => architecture switch
    {
        Architecture.X64 => Assemble(0xC000_003E, Denied.Select(each => each.X64), clone: 56),
        Architecture.Arm64 => Assemble(0xC000_00B7, Denied.Select(each => each.Arm64), clone: 220),
        _ => null,
    };

    private static byte[] Assemble(uint architecture, IEnumerable<int> denied, uint clone)
    {
        const uint Clone3 = 435;
        var program = new List<(ushort Code, byte IfTrue, byte IfFalse, uint Operand)>
        {
            (Load, 0, 0, ArchitectureAt),
            (IfEqual, 1, 0, architecture),
            (Return, 0, 0, Kill),
            (Load, 0, 0, NumberAt),
            (IfAtLeast, 0, 1, X32),
            (Return, 0, 0, NotPermitted),
        };
        foreach (int number in denied.Where(each => each >= 0))
        {
            program.Add((IfEqual, 0, 1, (uint)number));
            program.Add((Return, 0, 0, NotPermitted));
        }
        // Its flags lie in memory, where a filter cannot look; where it is not there, everybody takes the older call.
        program.AddRange([(IfEqual, 0, 1, Clone3), (Return, 0, 0, NotThere)]);
        program.AddRange([(IfEqual, 0, 3, clone), (Load, 0, 0, FirstArgumentAt), (IfAnyBit, 0, 1, NewNamespaces), (Return, 0, 0, NotPermitted), (Return, 0, 0, Allow)]);
        var bytes = new byte[8 * program.Count];
        for (int i = 0; i < program.Count; i++)
        {
            Span<byte> instruction = bytes.AsSpan(8 * i, 8);
            BinaryPrimitives.WriteUInt16LittleEndian(instruction, program[i].Code);
            (instruction[2], instruction[3]) = (program[i].IfTrue, program[i].IfFalse);
            BinaryPrimitives.WriteUInt32LittleEndian(instruction[4..], program[i].Operand);
        }
        return bytes;
    }
}
