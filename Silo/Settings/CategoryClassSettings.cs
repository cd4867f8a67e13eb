using Tocsin.Hosting;
using Tocsin.Identity;

namespace Tocsin.Settings;

/// <summary>
/// <c>Tocsin:CategoryClasses:CLASS:0</c>, <c>:1</c>, …: the patterns of a class; they replace the preset patterns of that class.
/// </summary>
internal static class CategoryClassSettings
{
    private const string Key = "Tocsin:CategoryClasses";

    /// <summary>The presets, overridden by the configuration.</summary>
    /// <exception cref="MisconfigurationException">A class or a pattern is not valid.</exception>
    public static CategoryClasses Read(IConfiguration configuration)
    {
        var classes = CategoryClasses.Presets.ToDictionary(c => c.Key, c => c.Value, StringComparer.Ordinal);
        foreach (var section in configuration.GetSection(Key).GetChildren())
            classes[Name(section)] = Patterns(section);
        return classes.Count <= CategoryClasses.MaxClasses ? new CategoryClasses(classes)
            : throw new MisconfigurationException($"{Key}: has more than {CategoryClasses.MaxClasses} classes.");
    }

    private static string Name(IConfigurationSection section) =>
        section.Key != CategoryClasses.Other && EntityIdRule.IsValid(section.Key) ? section.Key
        : throw new MisconfigurationException(
            $"{section.Path}: a class is 1 to 40 of letters, digits, '-', '_', '.', and not '{CategoryClasses.Other}'.");

    private static List<string> Patterns(IConfigurationSection section)
    {
        var patterns = section.GetChildren().Select(c => c.Value ?? "").ToList();
        if (section.Value is not null || patterns.Count > CategoryClasses.MaxPatterns || !patterns.TrueForAll(IsPattern))
        {
            throw new MisconfigurationException(
                $"{section.Path}: needs a list of at most {CategoryClasses.MaxPatterns} patterns of 1 to {CategoryClasses.MaxPattern} " +
                "characters.");
        }

        return patterns;
    }

    private static bool IsPattern(string text) => !string.IsNullOrWhiteSpace(text) && text.Length <= CategoryClasses.MaxPattern;
}
