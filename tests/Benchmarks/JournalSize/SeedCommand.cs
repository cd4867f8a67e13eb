using System.CommandLine;
using Tocsin.Tests.Seeding;
using Tocsin.Tests.Seeding.PostgreSql;

namespace Tocsin.Tests.Benchmarks.JournalSize;

/// <summary><c>seed</c>: fills an empty PostgreSQL database with years of a centre's past, as the program would have written it.</summary>
internal static class SeedCommand
{
    public static Command Make()
    {
        var events = new Option<long>("--events")
        {
            Description = "About how many events, 1,000 to 100,000,000.",
            DefaultValueFactory = _ => 100_000,
        };
        var open = new Option<int>("--open") { Description = "Incidents that are open at the end.", DefaultValueFactory = _ => 300 };
        var units = new Option<int>("--units") { Description = "Units, all on duty.", DefaultValueFactory = _ => 300 };
        var connection = new Option<string>("--connection")
        {
            Description = "Npgsql's connection string of an empty database, with an account that may make tables.",
            Required = true,
        };
        var command = new Command("seed", "Fills an empty database with years of incidents, calls and units by the program's own rules.")
        {
            events, open, units, connection,
        };
        command.SetAction(async (parsed, _) =>
        {
            var plan = new SeedPlan(Math.Clamp(parsed.GetValue(events), 1_000, SeedPlan.MostEvents), SeedPlan.Today(TimeProvider.System))
            {
                Open = Math.Clamp(parsed.GetValue(open), 0, 1_000_000),
                Units = Math.Clamp(parsed.GetValue(units), 10, 100_000),
            };
            var done = await PostgresSeeder.FillAsync(parsed.GetValue(connection)!, plan, Console.Error.WriteLine);
            Console.WriteLine(
                $"{done.Events:N0} events, {done.Incidents:N0} incidents, {done.Seals:N0} seals since {done.Begins:yyyy-MM-dd}: "
                    + $"told and copied in {done.Told.TotalSeconds:N1} s, indexed in {done.Indexed.TotalSeconds:N1} s.");
            return 0;
        });
        return command;
    }
}
