namespace Tocsin.Identity;

/// <summary>The word by which the names of a kind's streams begin, and where the kind stands in the order of gates.</summary>
/// <param name="word">The word, 1 to 40 ASCII letters; stored, so it never changes.</param>
/// <param name="gate">
/// Gates are taken by rising number, then by id, everywhere: so no two commands wait for each other. 0 is taken first. Two kinds may share
/// a number.
/// </param>
[AttributeUsage(AttributeTargets.Field)]
public sealed class StreamWordAttribute(string word, int gate) : Attribute
{
    /// <summary>The word of the kind, e.g. <c>incident</c>.</summary>
    public string Word { get; } = word;

    /// <summary>The place in the order of gates, 0 or more.</summary>
    public int Gate { get; } = gate;
}
