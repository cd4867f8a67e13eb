namespace Tocsin.Positions;

/// <summary>Counts what this silo heard beside the journal, so that a gateway can ask for what came since.</summary>
internal sealed class LiveCounter
{
    private long _count;

    /// <summary>Which run of which silo counts: another run begins anew.</summary>
    public string Silo { get; } = Guid.NewGuid().ToString("n");

    /// <summary>The last number that was given.</summary>
    public long Count => Interlocked.Read(ref _count);

    /// <summary>The next number.</summary>
    public long Next() => Interlocked.Increment(ref _count);
}
