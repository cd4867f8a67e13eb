using Tocsin.Identity;

namespace Tocsin.Live;

/// <summary>The sections of <c>GET /board</c>: one for each kind that <see cref="StreamKind"/> registers with a section.</summary>
public static class BoardSections
{
    /// <summary>All of them, in the order in which the board shows them.</summary>
    public static IReadOnlyList<(StreamKind Kind, BoardSectionAttribute Section)> All => StreamWords.Sections;
}
