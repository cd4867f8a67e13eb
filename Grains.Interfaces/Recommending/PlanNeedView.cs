using Tocsin.Identity;

namespace Tocsin.Recommending;

/// <summary>One need of a response plan, and who fills it.</summary>
/// <param name="Need">What people call it.</param>
/// <param name="Kinds">Of any of these kinds; none: of every kind.</param>
/// <param name="Capabilities">With each of these.</param>
/// <param name="Count">How many, up to the alarm that was asked for.</param>
/// <param name="Present">Those that are on the incident already and count for it.</param>
/// <param name="Units">Those worth sending, the first to arrive first.</param>
/// <param name="Next">The next best, should one of them be taken.</param>
/// <param name="Missing">How many cannot be found.</param>
/// <param name="Reason">Why so many are missing, in words; null when none is.</param>
/// <param name="Why">The same, for programs.</param>
public sealed record PlanNeedView(
    string Need,
    IReadOnlyList<string> Kinds,
    IReadOnlyList<string> Capabilities,
    int Count,
    IReadOnlyList<UnitId> Present,
    IReadOnlyList<RecommendationView> Units,
    IReadOnlyList<RecommendationView> Next,
    int Missing,
    string? Reason,
    IReadOnlyList<Reason> Why);
