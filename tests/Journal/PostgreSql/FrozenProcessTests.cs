using System.Globalization;
using Tocsin.Identity;
using Tocsin.Journal;
using Tocsin.Tests.Journal.Conformance;
using Tocsin.Tests.Journal.Sqlite;
using Tocsin.Tests.Support.Postgres;

namespace Tocsin.Tests.Journal.PostgreSql;

/// <summary>A process that appends is frozen (SIGSTOP) or killed (SIGKILL) under full load, at whatever it is doing.</summary>
public sealed class FrozenProcessTests(PostgresFixture postgres)
{
    private static readonly TimeSpan OthersLimit = TimeSpan.FromSeconds(3);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nobody_waits_for_a_frozen_process_and_it_goes_on_when_it_thaws()
    {
        var connection = await postgres.NewDatabaseAsync();
        await using var other = await Opened.AsyncOn(connection);
        using var process = CrashProcess.Start(connection, writers: 64);
        await process.Opened.WaitAsync(TimeSpan.FromSeconds(60), Cancellation);
        var pid = process.Id.ToString(CultureInfo.InvariantCulture);
        for (var round = 0; round < 25; round++)
        {
            await Task.Delay(30 + (round * 37 % 60), Cancellation);
            await PostgresServer.RunAsync("kill", "-s", "STOP", pid);
            try
            {
                for (var i = 0; i < 3; i++)
                {
                    var append = other.Journal.AppendAsync(
                        new Draft(other.Journal.Epoch).Event(new StreamId(StreamKind.Unit, $"other-{round}-{i}"), 0).Build(),
                        Cancellation).AsTask();
                    Assert.Equal(AppendOutcome.Committed, (await append.WaitAsync(OthersLimit, Cancellation)).Outcome);
                }
            }
            finally
            {
                await PostgresServer.RunAsync("kill", "-s", "CONT", pid);
            }
        }

        var before = process.Lines.Count;
        await Task.Delay(TimeSpan.FromSeconds(2), Cancellation);
        Assert.True(process.Lines.Count > before, "it did not go on");
        await process.KillAsync();
        await AuditAsync(other.Journal, process.Lines);
    }

    [Fact]
    public async Task Whatever_was_acknowledged_before_a_kill_is_there_once()
    {
        var connection = await postgres.NewDatabaseAsync();
        await using var other = await Opened.AsyncOn(connection);
        var lines = new List<string>();
        for (var round = 0; round < 4; round++)
        {
            using var process = CrashProcess.Start(connection, writers: 64);
            await process.Opened.WaitAsync(TimeSpan.FromSeconds(60), Cancellation);
            while (process.Lines.Count < 50)
                await Task.Delay(5, Cancellation);
            await Task.Delay(round * 17, Cancellation);
            await process.KillAsync();
            lines.AddRange(process.Lines);
        }

        await AuditAsync(other.Journal, lines);
    }

    private static async Task AuditAsync(IJournal journal, IEnumerable<string> lines)
    {
        var events = await Whole.JournalAsync(journal, Cancellation);
        Whole.Check(events);
        var appends = events.GroupBy(e => e.CommandId).ToDictionary(g => g.Key, g => g.ToList());
        var acknowledged = lines.Select(l => l.Split(' ')).Where(w => w is ["ack", _, _, _]).ToList();
        Assert.NotEmpty(acknowledged);
        foreach (var words in acknowledged)
        {
            var append = appends[new CommandId(Guid.Parse(words[1]))];
            Assert.Equal((3, words[2], words[3]), (append.Count, append[0].Position.ToString(), append[^1].Position.ToString()));
        }
    }
}
