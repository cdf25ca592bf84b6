using System.CommandLine;
using System.Globalization;
using Peers;

if (args is [Launches.Child, string name, string number, string to])
    return OrSay(() => Launch.Run(Case.Find(name), int.Parse(number, CultureInfo.InvariantCulture), to));
var launches = new Option<int>("--launches") { Description = "Processes for each case.", DefaultValueFactory = _ => 5 };
var cases = new Option<string>("--cases") { Description = "Only cases whose name contains this.", DefaultValueFactory = _ => "" };
var before = new Option<string>("--before") { Description = "A program to start each process with, e.g. \"taskset -c 1\".", DefaultValueFactory = _ => "" };
var folder = new Option<string>("--out") { Description = "Where each launch's file goes.", DefaultValueFactory = _ => Path.Combine("out", "peers") };
var measure = new Command("measure", "Times everybody; goes on where it was interrupted.") { launches, cases, before, folder };
measure.SetAction(parsed => OrSay(() => Launches.Run([.. Case.All.Where(one => one.Name.Contains(parsed.GetValue(cases)!, StringComparison.OrdinalIgnoreCase))],
    parsed.GetValue(launches), parsed.GetValue(folder)!, parsed.GetValue(before)!.Split(' ', StringSplitOptions.RemoveEmptyEntries))));

var results = new Argument<string>("results") { Description = "E.g. data/results/amd-epyc: peers.csv, peers.json, peers.md and peers.svg go there." };
var collect = new Command("collect", "Makes the launches' files into the tables and the chart.") { results, folder };
collect.SetAction(parsed => OrSay(() => Report.Collect(parsed.GetValue(folder)!, parsed.GetValue(results)!)));

var readme = new Argument<string>("readme") { Description = "The file whose section between the two peers marks is written anew." };
var page = new Command("readme", "Writes the results into the README.") { results, readme };
page.SetAction(parsed => OrSay(() => Report.IntoReadme(parsed.GetValue(results)!, parsed.GetValue(readme)!)));

var limits = new Command("limits", "Measures in a minute what the machine allows: two cores at once, and one core on long rows.") { results };
limits.SetAction(parsed => OrSay(() => Limits.Run(parsed.GetValue(results)!)));

return new RootCommand("The box blur beside other people's software; setup.sh first.") { measure, collect, page, limits }.Parse(args).Invoke();

static int OrSay(Action work)
{
    try
    {
        work();
        return 0;
    }
    catch (Exception failure) when (failure is IOException or InvalidDataException or InvalidOperationException or ArgumentException or Python.PythonException)
    {
        Console.Error.WriteLine(failure.Message);
        return 1;
    }
}
