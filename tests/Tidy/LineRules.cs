namespace Tocsin.Tests.Tidy;

/// <summary>No line of code is longer than 140 characters.</summary>
public sealed class LineRules
{
    private const int MaxLength = 140;

    [Fact]
    public void No_line_is_longer_than_140_characters() =>
        Assert.Empty(Repository.Files.Where(f => Path.GetExtension(f) is ".cs" or ".ts" or ".tsx").SelectMany(LongLines));

    private static IEnumerable<string> LongLines(string file) =>
        Repository.Read(file).Split('\n')
            .Index()
            .Where(l => l.Item.TrimEnd('\r').Length > MaxLength)
            .Select(l => $"{file}:{l.Index + 1}");
}
