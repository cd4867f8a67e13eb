using System.Collections.Frozen;
using System.Reflection;

namespace Tocsin.Identity;

/// <summary>The words and gate numbers of all kinds, read once from <see cref="StreamKind"/>.</summary>
internal static class StreamWords
{
    private static readonly (StreamKind Kind, StreamWordAttribute Word)[] s_known = Registered<StreamWordAttribute>();

    private static readonly string?[] s_prefixes = Table(word => word.Word + "/", "");
    private static readonly int[] s_gates = Table(word => word.Gate, int.MaxValue);
    private static readonly FrozenDictionary<string, StreamKind> s_kinds =
        s_known.ToFrozenDictionary(k => k.Word.Word, k => k.Kind, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, StreamKind>.AlternateLookup<ReadOnlySpan<char>> s_bySpan =
        s_kinds.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>What the names of a kind's streams begin with, the slash included; empty for a kind without a word.</summary>
    public static string Prefix(StreamKind kind) => s_prefixes[(byte)kind]!;

    /// <summary>The kind's place in the order of gates; a kind without a word comes last.</summary>
    public static int Gate(StreamKind kind) => s_gates[(byte)kind];

    /// <summary>The kinds that have a section of the board, in the order of their numbers.</summary>
    public static IReadOnlyList<(StreamKind Kind, BoardSectionAttribute Section)> Sections { get; } = Registered<BoardSectionAttribute>();

    /// <summary>The kind of a word; <see cref="StreamKind.None"/> when there is none.</summary>
    public static StreamKind KindOf(ReadOnlySpan<char> word) => s_bySpan.TryGetValue(word, out var kind) ? kind : StreamKind.None;

    // By number.
    private static (StreamKind Kind, TAttribute Value)[] Registered<TAttribute>()
        where TAttribute : Attribute =>
    [
        .. Enum.GetValues<StreamKind>()
            .Order()
            .Select(kind => (kind, typeof(StreamKind).GetField(kind.ToString())!.GetCustomAttribute<TAttribute>()!))
            .Where(known => known.Item2 is not null),
    ];

    private static T[] Table<T>(Func<StreamWordAttribute, T> value, T otherwise)
    {
        var table = new T[byte.MaxValue + 1];
        Array.Fill(table, otherwise);
        foreach (var (kind, word) in s_known)
            table[(byte)kind] = value(word);
        return table;
    }
}
