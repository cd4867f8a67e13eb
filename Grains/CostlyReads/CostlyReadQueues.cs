namespace Tocsin.CostlyReads;

/// <summary>The queues of costly reads on this silo: reports never wait for past boards, nor these for them.</summary>
internal sealed class CostlyReadQueues(CostlyReadMetrics metrics) : IDisposable
{
    /// <summary>That of past boards.</summary>
    public CostlyReadQueue PastBoards { get; } = new("pastBoard", metrics);

    /// <summary>That of reports.</summary>
    public CostlyReadQueue Reports { get; } = new("report", metrics);

    /// <inheritdoc/>
    public void Dispose()
    {
        PastBoards.Dispose();
        Reports.Dispose();
    }
}
