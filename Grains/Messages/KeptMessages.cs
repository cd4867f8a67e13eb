using System.Collections.Immutable;
using Tocsin.Identity;

namespace Tocsin.Messages;

/// <summary>
/// The newest messages of a stream, as its state keeps them: a unit lives for years, and its state goes with every command to it.
/// </summary>
internal static class KeptMessages
{
    /// <summary>How many are kept: 50. Beyond them the oldest that was read goes first, and only among unread ones the oldest.</summary>
    public const int Most = 50;

    /// <summary>One of them; null when it never was, or is no longer kept.</summary>
    public static KeptMessage? Find(this ImmutableArray<KeptMessage> kept, MessageId id)
    {
        foreach (var message in kept)
        {
            if (message.Id == id)
                return message;
        }

        return null;
    }

    /// <summary>With one more.</summary>
    public static ImmutableArray<KeptMessage> Sent(this ImmutableArray<KeptMessage> kept, KeptMessage message)
    {
        if (kept.Length < Most)
            return kept.Add(message);
        var goes = 0;
        while (goes < kept.Length && kept[goes].ReadBy.IsEmpty)
            goes++;
        return kept.RemoveAt(goes < kept.Length ? goes : 0).Add(message);
    }

    /// <summary>With one of them read by a party.</summary>
    public static ImmutableArray<KeptMessage> Read(this ImmutableArray<KeptMessage> kept, MessageId id, string party)
    {
        for (var i = 0; i < kept.Length; i++)
        {
            if (kept[i].Id == id && !kept[i].ReadBy.Contains(party))
                return kept.SetItem(i, kept[i] with { ReadBy = kept[i].ReadBy.Add(party) });
        }

        return kept;
    }

    /// <summary>How many of those that are for it a party has not read.</summary>
    public static int Unread(this ImmutableArray<KeptMessage> kept, MessageTo to, string party)
    {
        var unread = 0;
        foreach (var message in kept)
        {
            if (message.To == to && message.From != party && !message.ReadBy.Contains(party))
                unread++;
        }

        return unread;
    }
}
