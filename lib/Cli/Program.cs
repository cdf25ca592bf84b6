using System.CommandLine;
using Cli.Commands;

var root = new RootCommand("The course on slow C#: run its notebooks, blur a picture, time the ladder, see what this machine has.")
{
    DoctorCommand.Create(),
    CacheCommand.Create(),
};
return await root.Parse(args).InvokeAsync();
