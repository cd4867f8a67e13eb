namespace Tocsin.Tests.Load.Results;

/// <summary>A step of a run.</summary>
/// <param name="At">Its end, in seconds of the run.</param>
/// <param name="Calls">Calls a second.</param>
/// <param name="Commands">Commands answered a second.</param>
/// <param name="Errors">Requests that failed in it.</param>
/// <param name="P50">Of the commands, in ms, from when they were meant to be sent.</param>
/// <param name="P99">Likewise.</param>
/// <param name="Max">Likewise.</param>
/// <param name="UnderWay">Stories under way at its end.</param>
/// <param name="OwnLag">The latest that this program sent something, in ms.</param>
/// <param name="FeedP50">Feed lag, in ms; 0 where nothing was told.</param>
/// <param name="FeedP99">Likewise.</param>
/// <param name="Positions">Positions accepted a second.</param>
/// <param name="Cpu">Processor time a second of this program, then of each watched process; 1 is one processor.</param>
public sealed record LoadSample(
    double At, double Calls, double Commands, int Errors, double P50, double P99, double Max, int UnderWay, double OwnLag, double FeedP50,
    double FeedP99, double Positions, IReadOnlyList<double> Cpu)
{
    /// <summary>Commands and questions a second whose moment to be sent came.</summary>
    public double Asked { get; init; }

    /// <summary>Commands and questions answered a second.</summary>
    public double Reached { get; init; }

    /// <summary>Memory of this program, then of each watched process, in bytes.</summary>
    public IReadOnlyList<long> Resident { get; init; } = [];
}
