using System.Text.RegularExpressions;

namespace Tocsin.Tests.Tidy;

/// <summary>
/// Which public types may share a file. A public type has a file of its own, of its own name, unless the file is a page of data: sealed
/// records, record structs and enums alone. There are two sorts of page.
/// <para>A family: <c>CallEvents.cs</c> has the abstract record <c>CallEvent</c> and those that derive from it; a long one goes on in
/// <c>CallEvents.Clocks.cs</c>.</para>
/// <para>A view: <c>CallView.cs</c> has the record <c>CallView</c>.</para>
/// Beside these a page has only parts: types that one of them, or another part on the same page, names in its code.
/// </summary>
internal static partial class Page
{
    /// <summary>What is wrong with a file, a text for each fault; empty when nothing is.</summary>
    /// <param name="name">The file's name, without folder and <c>.cs</c>.</param>
    /// <param name="text">Its text.</param>
    /// <param name="first">The text of the page that it continues, for a name with a dot; else null.</param>
    public static IEnumerable<string> Faults(string name, string text, string? first = null)
    {
        var types = Types(text);
        if (types.Count == 0 || IsOfItsOwn(name, types))
            return [];

        var page = name.Split('.')[0];
        if (types.Find(t => t.Name == page) is { } view)
            return Data(types).Concat(Strangers(types, [view]));

        if (Types(first ?? text).Find(t => t.IsAbstract && t.Name + "s" == page)?.Name is not { } root)
            return [$"no type is called {page}, and no abstract record is its root"];
        return Data(types.Where(t => t.Name != root)).Concat(Strangers(types, types.Where(t => t.Name == root || t.DerivesFrom(root))));
    }

    // X<T> beside an X stands in XOf.cs.
    private static bool IsOfItsOwn(string name, List<PublicType> types) =>
        types.Count == 1 && (types[0].Name == name || types[0].Name + "Of" == name);

    private static IEnumerable<string> Data(IEnumerable<PublicType> types) =>
        types.Where(t => !t.IsData).Select(t => $"{t.Name} is no sealed record and no enum");

    /// <summary>Those that no head of the page leads to.</summary>
    private static IEnumerable<string> Strangers(List<PublicType> types, IEnumerable<PublicType> heads)
    {
        var known = heads.ToList();
        for (var i = 0; i < known.Count; i++)
            known.AddRange(types.Where(t => !known.Contains(t) && known[i].Names(t.Name)).ToList());
        return types.Except(known).Select(t => $"{t.Name} belongs to nothing on this page");
    }

    private static List<PublicType> Types(string text)
    {
        // Comments name whatever they like, and the attributes of a type stand behind the one before it.
        var code = CommentOrAttribute().Replace(text, "");
        var found = Declaration().Matches(code);
        return [.. found.Select((m, i) => new PublicType(
            m.Groups["name"].Value,
            m.Groups["modifiers"].Value,
            m.Groups["sort"].Value,
            code[m.Index..(i + 1 < found.Count ? found[i + 1].Index : code.Length)]))];
    }

    [GeneratedRegex(@"^ *//[^\n]*\n|^\[[^\n]*\n", RegexOptions.Multiline)]
    private static partial Regex CommentOrAttribute();

    [GeneratedRegex(
        @"^public (?<modifiers>(?:static |sealed |abstract |readonly |partial |ref |unsafe )*)" +
        @"(?<sort>class|record struct|record|struct|interface|enum) (?<name>\w+)",
        RegexOptions.Multiline)]
    private static partial Regex Declaration();

    private sealed record PublicType(string Name, string Modifiers, string Sort, string Code)
    {
        public bool IsAbstract => Sort == "record" && Modifiers.Contains("abstract", StringComparison.Ordinal);

        public bool IsData =>
            Sort is "record struct" or "enum" || (Sort == "record" && Modifiers.Contains("sealed", StringComparison.Ordinal));

        public bool DerivesFrom(string root) => Regex.IsMatch(Code, $@": {root}(?:;|,|\n\{{)");

        public bool Names(string type) => Regex.IsMatch(Code, $@"\b{type}\b");
    }
}
