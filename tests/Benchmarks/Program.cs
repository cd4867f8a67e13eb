using System.CommandLine;
using Tocsin.Tests.Benchmarks.Feed;
using Tocsin.Tests.Benchmarks.Journal;
using Tocsin.Tests.Benchmarks.JournalSize;
using Tocsin.Tests.Benchmarks.Overdue;
using Tocsin.Tests.Benchmarks.Recommending;

var root = new RootCommand("Benchmarks of Tocsin; each prints ratios measured in one run on one machine.");
root.Subcommands.Add(JournalCommand.Make());
root.Subcommands.Add(OverdueCommand.Make());
root.Subcommands.Add(RecommendCommand.Make());
root.Subcommands.Add(TravelCommand.Make());
root.Subcommands.Add(FeedCommand.Make());
root.Subcommands.Add(JournalSizeCommand.Make());
root.Subcommands.Add(SeedCommand.Make());
return await root.Parse(args).InvokeAsync();
