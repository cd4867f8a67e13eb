using System.CommandLine;
using Tocsin.Tests.Benchmarks.Allocating;
using Tocsin.Tests.Benchmarks.Feed;
using Tocsin.Tests.Benchmarks.Hot;
using Tocsin.Tests.Benchmarks.Journal;
using Tocsin.Tests.Benchmarks.JournalSize;
using Tocsin.Tests.Benchmarks.Lists;
using Tocsin.Tests.Benchmarks.Overdue;
using Tocsin.Tests.Benchmarks.Positions;
using Tocsin.Tests.Benchmarks.Recommending;
using Tocsin.Tests.Benchmarks.Scaling;
using Tocsin.Tests.Benchmarks.Whole;

if (BareEndpoint.IsAsked(args))
    return await BareEndpoint.ServeAsync(args);

var root = new RootCommand("Benchmarks of Tocsin; each prints ratios measured in one run on one machine.");
root.Subcommands.Add(JournalCommand.Make());
root.Subcommands.Add(OverdueCommand.Make());
root.Subcommands.Add(RecommendCommand.Make());
root.Subcommands.Add(TravelCommand.Make());
root.Subcommands.Add(FeedCommand.Make());
root.Subcommands.Add(HotCommand.Make());
root.Subcommands.Add(WholeCommand.Make());
root.Subcommands.Add(AgainstCommand.Make());
root.Subcommands.Add(SilosCommand.Make());
root.Subcommands.Add(OpenIncidentsCommand.Make());
root.Subcommands.Add(UnitsCommand.Make());
root.Subcommands.Add(FeedClientsCommand.Make());
root.Subcommands.Add(JournalSizeCommand.Make());
root.Subcommands.Add(ListsCommand.Make());
root.Subcommands.Add(PositionsCommand.Make());
root.Subcommands.Add(AllocatedCommand.Make());
root.Subcommands.Add(SeedCommand.Make());
return await root.Parse(args).InvokeAsync();
