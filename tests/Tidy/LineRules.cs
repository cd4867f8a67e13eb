namespace Tocsin.Tests.Tidy;

/// <summary>
/// No line of code is longer than 140 characters. Folders that had longer lines before this rule came are listed with how many they still
/// have: the number may only fall, and a folder that has none left leaves the list.
/// </summary>
public sealed class LineRules
{
    private const int MaxLength = 140;

    private static readonly Dictionary<string, int> Left = [];

    [Fact]
    public void No_line_is_longer_than_140_characters()
    {
        var found = Repository.Files
            .Where(f => Path.GetExtension(f) is ".cs" or ".ts" or ".tsx")
            .GroupBy(Folder, f => Repository.Read(f).Split('\n').Count(l => l.TrimEnd('\r').Length > MaxLength))
            .ToDictionary(g => g.Key, g => g.Sum());
        Assert.Empty(found
            .Where(f => f.Value > Left.GetValueOrDefault(f.Key))
            .Select(f => $"{f.Key}: {f.Value} lines, at most {Left.GetValueOrDefault(f.Key)}"));
        Assert.Empty(Left
            .Where(l => found.GetValueOrDefault(l.Key) < l.Value)
            .Select(l => $"{l.Key}: {found.GetValueOrDefault(l.Key)} are left: write that number"));
    }

    private static string Folder(string file) =>
        file.Split('/') is ["Grains" or "tests", var room, ..] parts ? $"{parts[0]}/{room}" : file.Split('/')[0];
}
