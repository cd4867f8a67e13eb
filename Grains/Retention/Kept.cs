using Tocsin.Commands;
using Tocsin.Erasing;
using Tocsin.Identity;
using Tocsin.Json;
using Tocsin.Projections;

namespace Tocsin.Retention;

/// <summary>A kind of thing of which retention erases something.</summary>
/// <param name="Projection">Its rows: things that are over and hold something, by when they were over.</param>
/// <param name="Erase">Erases fields of one thing, if it was over before a time.</param>
internal sealed record Kept(
    Projection Projection,
    Func<IGrainFactory, string, IReadOnlyList<ErasureField>, DateTimeOffset, CommandContext, Task<CommandAnswer>> Erase)
{
    private static readonly Dictionary<string, ErasureField> Words =
        ErasureFields.Each.ToDictionary(EnumWords.Of, f => f, StringComparer.Ordinal);

    /// <summary>The row of a thing; null where nothing is left of it.</summary>
    public static ProjectedRow? Row(string id, DateTimeOffset over, IReadOnlyList<ErasureField> left) => left.Count == 0
        ? null
        : new ProjectedRow(over, null, string.Join(' ', [id, .. left.Select(EnumWords.Of)]));

    /// <summary>Reads a row.</summary>
    public (StreamId Stream, IReadOnlyList<ErasureField> Left) Read(ProjectedRow row) =>
        row.Value.Split(' ') is [var id, .. var words]
            ? (new StreamId(Projection.Kind, id), [.. words.Where(Words.ContainsKey).Select(w => Words[w])])
            : default;
}
