using Tocsin.Identity;

namespace Tocsin.Recommending;

/// <summary>What became of one need.</summary>
/// <param name="Need">The need.</param>
/// <param name="Present">Units that are on the incident already and count for it.</param>
/// <param name="Units">Those worth sending, in order of rank.</param>
/// <param name="Next">The next best.</param>
/// <param name="Missing">How many cannot be found.</param>
/// <param name="Why">Why.</param>
internal sealed record NeedResult(
    Need Need,
    IReadOnlyList<UnitId> Present,
    IReadOnlyList<RecommendationView> Units,
    IReadOnlyList<RecommendationView> Next,
    int Missing,
    IReadOnlyList<Reason> Why)
{
    /// <summary>As the contract shows it.</summary>
    public PlanNeedView ToView() => new(
        Need.Name, Need.Kinds, Need.Capabilities, Need.Count, Present, Units, Next, Missing,
        Why.Count == 0 ? null : string.Join("; ", Why.Select(w => w.Text)),
        Why);
}
