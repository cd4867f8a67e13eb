namespace Tocsin.Tests.Load.Http;

/// <summary>The last answer to a request, after all its tries.</summary>
/// <param name="Status">The HTTP status; 0 when no try was answered.</param>
/// <param name="Code">The problem's code, <see cref="Reply.Unreachable"/> when nothing answered; null when it was done.</param>
/// <param name="Words">What was asked for of its body.</param>
/// <param name="Tries">How often it was sent.</param>
/// <param name="Took">From the first byte sent to the last byte read, all tries together.</param>
public readonly record struct Answer(int Status, string? Code, IReadOnlyList<string> Words, int Tries, TimeSpan Took)
{
    /// <summary>Whether the server said that it had done this before.</summary>
    public bool Replayed { get; init; }

    /// <summary>Whether it was done.</summary>
    public bool Ok => Status is >= 200 and < 300;

    /// <summary>The one word that was asked for.</summary>
    /// <exception cref="FormatException">The answer does not have it.</exception>
    public string Word => Words.Count > 0 ? Words[0] : throw new FormatException("The answer lacks what was asked for.");
}
