using Tocsin.Commands;
using Tocsin.Identity;
using Tocsin.Journal;

namespace Tocsin.Tests.Crash;

/// <summary>
/// Makes appends on an incident and a unit of its own, one after the other, and says of each what it did once it is acknowledged.
/// </summary>
internal static class Writer
{
    private static readonly Lock s_output = new();

    /// <summary>Makes so many appends.</summary>
    public static async Task RunAsync(IJournal journal, int appends)
    {
        var incident = new StreamId(StreamKind.Incident, Guid.NewGuid().ToString("N"));
        var unit = new StreamId(StreamKind.Unit, Guid.NewGuid().ToString("N"));
        for (var i = 0; i < appends; i++)
        {
            var command = CommandId.New();
            var result = await SettledAsync(journal, new AppendRequest(
                command,
                Actor.System,
                journal.Epoch,
                [Head(incident, i * 2), Head(unit, i)],
                [Event(incident, i), Event(unit, i), Event(incident, i)])
            {
                Key = new CommandKey(new byte[32], 200),
            });
            if (result.Outcome == AppendOutcome.Repeated)
                continue;
            if (result.Outcome != AppendOutcome.Committed)
                throw new InvalidOperationException($"An append that nobody contests was answered {result.Outcome}.");
            lock (s_output)
                Console.WriteLine($"ack {command} {result.FirstPosition} {result.LastPosition}");
        }
    }

    /// <summary>Asks until there is an answer; after one that was lost the same command is the safe thing to repeat.</summary>
    private static async Task<AppendResult> SettledAsync(IJournal journal, AppendRequest request)
    {
        while (true)
        {
            try
            {
                return await journal.AppendAsync(request);
            }
            catch (JournalUnavailableException)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(50));
            }
        }
    }

    private static StreamHead Head(StreamId stream, int expected) =>
        new(stream, expected, new BoardEntry($$"""{"id":"{{stream.Id}}","after":{{expected}}}""", 1, true, 1, 1, null, null));

    private static PendingEvent Event(StreamId stream, int number) =>
        new(
            stream,
            "NoteAdded",
            DateTimeOffset.FromUnixTimeMilliseconds(1_777_777_777_000 + number),
            $$"""{"text":"{{new string('x', number % 500)}}"}""");
}
