using Tocsin.Journal;

namespace Tocsin.StreamKinds;

/// <summary>How things of a kind stand in the live picture. The name of a section of the board is registered with the kind.</summary>
internal sealed record BoardSection
{
    private BoardSection(Func<BoardRow, LiveItem>? item, bool onBoard) => (Item, OnBoard) = (item, onBoard);

    /// <summary>In no picture: the feed carries the events alone.</summary>
    public static BoardSection None { get; } = new(null, false);

    /// <summary>Makes the live item of a board row; null: there is none.</summary>
    public Func<BoardRow, LiveItem>? Item { get; }

    /// <summary>Whether open things stand on the board.</summary>
    public bool OnBoard { get; }

    /// <summary>On no board; the feed carries events with their thing.</summary>
    /// <param name="item">Makes the item of a row.</param>
    public static BoardSection FeedOnly(Func<BoardRow, LiveItem> item) => new(item, false);

    /// <summary>On the board while open; the feed carries events with their thing.</summary>
    /// <param name="item">Makes the item of a row.</param>
    public static BoardSection Live(Func<BoardRow, LiveItem> item) => new(item, true);
}
