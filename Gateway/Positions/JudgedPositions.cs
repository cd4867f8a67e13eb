namespace Tocsin.Positions;

/// <summary>What became of a batch of positions.</summary>
/// <param name="Rows">How many rows it had.</param>
internal sealed record JudgedPositions(int Rows)
{
    /// <summary>The good positions, in their order, and those that a second one made good.</summary>
    public List<PositionReport> Good { get; } = new(Rows);

    /// <summary>The outdated ones, for the tracks.</summary>
    public List<PositionReport> Outdated { get; } = [];

    /// <summary>The refused ones of registered units, the newest of each last.</summary>
    public List<RefusedReport> Refused { get; } = [];

    /// <summary>Every row that was not taken, in the order of the rows.</summary>
    public List<PositionRefusal> Rejected { get; } = [];

    /// <summary>How many rows were taken.</summary>
    public int Accepted => Rows - Rejected.Count;
}
