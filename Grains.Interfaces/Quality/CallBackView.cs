using Tocsin.Directives;

namespace Tocsin.Quality;

/// <summary>A call-back 回访: somebody asked the caller of a closed incident, or tried to.</summary>
/// <param name="N">Its number in the incident, 1 to 50.</param>
/// <param name="Way">How the caller was asked.</param>
/// <param name="Reached">Whether the caller was reached; false: it was a try.</param>
/// <param name="Satisfaction">What the caller thinks of what was done; null where he was not reached, or did not say.</param>
/// <param name="About">What the answer is about, each once; may be empty.</param>
/// <param name="Note">A note of 1 to 500 characters; null where there is none, and once it was erased.</param>
/// <param name="By">The subject (<c>sub</c>) of the token of who asked.</param>
/// <param name="At">When that was, UTC.</param>
/// <param name="DirectiveId">The directive <c>rectify</c> that was issued with it; null where the caller was not dissatisfied.</param>
[GenerateSerializer, Immutable, Alias("tocsin.CallBackView")]
public sealed record CallBackView(
    [property: Id(0)] int N,
    [property: Id(1)] CallBackWay Way,
    [property: Id(2)] bool Reached,
    [property: Id(3)] Satisfaction? Satisfaction,
    [property: Id(4)] IReadOnlyList<CallBackTopic> About,
    [property: Id(5)] string? Note,
    [property: Id(6)] string By,
    [property: Id(7)] DateTimeOffset At,
    [property: Id(8)] DirectiveId? DirectiveId);
