using System.CommandLine;
using Cli;
using Cli.Commands;

var root = new RootCommand("The course on slow C#: run its notebooks, blur a picture, time the ladder, see what this machine has.")
{
    RunCommand.Create(),
    BlurCommand.Create(),
    BenchCommand.Create(),
    CountCommand.Create(),
    SetupCommand.Create(),
    KernelCommand.Create(),
    DoctorCommand.Create(),
    ExportCommand.Create(),
    CacheCommand.Create(),
    ProfileCommand.Create(),
    PsCommand.Create(),
    CheckCommand.Create(),
    GradeCommand.Create(),
};
try
{
    return await root.Parse(args).InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
}
catch (Exception failure) when (failure is CommandException or IOException or UnauthorizedAccessException or Course.Images.ImageFormatException)
{
    Console.Error.WriteLine(failure.Message);
    return 1;
}
