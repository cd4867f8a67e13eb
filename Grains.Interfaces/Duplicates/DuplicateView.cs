using Tocsin.Identity;
using Tocsin.Places;

namespace Tocsin.Duplicates;

/// <summary>An open incident that may be what a caller tells of.</summary>
/// <param name="IncidentId">The incident.</param>
/// <param name="Score">0 to 1, two digits: how likely; see decision 0018.</param>
/// <param name="Reasons">Why, in words.</param>
/// <param name="Why">The same, for programs.</param>
/// <param name="Number">What people say aloud.</param>
/// <param name="Category">Its category.</param>
/// <param name="Priority">Its priority.</param>
/// <param name="Location">Where it is.</param>
/// <param name="ReceivedAt">When it was received.</param>
/// <param name="CallCount">How many calls are joined to it.</param>
public sealed record DuplicateView(
    IncidentId IncidentId,
    double Score,
    IReadOnlyList<string> Reasons,
    IReadOnlyList<DuplicateReason> Why,
    string Number,
    string Category,
    int Priority,
    Location? Location,
    DateTimeOffset ReceivedAt,
    int CallCount);
