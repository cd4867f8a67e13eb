using System.Text.RegularExpressions;

namespace Tocsin.Tests.Tidy;

/// <summary>A C# file as far as the graph of rooms needs it: what it declares, and which names it uses.</summary>
internal sealed partial class SourceFile
{
    private readonly HashSet<string> _usings;

    public SourceFile(string path, string text)
    {
        Path = path;
        Room = path[..path.IndexOf('/', StringComparison.Ordinal)];
        var code = CommentOrText().Replace(text, " ");
        Namespace = NamespaceLine().Match(code).Groups["name"].Value;
        _usings = [.. Using().Matches(code).Select(m => m.Groups["name"].Value)];
        Types = [.. Declaration().Matches(code).Select(m => m.Groups["name"].Value).Distinct()];
        Extensions = [.. Extension().Matches(code).Select(m => m.Groups["name"].Value).Distinct()];
        var body = Using().Replace(NamespaceLine().Replace(code, " "), " ");
        Names = [.. Chain().Matches(body).SelectMany(m => Parts(m.Value)).Distinct()];
        Calls = [.. Call().Matches(body).Select(m => m.Groups["name"].Value).Distinct()];
    }

    public string Path { get; }

    /// <summary>The folder of the project in which it is.</summary>
    public string Room { get; }

    public string Namespace { get; }

    /// <summary>The types that it declares, nested ones included.</summary>
    public IReadOnlyList<string> Types { get; }

    /// <summary>The extension methods that it declares.</summary>
    public IReadOnlyList<string> Extensions { get; }

    /// <summary>
    /// Every name that could be a type's, with what is before its dot: of <c>A.B</c> both <c>A</c>, and <c>B</c> after <c>A</c>.
    /// </summary>
    public IReadOnlyList<(string Qualifier, string Name)> Names { get; }

    /// <summary>Every method that is called on something.</summary>
    public IReadOnlyList<string> Calls { get; }

    /// <summary>Whether a name of that namespace can be written in this file, with this qualifier or without.</summary>
    public bool Sees(string space, string qualifier) => qualifier.Length > 0
        ? space == qualifier || space.EndsWith("." + qualifier, StringComparison.Ordinal)
        : space == Namespace || _usings.Contains(space) || Namespace.StartsWith(space + ".", StringComparison.Ordinal);

    private static IEnumerable<(string Qualifier, string Name)> Parts(string chain)
    {
        var parts = chain.Split('.');
        return parts.Select((name, i) => (string.Join('.', parts[..i]), name));
    }

    // What is inside the braces of an interpolated text is dropped with it: that hides a name at worst.
    [GeneratedRegex("""(?s)//[^\n]*|/\*.*?\*/|\$*"{3,}.*?"{3,}|@"(?:[^"]|"")*"|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])+'""")]
    private static partial Regex CommentOrText();

    [GeneratedRegex(@"(?m)^namespace (?<name>[\w.]+);")]
    private static partial Regex NamespaceLine();

    [GeneratedRegex(@"(?m)^(?:global )?using (?:static )?(?:\w+ = )?(?<name>[\w.]+);")]
    private static partial Regex Using();

    [GeneratedRegex(@"(?m)^\s*(?:(?:public|internal|private|protected|static|sealed|abstract|readonly|partial|ref|file|unsafe) )*"
        + @"(?:class|record struct|record class|record|struct|interface|enum|delegate [\w<>?,\[\] ]+) (?<name>[A-Z]\w*)")]
    private static partial Regex Declaration();

    [GeneratedRegex(@" (?<name>[A-Z]\w*)(?:<[^>()]*>)?\(\s*this ")]
    private static partial Regex Extension();

    // Not a member of something, and not the target of an assignment: a property may be called as a type is.
    [GeneratedRegex(@"(?<![\w.])[A-Z]\w*(?:\.[A-Z]\w*)*\b(?!\s*=[^=>])")]
    private static partial Regex Chain();

    [GeneratedRegex(@"\.(?<name>[A-Z]\w*)(?=[<(])")]
    private static partial Regex Call();
}
