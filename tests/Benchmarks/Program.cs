using System.CommandLine;
using Tocsin.Tests.Benchmarks.Journal;
using Tocsin.Tests.Benchmarks.Overdue;

var root = new RootCommand("Benchmarks of Tocsin; each prints ratios measured in one run on one machine.");
root.Subcommands.Add(JournalCommand.Make());
root.Subcommands.Add(OverdueCommand.Make());
return await root.Parse(args).InvokeAsync();
