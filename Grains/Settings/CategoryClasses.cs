using System.IO.Enumeration;

namespace Tocsin.Settings;

/// <summary>
/// Which class a category belongs to, by patterns (<c>*</c> anything, <c>?</c> a character, case ignored). Where several fit, the one with
/// most letters decides, then the class first in order. Only reports ask: nothing of it is recorded, so that a change of the patterns shows
/// the past by the new ones.
/// </summary>
public sealed class CategoryClasses
{
    /// <summary>The class of requests for help 群众求助.</summary>
    public const string Help = "help";

    /// <summary>The class of disputes 矛盾纠纷.</summary>
    public const string Dispute = "dispute";

    /// <summary>The class of whatever has no other.</summary>
    public const string Other = "other";

    /// <summary>The most classes.</summary>
    public const int MaxClasses = 20;

    /// <summary>The most patterns of a class.</summary>
    public const int MaxPatterns = 100;

    /// <summary>The longest pattern: as a category.</summary>
    public const int MaxPattern = 100;

    private readonly (string Pattern, string Class)[] _patterns;

    /// <summary>Makes them of classes and their patterns.</summary>
    public CategoryClasses(IReadOnlyDictionary<string, IReadOnlyList<string>> classes)
    {
        ArgumentNullException.ThrowIfNull(classes);
        _patterns = [.. classes.SelectMany(c => c.Value.Select(p => (Pattern: p, Class: c.Key)))
            .OrderByDescending(p => p.Pattern.Count(letter => letter is not ('*' or '?')))
            .ThenBy(p => p.Class, StringComparer.Ordinal)];
        Names = [.. classes.Keys.Append(Other).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    /// <summary>What comes with the product, in both languages.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Presets { get; } =
        new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)
        {
            [Help] = ["*求助*", "help", "help *", "* help", "assist*", "public assist*", "citizen assist*"],
            [Dispute] = ["*纠纷*", "*dispute*"],
        };

    /// <summary>The presets alone.</summary>
    public static CategoryClasses Default { get; } = new(Presets);

    /// <summary>Every class, <see cref="Other"/> among them, in order.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>The class of a category.</summary>
    public string Of(string category)
    {
        foreach (var (pattern, name) in _patterns)
        {
            if (FileSystemName.MatchesSimpleExpression(pattern, category, ignoreCase: true))
                return name;
        }

        return Other;
    }
}
