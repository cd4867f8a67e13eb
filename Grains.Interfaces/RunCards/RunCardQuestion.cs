namespace Tocsin.RunCards;

/// <summary>A question that the call-taker puts to the caller.</summary>
/// <param name="Text">1 to 200 characters.</param>
/// <param name="Answers">The usual answers, to be picked; at most <see cref="MaxAnswers"/>, each 1 to 100 characters. None: free words.</param>
[GenerateSerializer, Immutable, Alias("tocsin.RunCardQuestion")]
public sealed record RunCardQuestion([property: Id(0)] string Text, [property: Id(1)] IReadOnlyList<string> Answers)
{
    /// <summary>The most answers of a question.</summary>
    public const int MaxAnswers = 10;

    /// <summary>The longest question, in characters.</summary>
    public const int MaxLength = 200;
}
