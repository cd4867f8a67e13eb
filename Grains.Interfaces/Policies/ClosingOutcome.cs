namespace Tocsin.Policies;

/// <summary>One way in which an incident may end.</summary>
/// <param name="Word">The disposition, 1 to 100 characters, not blank; each stands once in the list.</param>
/// <param name="Valid">Whether an incident that ended so was one; false for a false report. The default is true.</param>
/// <param name="Classes">
/// The classes of category (<c>Tocsin:CategoryClasses</c>) that may end so, at most <see cref="ClosingSettings.ClassesMax"/> words of 1 to
/// 100 characters; none, the default: every class.
/// </param>
/// <param name="Needs">What the incident needs before it is closed so, each once; none, the default: nothing.</param>
[GenerateSerializer, Immutable, Alias("tocsin.ClosingOutcome")]
public sealed record ClosingOutcome(
    [property: Id(0)] string Word,
    [property: Id(1)] bool Valid,
    [property: Id(2)] IReadOnlyList<string> Classes,
    [property: Id(3)] IReadOnlyList<ClosingNeed> Needs);
