using Npgsql;
using Tocsin.Identity;
using Tocsin.Journal;
using Tocsin.Journal.PostgreSql;
using Tocsin.Tests.Journal.Conformance;
using Tocsin.Tests.Support.Network;

namespace Tocsin.Tests.Journal.PostgreSql;

/// <summary>
/// A silo freezes after this many bytes of its append (or of the answer), and its connection stays open: the server sees no more than that.
/// No other silo may wait for it, and what it had sent is done whole or not at all.
/// </summary>
public sealed class FrozenMessageTests(PostgresFixture postgres)
{
    /// <summary>How long the others' appends may take; the lock of a frozen silo would be held for ever.</summary>
    private static readonly TimeSpan OthersLimit = TimeSpan.FromSeconds(3);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_other_silo_waits_wherever_in_its_message_a_silo_freezes()
    {
        var connection = await postgres.NewDatabaseAsync();
        await using var other = await Opened.AsyncOn(connection);
        var (message, _) = await MeasureAsync(connection);

        // Evenly through the message, and each byte of its end, where its last parts (execute, sync) are.
        int[] points = [.. Enumerable.Range(0, 16).Select(i => i * message / 16), .. Enumerable.Range(message - 24, 24)];
        foreach (var bytes in points)
            await FreezeAsync(connection, other.Journal, $"s{bytes:D8}", proxy => proxy.FreezeAfterSent(bytes));
    }

    [Fact]
    public async Task No_other_silo_waits_wherever_in_its_answer_a_silo_freezes()
    {
        var connection = await postgres.NewDatabaseAsync();
        await using var other = await Opened.AsyncOn(connection);
        var (_, answer) = await MeasureAsync(connection);
        foreach (var bytes in Enumerable.Range(0, 16).Select(i => i * answer / 16))
            await FreezeAsync(connection, other.Journal, $"r{bytes:D8}", proxy => proxy.FreezeAfterReceived(bytes));
    }

    /// <summary>How many bytes the append below sends, and how many come back.</summary>
    private static async Task<(int Message, int Answer)> MeasureAsync(string connection)
    {
        var stream = new StreamId(StreamKind.Unit, "victim-measured0");
        using var proxy = Through(ref connection);
        await using var victim = await Opened.AsyncOn(connection);
        await victim.Journal.AppendAsync(First(victim.Journal.Epoch, stream), Cancellation);
        var before = (proxy.Sent, proxy.Received);
        await victim.Journal.AppendAsync(Second(victim.Journal.Epoch, stream), Cancellation);
        return ((int)(proxy.Sent - before.Sent), (int)(proxy.Received - before.Received));
    }

    /// <summary>Freezes a silo in the middle of its second append.</summary>
    private static async Task FreezeAsync(string connection, PostgresJournal other, string name, Action<FreezingProxy> arm)
    {
        var stream = new StreamId(StreamKind.Unit, "victim-" + name);
        using (var proxy = Through(ref connection))
        {
            await using var victim = await Opened.AsyncOn(connection);
            await victim.Journal.AppendAsync(First(other.Epoch, stream), Cancellation);
            arm(proxy);
            var append = victim.Journal.AppendAsync(Second(other.Epoch, stream), Cancellation).AsTask();
            await proxy.Frozen.WaitAsync(TimeSpan.FromSeconds(5), Cancellation);
            for (var i = 0; i < 3; i++)
            {
                var theirs = other
                    .AppendAsync(First(other.Epoch, new StreamId(StreamKind.Unit, $"other-{name}-{i}")), Cancellation)
                    .AsTask();
                Assert.Equal(AppendOutcome.Committed, (await theirs.WaitAsync(OthersLimit, Cancellation)).Outcome);
            }

            proxy.Dispose();
            await Assert.ThrowsAsync<JournalUnavailableException>(() => append);
        }

        Assert.Contains((await other.ReadStreamAsync(stream, 0, 10, Cancellation)).Count, (int[])[1, 3]);
    }

    private static FreezingProxy Through(ref string connection)
    {
        var to = new NpgsqlConnectionStringBuilder(connection);
        var proxy = new FreezingProxy(to.Port);
        to.Port = proxy.Port;
        connection = to.ConnectionString;
        return proxy;
    }

    private static AppendRequest First(Epoch epoch, StreamId stream) => new Draft(epoch).Event(stream, 0).Build();

    private static AppendRequest Second(Epoch epoch, StreamId stream) => new Draft(epoch).Event(stream, 1).Event(stream, 1).Build();
}
