using Tocsin.Directives;
using Tocsin.Erasing;
using Tocsin.Quality;

namespace Tocsin.Incidents;

// After the closure

/// <summary>The caller was asked 回访, or somebody tried.</summary>
/// <param name="N">Its number in the incident, 1 to 50.</param>
/// <param name="Way">How the caller was asked.</param>
/// <param name="Reached">Whether he was reached.</param>
/// <param name="Satisfaction">What he thinks of what was done, or null.</param>
/// <param name="About">What the answer is about.</param>
/// <param name="Note">A note of 1 to 500 characters, or null.</param>
/// <param name="By">The subject (<c>sub</c>) of the token of who asked.</param>
/// <param name="DirectiveId">The directive that was issued with it, or null.</param>
public sealed record CallBackMade(
    int N,
    CallBackWay Way,
    bool Reached,
    Satisfaction? Satisfaction,
    IReadOnlyList<CallBackTopic> About,
    [property: Erasable(ErasureField.Notes)] string? Note,
    string By,
    DirectiveId? DirectiveId) : IncidentEvent;

/// <summary>The record of the incident was reviewed 质检.</summary>
/// <param name="N">Its number in the incident, 1 to 50.</param>
/// <param name="Review">What the reviewer said of it.</param>
public sealed record ReviewMade(int N, ReviewFacts Review) : IncidentEvent;
