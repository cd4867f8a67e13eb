using Tocsin.Journal;
using Tocsin.Journal.Sealing;

namespace Tocsin.Tests.Seeding.PostgreSql;

/// <summary>
/// Seals the past each hour, as a silo does each minute: missing minutes are nothing to the audit, and 1.5 million seals in three years
/// would be. Without any the first silo that starts would seal the whole journal at once, and the audit would tell of minutes behind no
/// seal.
/// </summary>
internal sealed class SeedSeals(TableCopy seals, byte[] key)
{
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);
    private readonly Dictionary<string, SealedHead> _moved = new(StringComparer.Ordinal);
    private Seal? _previous;
    private DateTimeOffset _next;
    private long _position;

    /// <summary>How many there are.</summary>
    public long Count { get; private set; }

    /// <summary>An event is about to be recorded: what came before is sealed, if its hour is over.</summary>
    public void Before(DateTimeOffset recordedAt)
    {
        if (recordedAt < _next)
            return;
        Seal();
        _next = new DateTimeOffset(recordedAt.UtcTicks - (recordedAt.UtcTicks % Interval.Ticks), TimeSpan.Zero) + Interval;
    }

    /// <summary>A stream has a new head.</summary>
    public void Moved(string stream, int version, byte[] hash, long position)
    {
        _moved[stream] = new SealedHead(stream, version, hash);
        _position = position;
    }

    /// <summary>Seals what is left.</summary>
    public void End(DateTimeOffset at)
    {
        _next = at;
        Seal();
    }

    private void Seal()
    {
        if (_moved.Count == 0)
            return;
        var position = new JournalPosition(_position);
        var digest = SealText.Digest(_moved.Values.OrderBy(h => h.Stream, StringComparer.Ordinal));
        var made = new Seal(_next, position, _moved.Count, digest, SealText.Hmac(key, _next, position, _moved.Count, digest, _previous));
        seals.Row().Time(made.At).Big(_position).Number(made.Count).Bytes(made.Digest).Bytes(made.Signature);
        _moved.Clear();
        _previous = made;
        Count++;
    }
}
