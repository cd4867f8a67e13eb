using System.Collections.Frozen;
using Tocsin.Json;

namespace Tocsin.Telemetry;

/// <summary>Labels of metrics. Their values are closed lists of words, made once, so that counting allocates nothing.</summary>
internal static class Label
{
    /// <summary>The words of the priorities, 1 (most urgent) to 4.</summary>
    public static readonly string[] Priorities = ["1", "2", "3", "4"];

    /// <summary>A label.</summary>
    public static KeyValuePair<string, object?> Of(string name, string word) => new(name, word);

    /// <summary>A label whose value is a word of the contract.</summary>
    public static KeyValuePair<string, object?> Of<T>(string name, T value)
        where T : struct, Enum => new(name, Vocabulary<T>.Words[value]);

    /// <summary>The label of a priority.</summary>
    public static KeyValuePair<string, object?> Priority(int priority) =>
        new("priority", Priorities[Math.Clamp(priority, 1, Priorities.Length) - 1]);

    private static class Vocabulary<T>
        where T : struct, Enum
    {
        public static readonly FrozenDictionary<T, string> Words = Enum.GetValues<T>().ToFrozenDictionary(v => v, EnumWords.Of);
    }
}
