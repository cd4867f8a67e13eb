using Tocsin.Tests.Load.Measuring;

namespace Tocsin.Tests.Load.Results;

/// <summary>What the consoles on the feed saw.</summary>
/// <param name="Consoles">How many there were.</param>
/// <param name="Events">Events told, of all of them.</param>
/// <param name="Bytes">Bytes read, of all of them.</param>
/// <param name="Missed">Events that one of them was not told.</param>
/// <param name="Repeated">Events that one was told twice.</param>
/// <param name="OutOfOrder">Events of a stream that came not with its next version.</param>
/// <param name="Broken">Frames that are not what the contract says.</param>
/// <param name="Behind">Consoles that had not heard of everything in the end.</param>
/// <param name="Cuts">Connections that ended before the end; what comes after one is judged as all else.</param>
/// <param name="Resets">How often one was told to take the board anew.</param>
/// <param name="Lag">From the commit until it was read, of a sample.</param>
public sealed record FeedFigures(
    int Consoles, long Events, long Bytes, long Missed, long Repeated, long OutOfOrder, long Broken, int Behind, int Cuts, int Resets,
    LatencyFigures Lag)
{
    /// <summary>How much is wrong with what they were told.</summary>
    public long Faults => Missed + Repeated + OutOfOrder + Broken + Behind + Resets;
}
