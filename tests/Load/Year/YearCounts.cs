namespace Tocsin.Tests.Load.Year;

/// <summary>
/// What a year has to come to: the published figures of the county that the product is built for (2023), or a share of them.
/// </summary>
/// <param name="Calls">Inbound calls.</param>
/// <param name="Incidents">Valid incidents.</param>
/// <param name="HelpCompleted">Requests for help 群众求助, all of them completed.</param>
/// <param name="DisputesResolved">Disputes 矛盾纠纷 followed to their resolution.</param>
/// <param name="DisputesOpen">
/// Disputes that the end of the year finds unresolved. Not published: a year without one would leave that figure unproved.
/// </param>
/// <param name="Suspects">Suspects caught: <c>arrests</c>.</param>
/// <param name="Fugitives">Fugitives caught: <c>fugitives</c>.</param>
/// <param name="Drills">Exercises, a month each. They and their calls stand in no report, and so in none of the other figures.</param>
public sealed record YearCounts(
    int Calls, int Incidents, int HelpCompleted, int DisputesResolved, int DisputesOpen, int Suspects, int Fugitives, int Drills)
{
    /// <summary>The smallest share: below it some figures are zero.</summary>
    public const double LeastShare = 0.001;

    /// <summary>The whole year.</summary>
    public static YearCounts Whole { get; } = new(67_077, 17_643, 14_326, 1_265, 12, 116, 27, 12);

    /// <summary>Incidents that are neither.</summary>
    public int Others => Incidents - HelpCompleted - DisputesResolved - DisputesOpen;

    /// <summary>A share of the year; nothing that a year has is left out altogether.</summary>
    public static YearCounts Of(double share)
    {
        int Part(int whole) => Math.Max(1, (int)Math.Round(whole * share, MidpointRounding.AwayFromZero));
        var (help, resolved, open) = (Part(Whole.HelpCompleted), Part(Whole.DisputesResolved), Part(Whole.DisputesOpen));
        return new YearCounts(
            Part(Whole.Calls),
            help + resolved + open + Part(Whole.Others),
            help,
            resolved,
            open,
            Part(Whole.Suspects),
            Part(Whole.Fugitives),
            Part(Whole.Drills));
    }
}
