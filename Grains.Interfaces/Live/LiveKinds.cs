using System.Globalization;
using Tocsin.Identity;

namespace Tocsin.Live;

/// <summary>The kinds of streams that a gateway reads, as text: their numbers, with commas between them.</summary>
public static class LiveKinds
{
    /// <summary>
    /// Those of a gateway that does not say: the program as it was before gateways said it (commit 6c233d3). It never changes.
    /// </summary>
    public const string Baseline = "1,2,3,4,5,6,7";

    /// <summary>Those of this program.</summary>
    public static string Own { get; } = string.Join(
        ',',
        Enum.GetValues<StreamKind>()
            .Where(k => new StreamId(k, "").IsKnown)
            .Select(k => ((byte)k).ToString(CultureInfo.InvariantCulture)));

    /// <summary>
    /// Whether a reader of these kinds reads a stream. A stream of a kind that the sender does not know is named to every reader.
    /// </summary>
    /// <param name="kinds">As <see cref="Own"/>; null: <see cref="Baseline"/>.</param>
    /// <param name="kind">The stream's kind.</param>
    public static bool Has(string? kinds, StreamKind kind) =>
        (kinds ?? Baseline).Split(',').Contains(((byte)kind).ToString(CultureInfo.InvariantCulture));
}
