using System.Collections.Concurrent;
using System.Text.Json;
using Tocsin.Tests.Faults.Measuring;
using Tocsin.Tests.Load.Http;
using Tocsin.Tests.Load.Ledgers;
using Tocsin.Tests.Load.Stories;

namespace Tocsin.Tests.Faults.Driving;

/// <summary>What became of every command of a drive.</summary>
public sealed class Books
{
    private const int FailuresKept = 50;
    private readonly ConcurrentQueue<LedgerEntry> _ledger = new();
    private readonly ConcurrentQueue<string> _failures = new();
    private readonly ConcurrentDictionary<string, int> _refused = new();
    private int _failed;
    private int _heldBack;
    private int _acknowledged;
    private int _unavailable;
    private int _reads;

    /// <summary>When which incident was answered.</summary>
    public AnswerBook Answers { get; } = new(DriveLimits.Incidents);

    /// <summary>Commands that were answered as done, or of which it is not known, and the events that they must have left.</summary>
    public IReadOnlyList<LedgerEntry> Ledger => [.. _ledger];

    /// <summary>Commands that were answered as done.</summary>
    public int Acknowledged => _acknowledged;

    /// <summary>Reads that were answered.</summary>
    public int Reads => _reads;

    /// <summary>Commands and reads that nobody answered in time.</summary>
    public int Failed => _failed;

    /// <summary>The first of them, and how they ended.</summary>
    public IReadOnlyList<string> Failures => [.. _failures];

    /// <summary>Tries that were answered 503 <c>unavailable</c>.</summary>
    public int Unavailable => _unavailable;

    /// <summary>Commands that were not sent because too many before them were unanswered.</summary>
    public int HeldBack => _heldBack;

    /// <summary>Commands and tries that were answered as none should be, by what and how.</summary>
    public IReadOnlyDictionary<string, int> Refused => _refused;

    /// <summary>Enters the answer to one try.</summary>
    public void EnterTry(Reply reply)
    {
        ArgumentNullException.ThrowIfNull(reply);
        if (reply is { Status: 503, Code: "unavailable" })
            Interlocked.Increment(ref _unavailable);
        else if (reply.Status >= 500)
            _refused.AddOrUpdate($"a try: {reply.Status} {reply.Code}", 1, (_, count) => count + 1);
    }

    /// <summary>Enters a command's last answer.</summary>
    public void Enter(Deed deed, string key, Reply reply)
    {
        ArgumentNullException.ThrowIfNull(deed);
        ArgumentNullException.ThrowIfNull(reply);
        if (reply.Ok)
        {
            var thing = reply.Read<JsonElement>();
            var (version, id) = (thing.GetProperty("version").GetInt32(), thing.GetProperty("id").GetString()!);
            _ledger.Enqueue(new LedgerEntry(key, deed.Path, deed.OccurredAt, true, version, deed.Claims(id)));
            Interlocked.Increment(ref _acknowledged);
        }
        else if (reply.Settled)
        {
            _refused.AddOrUpdate($"{deed.Name}: {reply.Status} {reply.Code}", 1, (_, count) => count + 1);
        }
        else
        {
            // Of what it would have made the id is not known: only what it did to things that are there can be looked for.
            if (Interlocked.Increment(ref _failed) <= FailuresKept)
            {
                _failures.Enqueue($"{deed.Name} {deed.Path} ({key}): at last {reply.Status} {reply.Code} after {reply.Tries} tries, "
                    + $"{deed.OccurredAt:HH:mm:ss.fff} to {DateTimeOffset.UtcNow:HH:mm:ss.fff}");
            }

            var claims = deed.Claims("?").Where(c => !c.Stream.EndsWith("/?", StringComparison.Ordinal));
            _ledger.Enqueue(new LedgerEntry(key, deed.Path, deed.OccurredAt, false, 0, [.. claims]));
        }
    }

    /// <summary>Enters a read's last answer.</summary>
    public void EnterRead(string path, Reply reply)
    {
        ArgumentNullException.ThrowIfNull(reply);
        if (reply.Ok)
            Interlocked.Increment(ref _reads);
        else if (reply.Settled)
            _refused.AddOrUpdate($"GET {path}: {reply.Status} {reply.Code}", 1, (_, count) => count + 1);
        else if (Interlocked.Increment(ref _failed) <= FailuresKept)
            _failures.Enqueue($"GET {path}: at last {reply.Status} {reply.Code} after {reply.Tries} tries");
    }

    /// <summary>Enters a command that was not sent.</summary>
    public void EnterHeldBack() => Interlocked.Increment(ref _heldBack);
}
