using Microsoft.Extensions.Logging.Abstractions;
using Tocsin.Identity;
using Tocsin.Journal;
using Tocsin.Journal.PostgreSql;
using Tocsin.Journal.Timekeeping;
using Tocsin.Journal.Writing;
using Tocsin.Tests.Journal.Conformance;

namespace Tocsin.Tests.Journal.Timekeeping;

/// <summary>
/// Silos whose clocks are wrong, and jump, on one PostgreSQL: what is recorded bears the database's time, and never falls.
/// </summary>
public sealed class SteppingClockTests(PostgresFixture postgres)
{
    private static readonly TimeSpan Near = TimeSpan.FromSeconds(30);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_time_of_recording_is_the_databases_whatever_the_silos_clocks_show()
    {
        var connection = await postgres.NewDatabaseAsync();
        OffsetClock[] clocks = [new() { Offset = TimeSpan.FromHours(1) }, new() { Offset = TimeSpan.FromHours(-1) }, new()];
        using var metrics = new JournalMetrics();
        var silos = new List<PostgresJournal>();
        try
        {
            foreach (var clock in clocks)
            {
                silos.Add(await PostgresJournal.OpenAsync(
                    connection, new JournalOptions(), clock, metrics, NullLoggerFactory.Instance, Cancellation));
            }

            for (var i = 0; i < 60; i++)
            {
                // Each clock jumps, forth and back, while the others write.
                clocks[i % clocks.Length].Offset = TimeSpan.FromMinutes((i * 37 % 120) - 60);
                var draft = new Draft(silos[i % silos.Count].Epoch).Event(new StreamId(StreamKind.Unit, $"u{i}"), 0);
                Assert.Equal(AppendOutcome.Committed, (await silos[i % silos.Count].AppendAsync(draft.Build(), Cancellation)).Outcome);
            }

            var events = await silos[0].ReadAsync(JournalPosition.Start, 100, Cancellation);
            Assert.Equal(60, events.Count);
            Assert.Equal(events.Select(e => e.RecordedAt).Order(), events.Select(e => e.RecordedAt));
            Assert.All(events, e => Assert.InRange(e.RecordedAt, DateTimeOffset.UtcNow - Near, DateTimeOffset.UtcNow + Near));
        }
        finally
        {
            foreach (var silo in silos)
                await silo.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_silo_knows_how_far_its_clock_is_off_the_databases()
    {
        var clock = new OffsetClock { Offset = TimeSpan.FromHours(1) };
        using var journalMetrics = new JournalMetrics();
        using var metrics = new ClockMetrics();
        var said = new SaidLines<ClockComparison>();
        await using var journal = await PostgresJournal.OpenAsync(
            await postgres.NewDatabaseAsync(), new JournalOptions(), clock, journalMetrics, NullLoggerFactory.Instance, Cancellation);
        using var comparison = new ClockComparison(journal.Clock, clock, metrics, said);

        Assert.InRange(await comparison.CompareAsync(Cancellation), TimeSpan.FromHours(1) - Near, TimeSpan.FromHours(1) + Near);
        clock.Offset = TimeSpan.Zero;
        Assert.InRange(await comparison.CompareAsync(Cancellation), -Near, Near);
        Assert.Equal([2601, 2602], said.Ids);
    }
}
