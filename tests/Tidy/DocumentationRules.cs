using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Tocsin.Tests.Tidy;

/// <summary>The documentation of the contract says something: shape, unit, range, default, errors.</summary>
public sealed partial class DocumentationRules
{
    /// <summary>A text of fewer words says nothing that the name does not.</summary>
    private const int WordsMin = 3;

    /// <summary>Texts that are long enough and still say nothing.</summary>
    private static readonly FrozenSet<string> Empty = FrozenSet.ToFrozenSet(
        [
            "what it is", "what it was", "what it does", "what it says", "what it contains", "what it is called", "what it is about",
            "what they are", "how it is", "how it was", "how it ended", "how many there are", "how many of them", "how far it is",
            "where it is", "where it was", "when it is", "when it was", "when it happened", "who it is", "who did it", "whose it is",
            "which it is", "which one it is", "why it is", "why it was", "as what it is", "the name of it", "the id of it",
            "the other one of them", "one of them", "all of them", "the same thing", "the same as above", "the value of it",
            "gets or sets it", "see the other one",
        ],
        StringComparer.OrdinalIgnoreCase);

    [Fact]
    public void Every_text_of_the_contract_says_something() => Assert.Empty(Repository.Sources("Grains.Interfaces")
        .SelectMany(file => Faults(Repository.Read(file)).Select(fault => $"{file}:{fault}")));

    [Theory]
    [InlineData("/// <param name=\"At\">When.</param>")]
    [InlineData("/// <summary>The incident.</summary>")]
    [InlineData("/// <summary>\n/// As\n/// what.\n/// </summary>")]
    [InlineData("/// <param name=\"Code\">What it is.</param>")]
    [InlineData("    /// <summary>到场</summary>")]
    [InlineData("    /// <summary><c>busy</c>.</summary>")]
    public void Few_words_or_an_empty_phrase_fail(string text) => Assert.Single(Faults(text));

    [Theory]
    [InlineData("/// <param name=\"At\">When it was read, UTC.</param>")]
    [InlineData("/// <summary>A call's <see cref=\"CallStatus\"/>.</summary>")]
    [InlineData("/// <summary>\n/// Metres per\n/// second.\n/// </summary>")]
    [InlineData("/// <inheritdoc/>")]
    public void A_text_that_says_something_passes(string text) => Assert.Empty(Faults(text));

    /// <summary>Each text that says nothing: its line, what it is on, and itself.</summary>
    private static IEnumerable<string> Faults(string source) => Documented().Matches(source)
        .Select(m => (Line: source.AsSpan(0, m.Index).Count('\n') + 1, On: m.Groups["name"].Value, Text: Plain(m.Groups["text"].Value)))
        .Where(d => Word().Count(d.Text) < WordsMin || Empty.Contains(d.Text.TrimEnd('.')))
        .Select(d => $"{d.Line}: {d.On} \"{d.Text}\"");

    // A reference counts as the word that a reader sees.
    private static string Plain(string text) => Blank().Replace(
        Tag().Replace(Reference().Replace(LineStart().Replace(text, " "), "${what}"), ""), " ").Trim();

    [GeneratedRegex(@"<(?<tag>summary|param)(?: name=""(?<name>\w+)"")?>(?<text>.*?)</\k<tag>>", RegexOptions.Singleline)]
    private static partial Regex Documented();

    [GeneratedRegex(@"\n *///")]
    private static partial Regex LineStart();

    [GeneratedRegex(@"<\w+ \w+=""(?<what>[^""]*)""\s*/>")]
    private static partial Regex Reference();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blank();

    [GeneratedRegex(@"\S*\w\S*")]
    private static partial Regex Word();
}
