using System.Diagnostics.Metrics;

namespace Tocsin.Positions;

/// <summary>The metrics of positions.</summary>
internal sealed class PositionMetrics
{
    /// <summary>The meter's name.</summary>
    public const string MeterName = "Tocsin.Positions";

    private readonly Counter<long> _rejected;

    public PositionMetrics(IMeterFactory meters)
    {
        _rejected = meters.Create(MeterName).CreateCounter<long>(
            "tocsin.positions.rejected", "{row}", "Rows of positions that were not taken, by their code.");

        // A series that is there from the start shows its first increase.
        foreach (var code in PositionCodes.All)
            _rejected.Add(0, new KeyValuePair<string, object?>("code", code));
    }

    /// <summary>Counts a row that was not taken.</summary>
    /// <param name="code">One of <see cref="PositionCodes"/>.</param>
    public void Rejected(string code) => _rejected.Add(1, new KeyValuePair<string, object?>("code", code));
}
